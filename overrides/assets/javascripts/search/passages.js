/**
 * An inverted index of passages: sections of pages, each with a title and a text.
 */
import { fold } from "./fold.js";
import { grams } from "./grams.js";
import { normalise } from "./normalise.js";
import { alternatives } from "./query.js";

const HEAD_WEIGHT = 6; // of a page's own title
const TITLE_WEIGHT = 4;
const OTHER_NAMES_WEIGHT = 1.5;
const PAGE_TITLE_WEIGHT = 0.5;

/**
 * @typedef {object} Page
 * @property {string} url from the root of the site
 * @property {string} title
 * @property {string} others what it is found by beside its own words: names in the other language, aliases, summary
 * @property {string} kind module, lecture, case, term, page …
 * @property {string[]} bases
 * @property {string} province
 *
 * @typedef {object} Passage
 * @property {number} page index into the pages
 * @property {string} anchor id of the section; "" for the head of the page
 * @property {string} title
 * @property {string} text
 */

/** A row of an index's pages, as cde/search/entry.py writes it. @param {Array} row @returns {Page} */
export const pageOfRow = ([url, title, others, kind, bases, province]) => ({
  url,
  title,
  others,
  kind,
  bases,
  province,
});

export class PassageIndex {
  /**
   * @param {Page[]} pages
   * @param {Passage[]} passages those of one page stand together
   */
  constructor(pages, passages) {
    this.pages = pages;
    this.passages = passages;
    /** Term → [passage, frequency, passage, frequency, …]. @type {Map<string, number[]>} */
    this.postings = new Map();
    /** Grams in each text. */
    this.lengths = new Float32Array(passages.length);
    /** Latin word as written → its term. @type {Map<string, string>} */
    this.words = new Map();
    /** Normalised and folded title and text, for exact and approximate finds. @type {string[]} */
    this.normalised = [];
    this.folded = [];
    this.foldedTitles = [];
    let total = 0;
    passages.forEach((passage, number) => {
      const page = pages[passage.page];
      const frequencies = new Map();
      const add = (normalised, weight) => {
        const found = grams(normalised);
        for (const { term, word } of found) {
          frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
          if (word) this.words.set(word, term);
        }
        return found.length;
      };
      const [title, text] = [normalise(passage.title), normalise(passage.text)];
      add(title, passage.anchor ? TITLE_WEIGHT : HEAD_WEIGHT);
      if (passage.anchor) add(normalise(page.title), PAGE_TITLE_WEIGHT);
      else add(normalise(page.others), OTHER_NAMES_WEIGHT);
      this.lengths[number] = add(text, 1);
      total += this.lengths[number];
      for (const [term, frequency] of frequencies) {
        const list = this.postings.get(term);
        if (list) list.push(number, frequency);
        else this.postings.set(term, [number, frequency]);
      }
      const whole = `${title} \n ${text}`;
      this.normalised.push(whole);
      this.folded.push(fold(whole));
      this.foldedTitles.push(fold(title));
    });
    this.averageLength = total / passages.length || 1;
  }

  /** How many passages there are; the sharded index knows more than it holds. */
  get count() {
    return this.passages.length;
  }

  /** @param {string} term @returns {number} how many passages hold the term */
  frequency(term) {
    return (this.postings.get(term)?.length ?? 0) / 2;
  }

  /** @param {string} term @param {string} word as typed @returns {[string, number][]} terms that may stand for it */
  alternatives(term, word) {
    return alternatives(term, word, this.words, this.frequency(term) > 0);
  }
}
