// What every page needs: htmx with the CSRF token, one submit at a time, drafts that survive an idle sign-out.
(() => {
  "use strict";
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

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
