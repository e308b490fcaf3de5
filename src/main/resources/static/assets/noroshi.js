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

  const keeps = (field) => field.name && !["password", "hidden", "file", "submit"].includes(field.type);
  const drafts = () => document.querySelectorAll("form[data-draft]");
  drafts().forEach((form) => {
    const key = "draft:" + form.dataset.draft;
    const saved = JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (saved) {
      for (const field of form.elements) {
        if (!keeps(field) || !(field.name in saved)) continue;
        if (["checkbox", "radio"].includes(field.type)) field.checked = saved[field.name].includes(field.value);
        else if (!field.value) field.value = saved[field.name][0] ?? "";
      }
    }
    form.addEventListener("input", () => {
      const values = {};
      for (const field of form.elements) {
        if (!keeps(field)) continue;
        values[field.name] ??= [];
        if (!["checkbox", "radio"].includes(field.type) || field.checked) values[field.name].push(field.value);
      }
      sessionStorage.setItem(key, JSON.stringify(values));
    });
  });
  // The page after a successful send clears the draft that it came from.
  document.querySelectorAll("[data-draft-done]").forEach((done) => {
    sessionStorage.removeItem("draft:" + done.dataset.draftDone);
  });
})();
