// A button that prints: shown only where a script can do it; the browser's own menu always can.
export default function print(page) {
  const show = (part) => {
    for (const button of part.querySelectorAll("[data-print]")) button.hidden = false;
  };

  show(page);
  page.addEventListener("htmx:load", (event) => show(event.target));
  page.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
}
