/**
 * What an address asks of the list of cases: `?base=bcg&region=north&find=ขยะ&sort=title&view=table`. Not `q`, which opens the site's search.
 *
 * @typedef {Record<string, string[]>} Chosen values by facet
 * @typedef {{chosen: Chosen, words: string, sort: string, view: string}} Wish
 */
const LONGEST = 100;

/**
 * @param {URLSearchParams} asked
 * @param {Record<string, string[]>} known every value of every facet
 * @param {{sort: string[], view: string[]}} ways the first of each is the one that needs no saying
 * @returns {{wish: Wish, broken: boolean}} `broken`: something was asked for that does not exist, and is left out
 */
export function read(asked, known, ways) {
  let broken = false;
  const chosen = {};
  for (const [facet, values] of Object.entries(known)) {
    const wanted = [...new Set(asked.getAll(facet))];
    chosen[facet] = wanted.filter((value) => values.includes(value));
    if (chosen[facet].length < wanted.length) broken = true;
  }
  const single = (name) => {
    const value = asked.get(name);
    if (value === null || ways[name].includes(value)) return value ?? ways[name][0];
    broken = true;
    return ways[name][0];
  };
  return { wish: { chosen, words: (asked.get("find") ?? "").slice(0, LONGEST), sort: single("sort"), view: single("view") }, broken };
}

/**
 * @param {URL} address
 * @param {Wish} wish
 * @param {{sort: string[], view: string[]}} ways
 * @returns {URL} the address that asks for it; what it says of other things stays
 */
export function write(address, { chosen, words, sort, view }, ways) {
  const url = new URL(address);
  for (const name of ["find", "sort", "view", ...Object.keys(chosen)]) url.searchParams.delete(name);
  for (const [facet, values] of Object.entries(chosen)) for (const value of values) url.searchParams.append(facet, value);
  if (words) url.searchParams.set("find", words);
  if (sort !== ways.sort[0]) url.searchParams.set("sort", sort);
  if (view !== ways.view[0]) url.searchParams.set("view", view);
  return url;
}
