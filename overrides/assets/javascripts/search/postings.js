/**
 * The files of a large index: which shard holds a term, and what a shard says of it.
 */
import { WORD } from "./grams.js";
import { fnv } from "./hash.js";

/** Steps of a term's weight in a part, "A" to "O". */
export const LEVELS = 15;

/** Words share a shard by two letters, clusters by the first two. @param {string} term @param {number} count */
export function shardOf(term, count) {
  return fnv(term[0] === WORD ? term.slice(0, 3) : term.split("|").slice(0, 2).join("|")) % count;
}

/**
 * @param {string} text a list as cde/search/shards.py writes it
 * @returns {{frequency: number, list: number[]}} parts that hold the term; and part, level, part, level, …
 */
export function postings(text) {
  const [, shortened, rest] = /^(?:(\d+):)?(.*)$/.exec(text);
  const list = [];
  let part = -1;
  for (const [, step, level] of rest.matchAll(/([0-9a-z]*)([A-O])/g)) {
    part += step ? parseInt(step, 36) : 1;
    list.push(part, level.charCodeAt(0) - 64);
  }
  return { frequency: shortened ? Number(shortened) : list.length / 2, list };
}
