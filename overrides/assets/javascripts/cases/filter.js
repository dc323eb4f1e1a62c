/**
 * Which cases fit the filters, and how many would fit each further one.
 *
 * @typedef {{id: string, values: Record<string, string[]>, text: string}} Entry `text` as `folded` makes it
 * @typedef {import("./address.js").Chosen} Chosen
 */

/** @param {string} text @returns {string} without capitals, tone marks and accents: what readers leave out or mistype */
export const folded = (text) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u0e47-\u0e4e\u200b]/g, "")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");

/**
 * A case fits when it has one of the values of every facet that is asked for, and all the words. A value counts the
 * cases that fit all other facets, so that it tells what choosing it would show.
 *
 * @param {Entry[]} entries
 * @param {Chosen} chosen
 * @param {string} words
 * @returns {{fitting: Set<string>, counts: Record<string, Map<string, number>>}}
 */
export function filter(entries, chosen, words) {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const asked = Object.entries(chosen).filter(([, values]) => values.length);
  const fitting = new Set();
  const counts = Object.fromEntries(Object.keys(chosen).map((facet) => [facet, new Map()]));
  for (const { id, values, text } of entries) {
    if (!wanted.every((word) => text.includes(word))) continue;
    const failed = asked.filter(([facet, any]) => !any.some((value) => values[facet].includes(value)));
    if (failed.length > 1) continue;
    if (!failed.length) fitting.add(id);
    for (const facet of failed.length ? [failed[0][0]] : Object.keys(counts)) {
      for (const value of values[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return { fitting, counts };
}
