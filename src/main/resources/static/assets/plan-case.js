// The living picture of a case: marks where it stands, opens a phase by click or key, and looks again every ten seconds.
(function () {
  "use strict";

  const WHOLE = "incident-response";
  const PERIOD = 10000;
  // What weighs most is shown where several things are true of one element.
  const WEIGHT = ["cancelled", "done", "timer", "active", "overdue", "stuck"];
  const MARKS = { timer: "plan-timer", active: "plan-now", overdue: "plan-overdue", done: "plan-done", cancelled: "plan-cancelled", stuck: "plan-stuck" };
  const pictures = new WeakMap();

  const text = (row, part) => row.querySelector(part)?.textContent ?? "";
  const places = (box) => [...document.querySelectorAll("#" + box.dataset.state + " [data-mark]")]
    .map((it) => ({ ...it.dataset, holder: text(it, ".plan-holder"), since: text(it, "time") }));
  const stands = (mark) => WEIGHT.indexOf(mark) >= WEIGHT.indexOf("timer");
  const worst = (marks) => marks.reduce((a, b) => (WEIGHT.indexOf(b) > WEIGHT.indexOf(a) ? b : a));

  // What an element says: where it stands now if it does, else what became of it last.
  function signs(box, model, registry) {
    const all = places(box);
    const found = new Map();
    all.filter((it) => it.process === model && registry.get(it.element)).forEach((it) => {
      const before = found.get(it.element);
      if (!before || !stands(before.mark)) {
        found.set(it.element, { ...it, count: 1 });
      } else if (stands(it.mark)) {
        found.set(it.element, { ...before, mark: worst([before.mark, it.mark]), count: before.count + 1 });
      }
    });
    registry.filter((it) => it.type === "bpmn:CallActivity").forEach((shape) => {
      const sign = found.get(shape.id);
      if (sign && sign.mark === "active") {
        const inside = all.filter((it) => it.process === shape.businessObject.calledElement && stands(it.mark));
        sign.mark = worst(["active", ...inside.map((it) => it.mark)]);
      }
    });
    return found;
  }

  function line(parent, name, text) {
    const part = document.createElement("span");
    part.className = name;
    part.textContent = text;
    parent.appendChild(part);
  }

  // The table below says the same to those who listen.
  function badge(box, sign) {
    const label = document.createElement("div");
    label.className = "plan-badge plan-badge--" + sign.mark;
    label.setAttribute("aria-hidden", "true");
    const short = sign.mark === "done" || sign.mark === "cancelled";
    line(label, "plan-badge__state", (short ? "" : box.dataset["word" + sign.mark]) + (sign.count > 1 ? " ×" + sign.count : ""));
    if (!short && sign.holder) {
      line(label, "plan-badge__more", sign.holder);
    }
    if (!short && sign.since) {
      line(label, "plan-badge__more", sign.since.slice(5) + "–");
    }
    return label;
  }

  function opener(box, shape, open) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plan-open";
    button.dataset.opens = shape.businessObject.calledElement;
    button.setAttribute("aria-label", (shape.businessObject.name || "") + " " + box.dataset.wordopen);
    button.textContent = box.dataset.wordopen;
    button.addEventListener("click", open);
    return button;
  }

  function mark(box) {
    const { viewer, model } = pictures.get(box);
    const registry = viewer.get("elementRegistry");
    const canvas = viewer.get("canvas");
    const overlays = viewer.get("overlays");
    const found = signs(box, model, registry);
    overlays.remove({ type: "plan-sign" });
    registry.forEach((shape) => {
      Object.values(MARKS).forEach((name) => canvas.removeMarker(shape, name));
      const sign = found.get(shape.id);
      if (sign) {
        canvas.addMarker(shape, MARKS[sign.mark]);
        overlays.add(shape, "plan-sign", { position: { bottom: 6, left: -4 }, scale: { min: 0.9 }, html: badge(box, sign) });
      }
    });
  }

  const choiceOf = (box) => document.getElementById(box.dataset.choice);
  const nameOf = (box, model) => [...choiceOf(box).options].find((it) => it.value === model)?.textContent ?? model;

  function go(box, model) {
    const choice = choiceOf(box);
    if ([...choice.options].some((it) => it.value === model)) {
      choice.value = model;
      choice.dispatchEvent(new Event("change"));
    }
  }

  function path(box, model) {
    const list = document.getElementById(box.dataset.path);
    list.replaceChildren();
    if (model !== WHOLE) {
      const back = document.createElement("button");
      back.type = "button";
      back.className = "plan-back";
      back.textContent = nameOf(box, WHOLE);
      back.addEventListener("click", () => {
        pictures.get(box).came = model;
        go(box, WHOLE);
      });
      const item = document.createElement("li");
      item.appendChild(back);
      list.appendChild(item);
    }
    const here = document.createElement("li");
    here.setAttribute("aria-current", "page");
    here.tabIndex = -1;
    here.textContent = nameOf(box, model);
    list.appendChild(here);
    return here;
  }

  // The library hides what lies over the picture while it moves.
  function focusWhenShown(button, frames) {
    if (button?.offsetParent) {
      button.focus();
    } else if (button && frames > 0) {
      requestAnimationFrame(() => focusWhenShown(button, frames - 1));
    }
  }

  function doors(box, viewer) {
    const open = (shape) => {
      pictures.get(box).enters = true;
      go(box, shape.businessObject.calledElement);
    };
    const registry = viewer.get("elementRegistry");
    registry.filter((it) => it.type === "bpmn:CallActivity").forEach((shape) => {
      viewer.get("canvas").addMarker(shape, "plan-door");
      viewer.get("overlays").add(shape, "plan-door",
        { position: { top: 4, right: 44 }, scale: { min: 0.9 }, html: opener(box, shape, () => open(shape)) });
    });
    if (!pictures.get(box).listens) {
      pictures.get(box).listens = true;
      viewer.get("eventBus").on("element.click", (event) => {
        if (event.element.type === "bpmn:CallActivity") {
          open(event.element);
        }
      });
    }
  }

  // Only when somebody looks, and only what has changed.
  async function look(box) {
    const place = document.getElementById(box.dataset.state);
    if (document.hidden || !place) {
      return;
    }
    const answer = await fetch("/incidents/" + encodeURIComponent(box.dataset.incident) + "/process/state" + (box.dataset.course ? "?course=" + box.dataset.course : ""),
      { headers: { "If-None-Match": place.dataset.tag, "X-Noroshi-Watches": "picture" } });
    if (answer.redirected) {
      // signed out: nobody has used the session for its time
      location.assign("/login?expired");
      return;
    }
    if (answer.status !== 200) {
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(box.dataset.state);
    const old = place.querySelector("details");
    const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
    fresh.querySelectorAll("details").forEach((it) => { it.open = Boolean(old?.open); });
    place.replaceWith(fresh);
    fresh.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true }));
    if (focused) {
      document.getElementById(focused)?.focus();
    }
    document.getElementById(box.dataset.news).textContent = box.dataset.wordchanged;
    mark(box);
  }

  document.addEventListener("plan:drawn", (event) => {
    const box = event.target;
    if (!box.dataset.incident) {
      return;
    }
    const { viewer, model } = event.detail;
    const before = pictures.get(box);
    const picture = Object.assign(before ?? {}, { viewer, model });
    pictures.set(box, picture);
    doors(box, viewer);
    mark(box);
    const here = path(box, model);
    if (picture.enters) {
      here.focus();
    } else if (picture.came) {
      focusWhenShown(box.querySelector('[data-opens="' + CSS.escape(picture.came) + '"]'), 60);
    }
    picture.enters = false;
    picture.came = "";
    if (!before) {
      const timer = setInterval(() => (document.contains(box) ? look(box) : clearInterval(timer)), PERIOD);
    }
  });
})();
