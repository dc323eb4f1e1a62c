/**
 * Choosing cases to compare, on the list of cases: a box on each, and a bar that leads to the comparison.
 */
export const MOST = 4;

/**
 * @param {HTMLTableElement} table
 * @param {HTMLElement} bar
 */
export function offer(table, bar) {
  const words = bar.dataset;
  const link = document.createElement("a");
  link.className = "button";
  const boxes = [...table.tBodies[0].rows].map((row) => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = row.dataset.case;
    label.className = "pick";
    label.append(box, ` ${table.dataset.pick}`);
    row.cells[0].append(label);
    return box;
  });
  const renew = () => {
    const chosen = boxes.filter((box) => box.checked);
    for (const box of boxes) box.disabled = chosen.length === MOST && !box.checked;
    bar.hidden = !chosen.length;
    const query = new URLSearchParams(chosen.map((box) => ["case", box.value]));
    link.href = `${words.address}?${query}`;
    link.textContent = words.go.replace("{}", String(chosen.length));
    bar.replaceChildren(...(chosen.length > 1 ? [link] : [words.more]));
    if (chosen.length === MOST) bar.append(` ${words.full}`);
  };
  table.addEventListener("change", renew);
  renew(); // a browser may have kept the boxes of the last visit
}
