/**
 * Filters: base, kind of page, province. A page passes a filter that names none of its values or one of them.
 */

const FACETS = ["base", "kind", "province"];

/** @template T @param {(facet: string) => T} value @returns {Record<"base" | "kind" | "province", T>} */
export const byFacet = (value) => Object.fromEntries(FACETS.map((facet) => [facet, value(facet)]));

/**
 * @typedef {Record<"base" | "kind" | "province", string[]>} Filters
 */

/** @param {import("./passages.js").Page} page @param {string} facet @returns {string[]} */
export function valuesOf(page, facet) {
  if (facet === "base") return page.bases;
  return [page[facet]].filter(Boolean);
}

/**
 * @param {import("./passages.js").Page} page
 * @param {Filters} filters
 * @param {string} [except] a facet that does not count
 * @returns {boolean}
 */
export function passes(page, filters, except) {
  return FACETS.every((facet) => {
    const wanted = filters[facet] ?? [];
    return facet === except || !wanted.length || valuesOf(page, facet).some((value) => wanted.includes(value));
  });
}
