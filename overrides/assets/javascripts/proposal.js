/**
 * The team's draft proposal: every worksheet that was written on this device, part by part, ready to print.
 */
import { carrying, parsed } from "./learning/carry.js";
import { erase, parse, write } from "./learning/file.js";
import { differing, isEmpty, merge, note, SHEETS, sheets } from "./learning/sheets.js";
import { today } from "./learning/store.js";

const page = document.querySelector(".proposal");
const said = page.querySelector(".proposal__said");
const element = (tag, properties) => Object.assign(document.createElement(tag), properties);
const asText = (value) => (typeof value === "string" ? value : Object.values(value).join(" · "));

/** @param {HTMLElement} box the field's place on the page @param {any} value @returns {Node} what was written, to be read */
function shown(box, value) {
  if (box.dataset.kind !== "table") return element("p", { className: "filled__value", textContent: asText(value) });
  const columns = [...box.querySelectorAll("th[data-column]")].map((head) => head.dataset.column);
  const body = element("tbody", {});
  const cells = typeof value === "object" ? value : { [`0.${columns[0]}`]: value };
  const rows = [...new Set(Object.keys(cells).map((cell) => Number(cell.split(".")[0])))].sort((a, b) => a - b);
  for (const number of rows) {
    const row = body.insertRow();
    for (const column of columns) row.insertCell().textContent = cells[`${number}.${column}`] ?? "";
  }
  return body;
}

/** Change a field by what another member wrote in it. */
function settle(box, written, change) {
  note((kept) => {
    const fields = kept.sheets[box.dataset.sheet];
    const field = fields[box.dataset.field];
    const place = field.others.findIndex(({ value }) => asText(value) === asText(written.value));
    if (place >= 0) fields[box.dataset.field] = change(field, ...field.others.splice(place, 1));
  });
  show();
  said.textContent = page.dataset.settled;
  said.focus();
}

/** What another member wrote, to take or to leave out: what stood before then takes its place among the others. */
function other(box, written) {
  const block = element("div", { className: "filled__other no-print" });
  block.append(element("p", { textContent: `${written.by ? `${written.by}: ` : ""}${asText(written.value)}` }));
  const ways = {
    take: ({ value, by, on, others, dropped }, chosen) => ({ ...chosen, dropped, others: isEmpty(value) ? others : [{ value, by, on }, ...others] }),
    leave: (field, left) => ({ ...field, dropped: [...(field.dropped ?? []), left.value] }),
  };
  for (const [name, change] of Object.entries(ways)) {
    const button = element("button", { type: "button", className: "button button--quiet", textContent: page.dataset[name] });
    button.setAttribute("aria-label", `${page.dataset[name]}: ${box.querySelector(".filled__label").textContent}`);
    button.addEventListener("click", () => settle(box, written, change));
    block.append(button);
  }
  return block;
}

/** What no field of today's worksheets shows: a worksheet was changed after the team had written. */
function rest(found) {
  const list = page.querySelector(".rest ul");
  list.replaceChildren();
  for (const [sheet, fields] of Object.entries(found.sheets)) {
    for (const [field, { value }] of Object.entries(fields)) {
      const box = page.querySelector(`.filled[data-sheet="${CSS.escape(sheet)}"][data-field="${CSS.escape(field)}"]`);
      const columns = [...(box?.querySelectorAll("th[data-column]") ?? [])].map((head) => head.dataset.column);
      const lost = typeof value === "object" && box
        ? Object.entries(value).filter(([cell, text]) => text && !columns.includes(cell.slice(cell.indexOf(".") + 1))).map(([, text]) => text).join(" · ")
        : box || isEmpty(value) ? "" : asText(value);
      if (lost) list.append(element("li", { textContent: lost }));
    }
  }
  page.querySelector(".rest").hidden = !list.children.length;
}

function show() {
  const { found } = sheets();
  for (const box of page.querySelectorAll(".filled")) {
    const written = found.sheets[box.dataset.sheet]?.[box.dataset.field];
    box.hidden = !written || (isEmpty(written.value) && !written.others?.length);
    for (const old of box.querySelectorAll(".filled__other")) old.remove();
    if (box.hidden) continue;
    box.querySelector(box.dataset.kind === "table" ? "tbody" : ".filled__value").replaceWith(shown(box, written.value));
    for (const each of written.others ?? []) box.append(other(box, each));
  }
  rest(found);
  for (const from of page.querySelectorAll(".from:not(.rest)")) from.hidden = !from.querySelector(".filled:not([hidden])");
  for (const part of page.querySelectorAll(".proposal__part")) part.querySelector(".proposal__none").hidden = Boolean(part.querySelector(".from:not([hidden])"));
  page.querySelector(".proposal__empty").hidden = Boolean(page.querySelector(".from:not([hidden])"));
  page.querySelector(".proposal__cover").textContent = found.team ?? "";
  for (const input of page.querySelectorAll("[data-name]")) input.value = found[input.dataset.name] ?? "";
}

page.hidden = false;
if (sheets().damaged) said.textContent = page.dataset.damaged;
for (const input of page.querySelectorAll("[data-name]")) {
  input.addEventListener("change", () => {
    if (!note((kept) => (kept[input.dataset.name] = input.value))) said.textContent = page.dataset.failed;
    show();
  });
}
carrying(page, said, {
  key: SHEETS,
  name: () => `city-developers-worksheets-${today()}.json`,
  kept: () => sheets().found,
  take: (files) => {
    const all = parsed(files, (text) => parse(text, SHEETS)).reduce(merge, sheets().found);
    if (!write(SHEETS, all)) return page.dataset.failed;
    return page.dataset.imported.replace("{0}", files.length).replace("{1}", differing(all));
  },
  erase: () => erase(SHEETS),
});
addEventListener("storage", ({ key }) => key === SHEETS && show());
addEventListener(SHEETS, show);
show();
