// 1, 2, 3 answer the statement that stands there, U takes the last answer back. A key that comes
// while the next statement is on its way waits for it.
export default function ballot(page) {
  const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea");
  let busy = false;
  let waiting = "";

  const press = (key) => {
    const button = page.querySelector(`#card [data-key="${CSS.escape(key)}"]`);
    button?.click();
    return Boolean(button);
  };

  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (page.querySelector("dialog[open]") || !page.querySelector("#card")) return;
    const key = event.key.toLowerCase();
    if (busy) waiting = key;
    else if (press(key)) event.preventDefault();
  });

  page.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.closest("#card")) busy = true;
  });

  // The next statement is read at once by whoever listens.
  page.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "card") return;
    page.querySelector("#statement")?.focus();
    busy = false;
    if (waiting) press(waiting);
    waiting = "";
  });

  page.addEventListener("htmx:responseError", () => {
    busy = false;
  });
}
