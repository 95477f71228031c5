// How many characters a text has, of how many it may have, beside its label. Without a script the
// limit stands in the help, and the server counts.
export default function count(page) {
  const signs = (field) => [...field.value].length;

  const tell = (field) => {
    const most = Number(field.dataset.count);
    const told = field.parentElement.querySelector("[data-counted]");
    told.textContent = `${signs(field).toLocaleString("en")} / ${most.toLocaleString("en")}`;
    told.classList.toggle("late-day", signs(field) > most);
  };

  const begin = (part) => {
    for (const field of part.querySelectorAll("[data-count]")) {
      if (!field.parentElement.querySelector("[data-counted]")) {
        const told = document.createElement("p");
        told.className = "help num counted";
        told.dataset.counted = "";
        told.setAttribute("aria-live", "off");
        field.after(told);
      }
      tell(field);
    }
  };

  begin(page);
  page.addEventListener("htmx:load", (event) => begin(event.target));
  page.addEventListener("input", (event) => {
    if (event.target.dataset?.count) tell(event.target);
  });
}
