/**
 * The money ledger sorted by a column: each heading becomes a button.
 */
const table = document.querySelector(".ledger__table");
const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
const heads = [...table.tHead.rows[0].cells];
table.caption.textContent = table.caption.dataset.sorted;

for (const [column, head] of heads.entries()) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = head.textContent;
  button.addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = (row) => row.cells[column].dataset.order ?? row.cells[column].textContent;
    const sorted = [...table.tBodies[0].rows].sort((a, b) => (down ? compare(key(b), key(a)) : compare(key(a), key(b))));
    table.tBodies[0].append(...sorted);
  });
  head.replaceChildren(button);
}
