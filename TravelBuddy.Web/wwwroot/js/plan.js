// The wizard with script: answers are saved as they are given. Without this file every button still works.
(() => {
  "use strict";

  // Answers are saved one after another (hx-sync). A button of the form, such as Next, is the last of them; until its turn nothing else is sent.
  let going = null;
  const save = event => {
    const ctx = event.detail?.ctx;
    return ctx?.request?.form?.id === "step" && ctx.request.method === "POST" ? ctx : null;
  };

  document.addEventListener("htmx:config:request", event => {
    const ctx = save(event);
    if (!ctx) return;
    if (going?.sourceElement.isConnected) event.preventDefault();
    else if (ctx.sourceEvent?.type !== "change") going = ctx;
  });

  // What waited was gathered earlier: it goes with the form as it is now, and with the version that the save before it left behind,
  // or its own answer would look like somebody else's. Where its answer goes was replaced by then, too.
  document.addEventListener("htmx:before:request", event => {
    const ctx = save(event);
    if (!ctx) return;
    const button = ctx.sourceEvent?.submitter ?? (ctx.sourceElement.name ? ctx.sourceElement : null);
    const now = new URLSearchParams(new FormData(ctx.request.form));
    if (button?.name) now.append(button.name, button.value);
    ctx.request.body = now;
    if (ctx.target?.isConnected === false) ctx.target = document.getElementById(ctx.target.id);
    // Arrives even when a link is followed meanwhile; a browser takes 64 kB of it.
    ctx.request.keepalive = now.toString().length < 60000;
  });

  document.addEventListener("htmx:finally:request", event => {
    if (event.detail?.ctx === going) going = null;
  });

  // When no answer came, or one that is no part of this page, the browser itself goes on and shows what there is to show.
  for (const failed of ["htmx:error", "htmx:response:error"]) {
    document.addEventListener(failed, event => {
      const ctx = save(event);
      if (ctx && ctx === going && !(ctx.response?.status < 500)) ctx.request.form.submit();
    });
  }

  // Fields with a message say so; after a button the first of them is ready to be mended.
  document.addEventListener("htmx:after:swap", event => {
    const ctx = save(event);
    if (!ctx) return;
    const wrong = [...ctx.request.form.querySelectorAll("[aria-describedby^=err-]")].filter(field => {
      const message = document.getElementById(field.getAttribute("aria-describedby"));
      const has = Boolean(message?.textContent.trim());
      if (has) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      return has;
    });
    if (ctx === going) wrong[0]?.focus();
  });

  // A button takes nobody out of a field before it is let go: the field would be saved, and a message could move the button from under the pointer.
  document.addEventListener("mousedown", event => {
    if (event.target.closest?.("#step button")) event.preventDefault();
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
