// A number opens beside the text it stands in. Without this file it is a link to its own page.
import htmx from "htmx.org";

export default function panel(page) {
  const dialog = page.querySelector("#panel");
  if (!dialog) return;
  const body = dialog.querySelector("[data-panel-body]");

  const open = async (link) => {
    await htmx.ajax("GET", link.href, { source: link, target: body, swap: "innerHTML" });
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  };

  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-panel]");
    const elsewhere = event.button || event.metaKey || event.ctrlKey || event.shiftKey;
    if (!link || elsewhere) return;
    event.preventDefault();
    open(link);
  });

  page.addEventListener("htmx:responseError", ({ detail }) => {
    if (detail.target === body) window.location.assign(detail.pathInfo.requestPath);
  });

  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}
