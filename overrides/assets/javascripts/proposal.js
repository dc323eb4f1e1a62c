/**
 * The team's draft proposal: every worksheet that was written on this device, part by part, ready to print.
 */
import { carrying } from "./learning/carry.js";
import { differing, isEmpty, merge, note, SHEETS, sheets } from "./learning/sheets.js";
import { parse, today, write } from "./learning/store.js";

const page = document.querySelector(".proposal");
const said = page.querySelector(".proposal__said");
const element = (tag, properties) => Object.assign(document.createElement(tag), properties);

/** @param {HTMLElement} box the field's place on the page @param {any} value @returns {Node} what was written, to be read */
function shown(box, value) {
  if (box.dataset.kind !== "table") return element("p", { className: "filled__value", textContent: value });
  const columns = [...box.querySelectorAll("th[data-column]")].map((head) => head.dataset.column);
  const body = element("tbody", {});
  const rows = [...new Set(Object.keys(value).map((cell) => Number(cell.split(".")[0])))].sort((a, b) => a - b);
  for (const number of rows) {
    const row = body.insertRow();
    for (const column of columns) row.insertCell().textContent = value[`${number}.${column}`] ?? "";
  }
  return body;
}

/** What another member wrote, with a button that takes it; what stood before takes its place among the others. */
function other(box, written, position) {
  const block = element("div", { className: "filled__other no-print" });
  const text = typeof written.value === "string" ? written.value : Object.values(written.value).join(" · ");
  const button = element("button", { type: "button", className: "button button--quiet", textContent: page.dataset.both });
  button.addEventListener("click", () => {
    note((kept) => {
      const field = kept.sheets[box.dataset.sheet][box.dataset.field];
      const [chosen] = field.others.splice(position, 1);
      const { value, by, on } = field;
      kept.sheets[box.dataset.sheet][box.dataset.field] = { ...chosen, others: [{ value, by, on }, ...field.others] };
    });
    show();
  });
  block.append(element("p", { textContent: `${written.by ? `${written.by}: ` : ""}${text}` }), button);
  return block;
}

function show() {
  const { found } = sheets();
  for (const box of page.querySelectorAll(".filled")) {
    const written = found.sheets[box.dataset.sheet]?.[box.dataset.field];
    box.hidden = !written || isEmpty(written.value);
    for (const old of box.querySelectorAll(".filled__other")) old.remove();
    if (box.hidden) continue;
    box.querySelector(box.dataset.kind === "table" ? "tbody" : ".filled__value").replaceWith(shown(box, written.value));
    (written.others ?? []).forEach((each, position) => box.append(other(box, each, position)));
  }
  for (const from of page.querySelectorAll(".from")) from.hidden = !from.querySelector(".filled:not([hidden])");
  for (const part of page.querySelectorAll(".proposal__part")) part.querySelector(".proposal__none").hidden = Boolean(part.querySelector(".from:not([hidden])"));
  page.querySelector(".proposal__empty").hidden = Boolean(page.querySelector(".from:not([hidden])"));
  page.querySelector(".proposal__cover").textContent = found.team ?? "";
  for (const input of page.querySelectorAll("[data-name]")) input.value = found[input.dataset.name] ?? "";
}

page.hidden = false;
if (sheets().damaged) said.textContent = page.dataset.damaged;
for (const input of page.querySelectorAll("[data-name]")) {
  input.addEventListener("change", () => {
    note((kept) => (kept[input.dataset.name] = input.value));
    show();
  });
}
carrying(page, said, {
  name: () => `city-developers-worksheets-${today()}.json`,
  kept: () => sheets().found,
  take: (texts) => {
    const all = texts.map((text) => parse(text, SHEETS)).reduce(merge, sheets().found);
    if (!write(SHEETS, all)) return page.dataset.failed;
    show();
    return page.dataset.imported.replace("{0}", texts.length).replace("{1}", differing(all));
  },
  erase: () => {
    write(SHEETS, { format: SHEETS, version: 1, sheets: {} });
    show();
  },
});
show();
