// A table wider than the screen scrolls within its own box, by keyboard too. Without this script the style sheet lets
// the table itself scroll. The class keeps Material from wrapping the table a second time.
for (const table of document.querySelectorAll(".page table:not([class])")) {
  const box = document.createElement("div");
  box.className = "scroll";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", [...table.rows[0].cells].map((cell) => cell.textContent).join(", "));
  table.className = "plain";
  table.replaceWith(box);
  box.append(table);
  new ResizeObserver(() => {
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  }).observe(box);
}
