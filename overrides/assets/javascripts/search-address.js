/**
 * What an address says of a search: `?q=waste&base=bcg&base=digital&kind=case&province=95`.
 *
 * @typedef {"base" | "kind" | "province"} Facet
 * @typedef {Record<Facet, string[]>} Filters
 */

/** @type {Facet[]} */
export const FACETS = ["base", "kind", "province"];
const VALUE = /^[\p{L}\p{M}\p{N}_.-]{1,60}$/u;
const MOST = 20;

/** @returns {Filters} */
export const none = () => ({ base: [], kind: [], province: [] });

/** @param {Filters} filters @returns {number} */
export const count = (filters) => FACETS.reduce((sum, facet) => sum + filters[facet].length, 0);

/** @param {Filters} a @param {Filters} b @returns {boolean} true if a names nothing that b lacks */
export const within = (a, b) => FACETS.every((facet) => a[facet].every((value) => b[facet].includes(value)));

/** @param {Filters} a @param {Filters} b @returns {boolean} */
export const same = (a, b) => within(a, b) && within(b, a);

/** @param {unknown} found @returns {Filters} filters out of a message, whatever it holds */
export const filtersOf = (found) =>
  FACETS.reduce((filters, facet) => ({ ...filters, [facet]: [...(found?.[facet] ?? [])] }), none());

/**
 * @param {URL} address
 * @returns {{asks: string, filters: Filters, broken: boolean}} `broken`: some of the filters cannot be meant
 */
export function read(address) {
  const filters = none();
  let broken = false;
  for (const facet of FACETS) {
    for (const value of new Set(address.searchParams.getAll(facet))) {
      if (VALUE.test(value) && filters[facet].length < MOST) filters[facet].push(value);
      else broken = true;
    }
  }
  return { asks: address.searchParams.get("q") ?? "", filters, broken };
}

/**
 * @param {URL} address
 * @param {string} query an empty one takes the search out of the address
 * @param {Filters} filters
 * @returns {URL}
 */
export function write(address, query, filters) {
  const url = new URL(address);
  for (const name of ["q", ...FACETS]) url.searchParams.delete(name);
  if (!query) return url;
  url.searchParams.set("q", query);
  for (const facet of FACETS) for (const value of filters[facet]) url.searchParams.append(facet, value);
  return url;
}

/** @param {string} address takes the place of the page's own, without a new step in the history */
export function replace(address) {
  const { href } = new URL(address, location.href);
  try {
    if (href !== location.href) history.replaceState(history.state, "", href);
  } catch {
    // Safari refuses after a hundred changes in half a minute: the next one tells it all.
  }
}
