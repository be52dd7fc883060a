// What a script sent and the server did not take is told in #refused (_Refused); the page stays, with everything typed on it.
(() => {
  "use strict";

  const place = () => document.getElementById("refused");
  let refused;

  document.addEventListener("htmx:after:request", event => {
    const ctx = event.detail?.ctx;
    if (!ctx?.response) return;
    if (ctx.hx?.retarget === "#refused") refused = ctx;
    else if (ctx.response.status < 400 && ctx.sourceElement === refused?.sourceElement) place()?.replaceChildren();
  });

  // The token that came along counts from now on, for whatever is sent next and however.
  document.addEventListener("htmx:after:swap", () => {
    const token = place()?.querySelector("[data-token]")?.dataset.token;
    if (!token) return;
    for (const field of document.querySelectorAll('input[name="__RequestVerificationToken"]')) field.value = token;
    document.body.setAttribute("hx-headers:inherited", JSON.stringify({ RequestVerificationToken: token }));
  });

  document.addEventListener("click", event => {
    if (!event.target.closest?.("#refused button")) return;
    const again = event.target.closest("[data-again]");
    place().replaceChildren();
    const source = refused?.sourceElement;
    if (!again || !source?.isConnected) return;
    if (refused.sourceEvent?.type === "change") source.dispatchEvent(new Event("change", { bubbles: true }));
    else if (source.matches("form")) source.requestSubmit(refused.sourceEvent?.submitter ?? undefined);
    else source.click();
  });
})();
