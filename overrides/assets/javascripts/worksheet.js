/**
 * The team worksheet of a module: what is written stays on the device.
 */
import { isEmpty, note, sheets } from "./learning/sheets.js";

const form = document.querySelector("form.worksheet");
const { sheet, saved, failed } = form?.dataset ?? {};
const said = form?.querySelector("[role=status]");

/** @param {Element} item @returns {import("./learning/sheets.js").Value} what stands in a field */
function valueOf(item) {
  const cells = [...item.querySelectorAll("[data-cell]")];
  if (cells.length) return Object.fromEntries(cells.filter((cell) => cell.value).map((cell) => [cell.dataset.cell, cell.value]));
  return item.querySelector("input, textarea").value;
}

function fill(item, value) {
  for (const cell of item.querySelectorAll("[data-cell]")) cell.value = value?.[cell.dataset.cell] ?? "";
  const single = item.querySelector(":scope > input, :scope > textarea");
  if (single) single.value = value ?? "";
}

function keep(item) {
  const value = valueOf(item);
  const kept = note((all) => {
    const fields = (all.sheets[sheet] ??= {});
    const before = fields[item.dataset.field];
    if (isEmpty(value) && !before?.others?.length) delete fields[item.dataset.field];
    else fields[item.dataset.field] = { ...before, value, by: all.by ?? "", on: new Date().toISOString() };
  });
  said.textContent = kept ? saved : failed;
}

const kept = form ? (sheets().found.sheets[sheet] ?? {}) : {};
for (const item of form?.querySelectorAll("[data-field]") ?? []) {
  if (kept[item.dataset.field]) fill(item, kept[item.dataset.field].value);
  let waiting;
  item.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 400, item);
  });
  item.addEventListener("change", () => {
    clearTimeout(waiting);
    keep(item);
  });
}
form?.addEventListener("submit", (event) => event.preventDefault());
