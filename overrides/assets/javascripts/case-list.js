/**
 * The list of cases: links to the pages of single values become filters that can be combined, with their counts. What
 * is chosen stands in the address. Without this script, the links and pages do the same one by one.
 */
import { read, write } from "./cases/address.js";
import { offer } from "./cases/choice.js";
import { filter, folded } from "./cases/filter.js";
import { show } from "./cases/map.js";
import { ordered } from "./cases/order.js";
import { replace } from "./search-address.js";

const browse = document.querySelector(".browse");
const form = browse.querySelector(".browse__form");
const table = browse.querySelector(".cases");
const figure = browse.querySelector(".case-map");
const told = browse.querySelector(".browse__count");
const clear = browse.querySelector(".browse__clear");
const more = browse.querySelector(".browse__more");
const wide = matchMedia("(min-width: 45em)"); // a phone shows the list first
const body = table.tBodies[0];
const language = document.documentElement.lang;

const facets = [...form.querySelectorAll(".facet")];
const names = facets.map((facet) => facet.dataset.facet);
const rows = [...body.rows];
const entries = rows.map((row) => {
  const parts = row.dataset.facets.split("|");
  const values = Object.fromEntries(names.map((name, place) => [name, parts[place].split(" ")]));
  return { id: row.dataset.case, values, text: folded(`${row.textContent} ${row.dataset.words ?? ""}`) };
});
const entryOf = new Map(rows.map((row, place) => [row, entries[place]]));
const groupOf = new Map(rows.map((row) => [row.dataset.case, row.dataset.group]));
const boxes = new Map(facets.map((facet) => [facet.dataset.facet, [...facet.querySelectorAll("a[data-value]")].map(box)]));
const known = Object.fromEntries([...boxes].map(([name, list]) => [name, list.map(({ input }) => input.value)]));
const ways = Object.fromEntries(
  ["sort", "view"].map((name) => [name, [...form.elements[name].options].map(({ value }) => value)]),
);
let order = "base";

/** A link and its count become a box with the same words. */
function box(link) {
  const facet = link.closest(".facet").dataset.facet;
  const count = link.nextElementSibling;
  const label = document.createElement("label");
  const input = document.createElement("input");
  Object.assign(input, { type: "checkbox", name: facet, value: link.dataset.value });
  label.append(input, ` ${link.textContent} `, count);
  link.replaceWith(label);
  return { input, label, count };
}

/** @returns {import("./cases/address.js").Wish} what the form says */
function wish() {
  const chosen = Object.fromEntries(
    [...boxes].map(([name, list]) => [name, list.filter(({ input }) => input.checked).map(({ input }) => input.value)]),
  );
  const { find, sort, view } = form.elements;
  return { chosen, words: find.value.trim(), sort: sort.value, view: view.value };
}

/** @param {boolean} broken the address asked for something that does not exist */
function renew(broken = false) {
  const { chosen, words, sort, view } = wish();
  const { fitting, counts } = filter(entries, chosen, words);
  for (const [place, row] of rows.entries()) {
    const out = !fitting.has(entries[place].id);
    if (row.hidden !== out) row.hidden = out; // what stays as it is costs no layout
  }
  for (const [name, list] of boxes) {
    for (const { input, label, count } of list) {
      const number = counts[name].get(input.value) ?? 0;
      if (count.textContent !== String(number)) count.textContent = String(number);
      label.classList.toggle("empty", !number && !input.checked);
    }
  }
  if (sort !== order) body.append(...ordered(rows, sort, language, (row) => entryOf.get(row).values));
  order = sort;
  table.dataset.view = view;
  if (figure) show(figure, fitting, (id) => groupOf.get(id));
  const some = told.dataset.found.replace("{}", String(fitting.size)).replace("{}", String(entries.length));
  const said = [broken && told.dataset.unknown, fitting.size ? some : told.dataset.none];
  told.textContent = said.filter(Boolean).join(" ");
  clear.hidden = !words && !Object.values(chosen).some((values) => values.length);
}

/** Fill the form from the address. */
function follow() {
  const { wish: asked, broken } = read(new URLSearchParams(location.search), known, ways);
  for (const [name, list] of boxes) for (const { input } of list) input.checked = asked.chosen[name].includes(input.value);
  for (const facet of facets) if (asked.chosen[facet.dataset.facet].length) facet.open = more.open = true;
  form.elements.find.value = asked.words;
  form.elements.sort.value = asked.sort;
  form.elements.view.value = asked.view;
  renew(broken);
}

function changed() {
  renew();
  replace(write(new URL(location.href), wish(), ways).href);
}

form.addEventListener("input", changed);
form.addEventListener("submit", (event) => event.preventDefault());
clear.addEventListener("click", () => {
  form.elements.find.value = "";
  for (const list of boxes.values()) for (const { input } of list) input.checked = false;
  changed();
  told.tabIndex = -1;
  told.focus({ preventScroll: true });
});
addEventListener("popstate", follow);
form.querySelector(".browse__ask").hidden = false;
more.open = wide.matches;
offer(table, browse.querySelector(".compare-bar"));
follow();
