/**
 * What a text is indexed by: single, double and triple clusters of Thai, stems and forms of Latin words, numbers.
 */
import { clusters } from "./clusters.js";
import { unaccent } from "./fold.js";
import { stem } from "./stem.js";

/** A run of Thai, or a word or number in Latin letters (with inner dots and apostrophes: PM2.5, city's). */
export const RUN = /[\u0e01-\u0e4e]+|[a-z0-9À-ÖØ-öø-ɏ]+(?:[.'’][a-z0-9À-ÖØ-öø-ɏ]+)*/g;

/** @param {string} run @returns {boolean} true for a run of Thai */
export const isThai = (run) => run >= "\u0e01" && run <= "\u0e4f";

/** Marks the term of a Latin word, which otherwise could be taken for a cluster. */
export const WORD = "=";

const TRIPLE_WEIGHT = 1.3;
const WORD_WEIGHT = 2;
const FORM_WEIGHT = 0.3; // of the very form of a word, beside its stem

/**
 * @typedef {object} Gram
 * @property {string} term key of the index: clusters joined by "|", or "=" and the stem or form
 * @property {number} weight what it counts in a query
 * @property {string} [word] a Latin word as it was written
 * @property {boolean} [optional] a query misses nothing where it stands nowhere
 */

/**
 * The grams of one run; `single` also gives single clusters.
 *
 * @param {string} run normalised
 * @param {boolean} single
 * @returns {Gram[]}
 */
export function gramsOfRun(run, single) {
  if (!isThai(run)) {
    const word = unaccent(run);
    const [root, whole] = [WORD + stem(word), WORD + word];
    const grams = [{ term: root, weight: WORD_WEIGHT, word }];
    if (whole !== root) grams.push({ term: whole, weight: FORM_WEIGHT, optional: true });
    return grams;
  }
  const list = clusters(run);
  const grams = [];
  for (let i = 0; i < list.length; i++) {
    if (single || list.length === 1) grams.push({ term: list[i], weight: 1 });
    if (i + 1 < list.length) grams.push({ term: `${list[i]}|${list[i + 1]}`, weight: 1 });
    if (i + 2 < list.length) grams.push({ term: `${list[i]}|${list[i + 1]}|${list[i + 2]}`, weight: TRIPLE_WEIGHT });
  }
  return grams;
}

/** @param {string} normalised @returns {string[]} */
export const runs = (normalised) => normalised.match(RUN) ?? [];

/**
 * All grams of a text to be indexed.
 *
 * @param {string} normalised
 * @returns {Gram[]}
 */
export function grams(normalised) {
  const all = [];
  for (const run of runs(normalised)) all.push(...gramsOfRun(run, true));
  return all;
}
