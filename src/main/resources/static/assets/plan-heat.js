// The heat of the plan: at each element the number of cases that stand there, darker where there are more.
(function () {
  "use strict";

  document.addEventListener("plan:drawn", (event) => {
    const box = event.target;
    if (!box.dataset.heat) {
      return;
    }
    const { viewer, model } = event.detail;
    const registry = viewer.get("elementRegistry");
    document.querySelectorAll("#" + box.dataset.heat + " [data-cases]").forEach((row) => {
      const { process, element, cases, degree } = row.dataset;
      if (process === model && registry.get(element)) {
        const sign = document.createElement("div");
        sign.className = "plan-badge plan-count";
        sign.setAttribute("aria-hidden", "true");
        sign.textContent = cases;
        viewer.get("canvas").addMarker(element, "plan-heat-" + degree);
        viewer.get("overlays").add(element, "plan-heat", { position: { top: -10, right: 14 }, scale: { min: 0.9 }, html: sign });
      }
    });
  });
})();
