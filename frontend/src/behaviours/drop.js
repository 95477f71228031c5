// Files may be dropped on the zone around a file field; their names are said.
export default function drop(page) {
  const zone = (event) => event.target.closest?.("[data-drop]");

  const say = (field) => {
    const names = field.closest("[data-drop]")?.querySelector("[data-names]");
    if (names) names.textContent = [...field.files].map((file) => file.name).join("、");
  };

  for (const kind of ["dragenter", "dragover", "dragleave", "drop"])
    page.addEventListener(kind, (event) => {
      const place = zone(event);
      if (!place) return;
      event.preventDefault();
      place.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    });

  page.addEventListener("drop", (event) => {
    const field = zone(event)?.querySelector("input[type=file]");
    if (!field || !event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });

  page.addEventListener("change", (event) => {
    if (event.target.matches("[data-drop] input[type=file]")) say(event.target);
  });
}
