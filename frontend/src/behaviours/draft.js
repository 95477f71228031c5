// What is typed is kept in this browser until it has been sent: a session may end, a text may not.
const KEPT = "xieshang:draft:";

export default function draft(page) {
  const fields = (form) =>
    [...form.elements].filter(
      (field) => field.name && !["hidden", "file", "password", "submit"].includes(field.type),
    );
  const ticked = (field) => field.type === "checkbox" || field.type === "radio";

  const keep = (form) => {
    const values = fields(form).map((field) => (ticked(field) ? field.checked : field.value));
    localStorage.setItem(KEPT + form.dataset.draft, JSON.stringify(values));
  };

  const restore = (form) => {
    const values = JSON.parse(localStorage.getItem(KEPT + form.dataset.draft) ?? "null");
    const own = fields(form);
    if (values?.length !== own.length) return;
    own.forEach((field, at) => {
      if (ticked(field)) field.checked = values[at];
      else field.value = values[at];
    });
    form.querySelector("[data-draft-note]")?.removeAttribute("hidden");
  };

  const begin = (part) => {
    // A page that comes after the sending names the draft it has made needless.
    for (const sent of part.querySelectorAll("[data-draft-sent]"))
      localStorage.removeItem(KEPT + sent.dataset.draftSent);
    for (const form of part.querySelectorAll("form[data-draft]"))
      if (!form.querySelector("[aria-invalid=true]")) restore(form);
  };

  begin(page);
  page.addEventListener("htmx:load", (event) => begin(event.target));

  page.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (form) keep(form);
  });

  page.addEventListener("click", (event) => {
    const form = event.target.closest("[data-draft-drop]")?.closest("form[data-draft]");
    if (!form) return;
    localStorage.removeItem(KEPT + form.dataset.draft);
    form.reset();
    form.querySelector("[data-draft-note]")?.setAttribute("hidden", "");
  });
}
