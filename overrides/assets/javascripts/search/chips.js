/**
 * Chips: the values by which the results can be filtered, and how many pages each would leave.
 */
import { byFacet, passes, valuesOf } from "./facets.js";

/**
 * @param {import("./passages.js").Page[]} pages that answer the query, before any filter
 * @param {import("./facets.js").Filters} filters
 * @param {Record<string, Record<string, string>>} labels
 * @returns {Record<string, {value: string, label: string, count: number, selected: boolean}[]>} most pages first; a
 *   value is counted as if its own facet had no filter, and stays when it is chosen
 */
export function chips(pages, filters, labels) {
  return byFacet((facet) => {
    const counts = new Map(filters[facet].map((value) => [value, 0]));
    for (const page of pages.filter((each) => passes(each, filters, facet))) {
      for (const value of valuesOf(page, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const known = [...counts].filter(([value]) => labels[facet]?.[value]).sort((a, b) => b[1] - a[1]);
    return known.map(([value, count]) => ({
      value,
      label: labels[facet][value],
      count,
      selected: filters[facet].includes(value),
    }));
  });
}
