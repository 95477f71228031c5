// How long a whole text has become, of several fields together: a gentle word, and a plain one.
// Without a script the server counts when the text is sent.
export default function length(page) {
  const signs = (field) => [...field.value].length;

  const tell = (told) => {
    const form = told.closest("form");
    const whole = [...form.querySelectorAll("[data-count]")].reduce((sum, f) => sum + signs(f), 0);
    const most = Number(told.dataset.lengthMost);
    told.hidden = false;
    told.querySelector("[data-length-now]").textContent = whole.toLocaleString("en");
    told.querySelector("[data-length-over]").hidden =
      whole <= Number(told.dataset.length) || whole > most;
    told.querySelector("[data-length-beyond]").hidden = whole <= most;
  };

  for (const told of page.querySelectorAll("[data-length]")) tell(told);

  page.addEventListener("input", (event) => {
    const told = event.target.closest("form")?.querySelector("[data-length]");
    if (told) tell(told);
  });
}
