// Light and dark without a new page: the form is sent behind, the attribute changes at once.
export default function theme(page) {
  page.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (!button?.matches("[name=theme]")) return;
    event.preventDefault();
    const answer = await fetch(event.target.action, {
      method: "POST",
      body: new FormData(event.target, button),
      redirect: "manual",
    });
    if (answer.type !== "opaqueredirect") return;
    page.documentElement.dataset.theme = button.value;
    const other = button.value === "dark" ? "light" : "dark";
    for (const face of button.querySelectorAll("[data-shown-for]"))
      face.hidden = face.dataset.shownFor !== other;
    button.value = other;
    page.dispatchEvent(new CustomEvent("xieshang:theme"));
  });
}
