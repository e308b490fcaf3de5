// What every page needs: htmx with the CSRF token, one submit at a time, drafts that survive an idle sign-out.
(() => {
  "use strict";
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

  // On a narrow screen the menu scrolls sideways: where one is stands in view.
  const here = document.querySelector(".nav [aria-current]");
  const menu = here?.closest("ul");
  if (menu) menu.scrollLeft = here.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;

  document.addEventListener("htmx:configRequest", (event) => {
    const header = meta("_csrf_header");
    if (header) event.detail.headers[header] = meta("_csrf");
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (!event.defaultPrevented && form.method === "post") {
      form.dataset.sent = "true";
      form.setAttribute("aria-busy", "true");
    }
  });
  // Coming back by the browser's button: the form may be sent again.
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
    });
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest?.("form");
    if (form) delete form.dataset.sent;
  });

  // On a narrow screen a row stands as a list of its cells (noroshi.css): each then says its column, and stays a table to those who listen.
  const label = (root) => {
    for (const table of root.querySelectorAll("table.table")) {
      const names = [...table.querySelectorAll("thead th")].map((head) => head.textContent.trim());
      table.setAttribute("role", "table");
      for (const row of table.rows) {
        row.setAttribute("role", "row");
        if (row.closest("thead")) continue;
        [...row.cells].forEach((cell, column) => {
          cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "cell");
          cell.dataset.label = names[column] ?? "";
        });
      }
      for (const head of table.querySelectorAll("thead th")) head.setAttribute("role", "columnheader");
      for (const body of table.querySelectorAll("thead, tbody")) body.setAttribute("role", "rowgroup");
    }
  };
  label(document);
  document.addEventListener("htmx:load", (event) => label(event.target));

  // What was refused is said first.
  const refused = document.querySelector("main .notice--error");
  if (refused) {
    refused.tabIndex = -1;
    refused.focus();
  }

  // What somebody typed into a form with data-draft stays in this tab, for this person, until the form is taken: a session may end
  // first. Only what was touched comes back, because what the page proposes may be another by now; data-draft-with names fields
  // that belong to it all the same.
  const keyOf = (draft) => `draft:${meta("account") ?? ""}:${draft}`;
  const keeps = (field) => field.name && !field.disabled && !["password", "hidden", "file", "submit"].includes(field.type);
  const ticks = (field) => ["checkbox", "radio"].includes(field.type);
  // The page after a successful send forgets the draft that it came from, before an empty form takes it up again.
  document.querySelectorAll("[data-draft-done]").forEach((done) => sessionStorage.removeItem(keyOf(done.dataset.draftDone)));
  document.querySelectorAll("form[data-draft]").forEach((form) => {
    const key = keyOf(form.dataset.draft);
    const saved = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    const fields = () => [...form.elements].filter(keeps);
    const restore = () => {
      for (const field of fields()) {
        const values = saved[field.name];
        if (!values) continue;
        if (ticks(field)) field.checked = values.includes(field.value);
        else field.value = values[0] ?? "";
        if (ticks(field) ? field.checked : field.value) field.closest("details")?.setAttribute("open", "");
      }
    };
    restore();
    // Back to a form that has been taken: the browser fills it in again, and one more click would make a second case.
    window.addEventListener("pageshow", () => {
      if (performance.getEntriesByType("navigation")[0]?.type !== "back_forward") return;
      form.reset();
      restore();
    });
    form.addEventListener("input", (event) => {
      const names = [event.target.name, ...(form.dataset.draftWith ?? "").split(" "), ...Object.keys(saved)];
      for (const name of names) {
        const same = fields().filter((field) => field.name === name);
        if (same.length > 0) saved[name] = same.filter((field) => !ticks(field) || field.checked).map((field) => field.value);
      }
      sessionStorage.setItem(key, JSON.stringify(saved));
    });
  });
})();
