// One tick for all rows of a list, and how many are ticked. The form itself works without it.
export default function bulk(page) {
  const count = (form) => {
    const rows = [...form.querySelectorAll("[data-pick]")];
    const picked = rows.filter((row) => row.checked).length;
    for (const said of form.querySelectorAll("[data-picked]")) said.textContent = picked;
    const all = form.querySelector("[data-pick-all]");
    if (!all) return;
    all.checked = picked > 0 && picked === rows.length;
    all.indeterminate = picked > 0 && picked < rows.length;
  };

  page.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-bulk]");
    if (!form) return;
    if (event.target.matches("[data-pick-all]"))
      for (const row of form.querySelectorAll("[data-pick]")) row.checked = event.target.checked;
    count(form);
  });
}
