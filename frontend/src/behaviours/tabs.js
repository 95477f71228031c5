// On a narrow page the tab one stands on is brought into sight; the page itself does not move.
export default function tabs(page) {
  for (const here of page.querySelectorAll(".tabs-row [aria-current], .nav [aria-current]")) {
    const row = here.parentElement;
    row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }
}
