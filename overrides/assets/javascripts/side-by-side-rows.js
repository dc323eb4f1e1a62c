/**
 * A page taken apart into its sections, and the sections of two pages put in one order.
 *
 * @typedef {{id: string, content: DocumentFragment}} Section
 */
import { nameOf } from "./place.js";

const HEADING = "h2[id], h3[id]";
const START = `${HEADING}, .page-head`; // the title begins a row too: what stands above it may differ in height
const WRAPPER = "div, section, article, header"; // what may be cut in two: not a list, not a table

/**
 * @param {Element} page loses its content
 * @returns {{sections: Section[], restore: () => void}} the first section, which may be empty, has the id ""
 */
export function takeApart(page) {
  const sections = [{ id: "", content: new DocumentFragment(), wrappers: new Map() }];
  const homes = []; // every node that is moved and the one it stood in, in the order of the page
  const cut = new Set();

  /** The same wrappers again, in the section that is being filled. */
  const inside = (wrappers) => {
    const section = sections.at(-1);
    return wrappers.reduce((outer, wrapper) => {
      let copy = section.wrappers.get(wrapper);
      if (!copy) {
        copy = wrapper.cloneNode(false);
        if (cut.has(wrapper)) copy.removeAttribute("id");
        cut.add(wrapper);
        section.wrappers.set(wrapper, copy);
        outer.append(copy);
      }
      return copy;
    }, section.content);
  };

  const walk = (parent, wrappers) => {
    for (const node of [...parent.childNodes]) {
      const element = node instanceof Element ? node : null;
      if (!element && !node.textContent.trim()) continue;
      homes.push([node, parent]);
      if (element?.matches(START)) {
        sections.push({ id: nameOf(element) || "title", content: new DocumentFragment(), wrappers: new Map() });
      }
      if (element?.matches(WRAPPER) && element.querySelector(HEADING)) walk(element, [...wrappers, element]);
      else inside(wrappers).append(node);
    }
  };
  walk(page, []);

  const restore = () => {
    page.replaceChildren();
    for (const [node, parent] of homes) parent.append(node);
  };
  return { sections, restore };
}

/**
 * @param {Section[]} own
 * @param {Section[]} other
 * @returns {[Section | undefined, Section | undefined][]} in the order of the own page; what only the other one has
 *   follows what it follows there
 */
export function pair(own, other) {
  const partners = new Map(other.map((section) => [section.id, section]));
  const rows = own.map((section) => [section, partners.get(section.id)]);
  let last = 0;
  for (const section of other) {
    const found = rows.findIndex(([mine]) => mine?.id === section.id);
    if (found >= 0) last = found;
    else rows.splice(++last, 0, [undefined, section]);
  }
  return rows;
}
