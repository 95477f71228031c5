// The session may end while somebody writes: they sign in again in a layer over what they write,
// and what was to be saved then is saved after all. Without this file the page goes to the sign-in.
import htmx from "htmx.org";

import { TOKEN, read, tokenOf } from "../token.js";

// A new session has a new token: every form of the page gets it.
const renew = (page, token) => {
  page.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
  for (const field of page.querySelectorAll(`[name=${TOKEN}]`)) field.value = token;
};

export default function again(page) {
  const layer = page.querySelector("#sign-in-again");
  if (!layer) return;
  const form = layer.querySelector("form");
  const wrong = layer.querySelector("[data-wrong]");
  const unsaved = new Set();

  page.addEventListener("htmx:beforeOnLoad", (event) => {
    const { xhr, elt } = event.detail;
    if (!xhr.getResponseHeader("HX-Redirect")?.startsWith(form.getAttribute("action"))) return;
    event.preventDefault();
    unsaved.add(elt);
    if (!layer.open) layer.showModal();
  });

  const signIn = async () => {
    const body = new FormData(form);
    body.set(TOKEN, tokenOf(await read(form.action)));
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    return answer.type === "opaqueredirect";
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const came = await signIn().catch(() => false);
    wrong.hidden = came;
    if (!came) return;
    form.reset();
    renew(page, tokenOf(await read(location.href)));
    layer.close();
    for (const each of unsaved) htmx.trigger(each, "submit");
    unsaved.clear();
  });
}
