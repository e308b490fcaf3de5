// Draws the plan's models with bpmn-js, and tells each time (plan:drawn) for who marks something in them.
(function () {
  "use strict";

  const SMALLEST = 0.6;
  const PHONE = 600; // a frame below this is too narrow for the whole of a large drawing
  const MARGIN = 16;
  const SIGN = 32; // room below for the library's sign, which must be seen

  // The library builds some of its parts from HTML with inline styles, which the page's policy refuses: plan.css has them.
  const html = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
  Object.defineProperty(Element.prototype, "innerHTML", {
    ...html,
    set(text) {
      html.set.call(this, typeof text === "string" ? text.replace(/ style="[^"]*"/g, "") : text);
    },
  });

  // It measures texts in this element, and would make it with an inline style.
  function ruler() {
    if (!document.getElementById("helper-svg")) {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      ["width", "height"].forEach((side) => svg.setAttribute(side, 0));
      svg.id = "helper-svg";
      svg.setAttribute("aria-hidden", "true");
      document.body.appendChild(svg);
    }
  }

  // As wide as the page, as high as the drawing needs: all of it at first sight. On a phone it is never so small that the
  // words cannot be read; there it is moved.
  function fit(box, canvas) {
    const inner = canvas.viewbox().inner;
    if (box.clientWidth === 0 || box.clientHeight === 0) {
      return;
    }
    const least = box.clientWidth < PHONE ? SMALLEST : 0;
    const scale = Math.max(least, Math.min(1, (box.clientWidth - 2 * MARGIN) / inner.width));
    box.style.height = Math.ceil(inner.height * scale + 2 * MARGIN + SIGN) + "px";
    canvas.resized();
    canvas.viewbox({
      x: inner.x - MARGIN / scale,
      y: inner.y - MARGIN / scale,
      width: box.clientWidth / scale,
      height: box.clientHeight / scale,
    });
  }

  // On paper: all of it, as wide as the sheet and never larger than life.
  function lay(box, canvas) {
    const { x, y, width, height } = canvas.viewbox().inner;
    const svg = box.querySelector(".djs-container > svg");
    svg.setAttribute("viewBox", [x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN].join(" "));
    svg.style.maxWidth = width + 2 * MARGIN + "px";
    box.classList.toggle("plan-paper--tall", height > width / 2); // fills a sheet; others leave room for their steps
  }

  // The model with its English names, where the page is English and it has them.
  function named(xml) {
    if (document.documentElement.lang !== "en") {
      return xml;
    }
    const model = new DOMParser().parseFromString(xml, "application/xml");
    model.querySelectorAll("property[name=nameEn]").forEach((it) => {
      const element = it.parentElement.parentElement.parentElement;
      element.setAttribute("name", it.getAttribute("value"));
    });
    return new XMLSerializer().serializeToString(model);
  }

  // An edition that ran goes by the engine's id, one that is looked at by its number.
  function address(box, model) {
    return box.dataset.number
      ? "/plan/editions/" + box.dataset.number + "/models/" + encodeURIComponent(model)
      : "/plan/diagrams/" + encodeURIComponent(box.dataset.edition) + "/" + encodeURIComponent(model);
  }

  // What is gone is marked in the older picture, what is new in the newer one, what changed in both.
  function compare(box, viewer, file) {
    const other = box.dataset.side === "before" ? "added" : "removed";
    document.querySelectorAll("#" + box.dataset.changes + " > [data-file]").forEach((it) => {
      const { element, kind } = it.dataset;
      if (it.dataset.file === file && kind !== other && viewer.get("elementRegistry").get(element)) {
        viewer.get("canvas").addMarker(element, "plan-" + kind);
      }
    });
  }

  async function draw(box, viewer, model) {
    delete box.dataset.drawn;
    const answer = await fetch(address(box, model));
    box.hidden = !answer.ok;
    if (!answer.ok) {
      return;
    }
    const paper = Boolean(box.dataset.model);
    try {
      const xml = await answer.text();
      await viewer.importXML(paper ? named(xml) : xml);
    } catch (faulty) {
      box.hidden = true; // a draft that is no model; the findings say why
      return;
    }
    (paper ? lay : fit)(box, viewer.get("canvas"));
    if (box.dataset.changes) {
      compare(box, viewer, model);
    }
    const waits = [];
    box.dispatchEvent(new CustomEvent("plan:drawn", { bubbles: true, detail: { viewer, model, waits } }));
    await Promise.all(waits);
    box.dataset.drawn = model;
  }

  function start(box) {
    if (box.dataset.started) {
      return;
    }
    box.dataset.started = "true";
    ruler();
    const viewer = new window.BpmnJS({ container: box });
    if (box.dataset.model) {
      draw(box, viewer, box.dataset.model);
      return;
    }
    const choice = document.getElementById(box.dataset.choice);
    draw(box, viewer, choice.value);
    choice.addEventListener("change", () => draw(box, viewer, choice.value));
    window.addEventListener("resize", () => document.contains(box) && box.dataset.drawn && fit(box, viewer.get("canvas")));
  }

  // In a fragment the library may arrive after this file.
  function startAll() {
    const boxes = document.querySelectorAll(".plan-diagram");
    if (window.BpmnJS) {
      boxes.forEach(start);
    } else if (boxes.length > 0) {
      setTimeout(startAll, 200);
    }
  }

  document.addEventListener("DOMContentLoaded", startAll);
  document.addEventListener("htmx:load", startAll);
  startAll();
})();
