// Draws the plan's models with bpmn-js, and marks where a case stands; looks again every ten seconds.
(function () {
  "use strict";

  const STATES = ["active", "done", "cancelled", "stuck"];
  const MARKS = { active: "plan-now", done: "plan-done", cancelled: "plan-cancelled", stuck: "plan-stuck" };
  const PERIOD = 10000;
  const MARGIN = 24;

  async function draw(box, viewer, model) {
    const answer = await fetch("/plan/diagrams/" + encodeURIComponent(box.dataset.edition) + "/" + encodeURIComponent(model));
    if (!answer.ok) {
      return;
    }
    await viewer.importXML(await answer.text());
    fit(viewer.get("canvas"));
    await mark(box, viewer, model);
  }

  // The whole diagram with a margin: labels at the edge would be cut.
  function fit(canvas) {
    canvas.zoom("fit-viewport");
    const inner = canvas.viewbox().inner;
    canvas.viewbox({ x: inner.x - MARGIN, y: inner.y - MARGIN, width: inner.width + 2 * MARGIN, height: inner.height + 2 * MARGIN });
  }

  async function mark(box, viewer, model) {
    if (!box.dataset.incident) {
      return;
    }
    const answer = await fetch("/api/v1/incidents/" + encodeURIComponent(box.dataset.incident) + "/process",
      { headers: { Accept: "application/json" } });
    if (!answer.ok) {
      return;
    }
    const standing = await answer.json();
    const canvas = viewer.get("canvas");
    const registry = viewer.get("elementRegistry");
    standing.elements.filter((it) => it.process === model && registry.get(it.element)).forEach((it) => {
      STATES.forEach((state) => canvas.removeMarker(it.element, MARKS[state]));
      canvas.addMarker(it.element, MARKS[it.state]);
    });
  }

  function start(box) {
    if (box.dataset.started) {
      return;
    }
    box.dataset.started = "true";
    const viewer = new window.BpmnJS({ container: box });
    const choice = document.getElementById(box.dataset.choice);
    draw(box, viewer, choice.value);
    choice.addEventListener("change", () => draw(box, viewer, choice.value));
    const timer = setInterval(() => {
      if (document.contains(box)) {
        mark(box, viewer, choice.value);
      } else {
        clearInterval(timer);
      }
    }, PERIOD);
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
