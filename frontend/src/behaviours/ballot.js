// 1, 2, 3 answer the statement that stands there, U takes the last answer back.
export default function ballot(page) {
  const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea");

  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (page.querySelector("dialog[open]")) return;
    const button = page.querySelector(`#card [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  // The next statement is read at once by whoever listens.
  page.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "card") page.querySelector("#statement")?.focus();
  });
}
