/**
 * The chips above the results: one button a value, in a line a group. The line of chosen ones stands where the groups
 * are folded away, so that a filter in use is always seen.
 */
import { FACETS, count } from "./search-address.js";

/**
 * @typedef {import("./search-address.js").Facet} Facet
 * @typedef {import("./search-address.js").Filters} Filters
 * @typedef {{value: string, label: string, count: number}} Value
 */

const LIMIT = 8; // values of a group before "more"

/**
 * Make the items of a list anew, and keep the elements of those that stay: they keep the focus, and their place.
 *
 * @template Item
 * @param {Element} list
 * @param {Item[]} items
 * @param {(item: Item) => string} key
 * @param {(button: HTMLButtonElement, item: Item) => void} fill
 */
export function renew(list, items, key, fill) {
  const active = document.activeElement;
  const old = new Map([...list.children].map((row) => [row.dataset.key, row]));
  const rows = items.map((item) => {
    const row = old.get(key(item)) ?? document.createElement("li");
    row.dataset.key = key(item);
    if (!row.firstChild) row.append(Object.assign(document.createElement("button"), { type: "button" }));
    fill(row.firstChild, item);
    return row;
  });
  for (const row of old.values()) if (!rows.includes(row)) row.remove();
  rows.forEach((row, place) => {
    if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
  });
  if (list.contains(active) && active !== document.activeElement) active.focus({ preventScroll: true });
}

/**
 * @param {(name: string) => HTMLElement} part finds an element by its `data-search`
 * @param {{press: (facet: Facet, value: string) => void, clear: () => void}} does
 * @returns {(facets: Record<Facet, Value[]>, filters: Filters, useful: boolean) => void} shows them
 */
export function mountFilters(part, does) {
  const [panel, box, toggle, groups, chosen] = ["panel", "filters", "toggle", "groups", "chosen"].map(part);
  const unfolded = new Set();
  let open = false;
  let last;

  const chip = (button, { facet, value, label, count, on }) => {
    button.className = "search-chip";
    button.setAttribute("aria-pressed", String(on));
    if (facet === "base") button.dataset.group = value;
    button.textContent = count === undefined ? label : `${label} (${count})`;
    button.onclick = () => does.press(facet, value);
  };

  function showGroup(group, values) {
    const facet = group.dataset.facet;
    const more = values.length > LIMIT + 1 && group.dataset.more;
    const cut = more && !unfolded.has(facet);
    const seen = cut ? values.filter(({ on }, place) => on || place < LIMIT) : values;
    const items = more ? [...seen, { value: "", left: values.length - seen.length }] : seen;
    group.hidden = values.length < 2 && !values.some(({ on }) => on);
    group.classList.toggle("search-filter--unfolded", unfolded.has(facet));
    renew(
      group.querySelector("ul"),
      items,
      ({ value }) => value,
      (button, item) => {
        if (item.value) return chip(button, item);
        button.className = "search-filters__clear";
        button.setAttribute("aria-expanded", String(!cut));
        button.textContent = cut ? group.dataset.more.replace("{}", String(item.left)) : group.dataset.fewer;
        button.onclick = () => {
          unfolded[cut ? "add" : "delete"](facet);
          show(...last);
        };
      },
    );
  }

  function show(facets, filters, useful) {
    last = [facets, filters, useful];
    const had = panel.contains(document.activeElement);
    const all = FACETS.map((facet) => {
      const on = (value) => filters[facet].includes(value);
      const values = (facets[facet] ?? []).filter(({ value, count }) => count > 0 || on(value));
      return values.map((value) => ({ ...value, facet, on: on(value.value) }));
    });
    all.forEach((values, place) => showGroup(groups.children[place], values));
    const used = open ? [] : all.flat().filter(({ on }) => on);
    const key = ({ facet, value }) => `${facet} ${value}`;
    renew(chosen, used, key, (button, item) => chip(button, { ...item, count: undefined }));
    const number = count(filters);
    toggle.hidden = !useful || [...groups.children].every((group) => group.hidden);
    toggle.setAttribute("aria-expanded", String(open));
    part("count").textContent = number ? `(${number})` : "";
    part("clear").hidden = !number;
    groups.hidden = !open || toggle.hidden;
    box.hidden = groups.hidden && !number;
    const lost = had && (document.activeElement === document.body || !document.activeElement.getClientRects().length);
    if (lost) (toggle.hidden ? part("status") : toggle).focus({ preventScroll: true });
  }

  toggle.onclick = () => {
    open = !open;
    show(...last);
  };
  part("clear").onclick = does.clear;
  return show;
}
