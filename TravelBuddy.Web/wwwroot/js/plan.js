// The wizard with script: answers are saved as they are given. Without this file every button still works.
(() => {
  "use strict";

  // A save that waited for the one before it was gathered earlier: it must carry the version that one left behind,
  // or its own answer would look like somebody else's.
  document.addEventListener("htmx:before:request", event => {
    const ctx = event.detail?.ctx;
    const body = ctx?.request?.body;
    if (ctx?.sourceElement?.id !== "step" || !(body instanceof URLSearchParams)) return;
    for (const name of ["trip", "seen"]) {
      const field = document.querySelector(`#saved input[name="${name}"]`);
      if (field) body.set(name, field.value);
    }
  });

  // Arrow keys go from the field to what is offered below it and back; Enter there picks.
  document.addEventListener("keydown", event => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const offered = [...document.querySelectorAll(".plan-suggestion")];
    const field = document.getElementById("add");
    const at = event.target === field ? -1 : offered.indexOf(event.target);
    if (!offered.length || (at < 0 && event.target !== field)) return;
    event.preventDefault();
    const to = event.key === "ArrowDown" ? Math.min(at + 1, offered.length - 1) : at - 1;
    (to < 0 ? field : offered[to]).focus();
  });

  // After picking a suggestion the whole form is new; the next place can be typed at once.
  let picking = false;
  document.addEventListener("click", event => {
    if (event.target.closest?.(".plan-suggestion")) picking = true;
  });
  document.addEventListener("htmx:after:swap", () => {
    if (!picking) return;
    picking = false;
    document.getElementById("add")?.focus();
  });
})();
