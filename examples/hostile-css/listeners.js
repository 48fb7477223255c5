// What shops' scripts of a certain age do: one listener for everything, on the document.
for (const type of ["click", "submit", "keydown", "input", "focusin"])
  document.addEventListener(type, (event) => {
    document.documentElement.dataset.last = `${type} ${event.target.localName ?? ""}`;
  });
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#']");
  if (!link) return;
  event.preventDefault();
  document.querySelector(link.hash)?.scrollIntoView({ behavior: "smooth" });
});
