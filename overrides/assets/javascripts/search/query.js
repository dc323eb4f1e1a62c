/**
 * What a reader typed, taken apart: grams with their weights, Thai runs, and the words that may stand for a word.
 */
import { fold, unaccent } from "./fold.js";
import { allowance, distance } from "./distance.js";
import { gramsOfRun, isThai, runs, WORD } from "./grams.js";
import { normalise } from "./normalise.js";

/** Longer queries are cut: nobody types them, and each gram costs time. */
const LONGEST_QUERY = 200;

/** Buddhist and Common Era are 543 years apart; a page of this site means a year of these 250. */
const ERA_GAP = 543;
const FIRST_BUDDHIST = 2400;
const FIRST_COMMON = 1857;
const YEARS = 250;
const ERA_NAMES = /(^|\s)(?:พศ|คศ|be|ad|ce)\.?\s*(?=\d{4}(?!\d))/g;

/** Words of a question that pages which answer it need not hold. */
const FUNCTION_WORDS =
  /^(?:an?|and|are|be|by|can|do|for|from|how|i|in|is|it|of|on|or|should|that|the|this|to|was|we|what|when|where|which|who|why|with|you)$/;
const FUNCTION_WORD_SHARE = 0.2;

/**
 * @typedef {object} Query
 * @property {string} text normalised, one space between words
 * @property {string} folded
 * @property {Map<string, {weight: number, word?: string, optional?: boolean}>} grams
 * @property {string[]} thaiRuns
 */

/**
 * @param {string} typed
 * @returns {Query}
 */
export function parse(typed) {
  const text = normalise(typed.slice(0, LONGEST_QUERY)).replace(/\s+/g, " ").trim().replace(ERA_NAMES, "$1");
  const grams = new Map();
  const list = runs(text);
  // A name of letters and a number, typed with a space: PM 2.5.
  list.forEach((run, i) => {
    const joined = run + list[i + 1];
    if (/^[a-z]+\d[\d.]*$/.test(joined)) grams.set(WORD + joined, { weight: 2, optional: true });
  });
  for (const run of list) {
    for (const { term, ...gram } of gramsOfRun(run, false)) {
      if (FUNCTION_WORDS.test(run)) gram.weight *= FUNCTION_WORD_SHARE;
      if (!(grams.get(term)?.weight >= gram.weight)) grams.set(term, gram);
    }
  }
  return { text, folded: fold(text), grams, thaiRuns: list.filter(isThai) };
}

/** @param {string} text normalised @returns {string[]} the same year in the other era */
export function otherEra(text) {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  const within = (first) => year >= first && year < first + YEARS;
  if (within(FIRST_BUDDHIST)) return [String(year - ERA_GAP)];
  return within(FIRST_COMMON) ? [String(year + ERA_GAP)] : [];
}

const MOST_ALTERNATIVES = 20;

/**
 * The terms that may stand for a Latin word or number: the word itself, the other era, longer words, near spellings,
 * each by its stem and by its form.
 *
 * @param {string} term
 * @param {string} word as typed
 * @param {Iterable<[string, string]>} vocabulary words of the index and their terms
 * @param {boolean} known the index has the word itself
 * @returns {[string, number][]} terms and how well each fits, 0–1
 */
export function alternatives(term, word, vocabulary, known) {
  const years = otherEra(word).map((year) => [WORD + year, 0.8]);
  const limit = /\d/.test(word) ? 0 : allowance(word.length + (word.length === 7 ? 1 : 0));
  const near = new Map();
  for (const [candidate, other] of vocabulary) {
    if (other === term) continue;
    let fit = 0;
    if (word.length >= 3 && candidate.startsWith(word)) fit = 0.6 * (word.length / candidate.length) + 0.2;
    else if (limit) {
      const errors = distance(word, candidate, limit);
      if (errors <= limit) fit = errors === 1 ? 0.5 : 0.15;
    }
    for (const each of [other, WORD + candidate]) if (fit > (near.get(each) ?? 0)) near.set(each, fit);
  }
  const best = [...near].sort((a, b) => b[1] - a[1]).slice(0, MOST_ALTERNATIVES);
  return [[term, 1], ...years, ...best.map(([other, fit]) => [other, known ? fit / 2 : fit])];
}
