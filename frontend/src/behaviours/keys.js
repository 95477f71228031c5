// "/" to search, "?" for this list, "j" and "k" through the rows. Esc closes dialogs by itself.
export default function keys(page) {
  const typing = (target) => target.closest("input, select, textarea, [contenteditable]");
  const rows = () => [...page.querySelectorAll("[data-row] a, a[data-row]")];

  const step = (by) => {
    const links = rows();
    const here = links.indexOf(page.activeElement);
    const next = here < 0 ? (by > 0 ? 0 : links.length - 1) : here + by;
    links[Math.max(0, Math.min(next, links.length - 1))]?.focus();
  };

  const moves = {
    "/": () => page.querySelector("[data-search]")?.focus(),
    "?": () => page.querySelector("#keys")?.showModal(),
    j: () => step(1),
    k: () => step(-1),
  };

  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (page.querySelector("dialog[open]") || !(event.key in moves)) return;
    event.preventDefault();
    moves[event.key]();
  });
}
