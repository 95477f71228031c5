// A filter form's state is the address: a change asks at once, and empty fields stay out of it.
export default function filters(page) {
  const asked = (form) =>
    new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));

  const go = (form) => {
    const query = asked(form).toString();
    const path = form.getAttribute("action") || window.location.pathname;
    window.location.assign(query ? `${path}?${query}` : path);
  };

  page.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-filters]")) return;
    event.preventDefault();
    go(event.target);
  });

  page.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-filters]");
    if (form && event.target.matches("select, [type=checkbox], [type=radio]")) go(form);
  });
}
