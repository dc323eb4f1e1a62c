/**
 * The orders in which rows may stand. The build has put rows in the order of their base, and within it by name.
 */

/**
 * @param {HTMLTableRowElement[]} rows in the order of the build
 * @param {string} sort
 * @param {string} language
 * @param {(row: HTMLTableRowElement) => Record<string, string[]>} values
 * @returns {HTMLTableRowElement[]}
 */
export function ordered(rows, sort, language, values) {
  if (sort === "base") return rows;
  const { compare } = new Intl.Collator(language);
  const words = {
    title: (row) => row.querySelector("a").textContent,
    province: (row) => row.cells[1].textContent.split("·").at(-1).trim(),
    newest: (row) => values(row).year[0],
  }[sort];
  const keyed = rows.map((row) => ({ row, key: words(row) }));
  if (sort === "newest") keyed.sort((a, b) => (parseInt(b.key) || 0) - (parseInt(a.key) || 0));
  else keyed.sort((a, b) => compare(a.key, b.key));
  return keyed.map(({ row }) => row);
}
