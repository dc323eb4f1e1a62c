/**
 * Titles and terms that complete what was typed, or come nearest to it.
 */
import { distance, scanner } from "./distance.js";
import { fold } from "./fold.js";
import { isThai } from "./grams.js";
import { normalise } from "./normalise.js";

const MOST = 5;
const MOST_NEAREST = 3;
const FARTHEST = 0.4; // errors for each character of what was typed

/**
 * @typedef {object} Suggestion
 * @property {string} text
 * @property {string} lang
 */

/** @param {string} text @returns {string} */
const loose = (text) => fold(normalise(text)).replace(/\s+/g, " ").trim();

export class Suggestions {
  /** @param {string[][]} rows text, language */
  constructor(rows) {
    this.entries = rows.map(([text, lang]) => ({ text, lang, key: loose(text) }));
  }

  /** @param {string} typed @returns {Suggestion[]} those that begin with it, then those that hold it; short ones first */
  completing(typed) {
    const key = loose(typed);
    if (key.length < 2) return [];
    const found = this.entries
      .map((entry) => ({ entry, at: entry.key === key ? -1 : place(entry.key, key) }))
      .filter(({ at }) => at >= 0);
    found.sort((a, b) => Math.sign(a.at) - Math.sign(b.at) || a.entry.text.length - b.entry.text.length);
    return distinct(found.map(({ entry }) => entry)).slice(0, MOST);
  }

  /** @param {string} typed @returns {Suggestion[]} those most like it */
  nearest(typed) {
    const key = loose(typed);
    if (key.length < 2) return [];
    const scan = scanner(key);
    const found = this.entries
      .map((entry) => {
        const inside = scan(entry.key) + Math.min(1, Math.abs(entry.key.length - key.length) / 40);
        return { entry, errors: Math.min(inside, distance(key, entry.key, Math.ceil(key.length * FARTHEST))) };
      })
      .filter(({ errors }) => errors <= Math.max(1, key.length * FARTHEST));
    found.sort((a, b) => a.errors - b.errors);
    return distinct(found.map(({ entry }) => entry)).slice(0, MOST_NEAREST);
  }
}

/** Where a text begins in another: anywhere in Thai, which has no spaces; in Latin letters only where a word begins. */
function place(text, wanted) {
  if (isThai(wanted)) return text.indexOf(wanted);
  return text.startsWith(wanted) ? 0 : text.indexOf(` ${wanted}`);
}

/** @returns {Suggestion[]} each text once */
function distinct(entries) {
  const seen = new Set();
  return entries.filter(({ key }) => !seen.has(key) && seen.add(key)).map(({ text, lang }) => ({ text, lang }));
}
