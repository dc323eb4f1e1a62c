/**
 * A whole index in one file, ranked in memory.
 */
import { passes } from "./facets.js";
import { pageOfRow, PassageIndex } from "./passages.js";
import { rank } from "./rank.js";
import { pagesOf } from "./results.js";

/**
 * @typedef {object} Found
 * @property {import("./results.js").Result[]} results best first, after the filters
 * @property {import("./passages.js").Page[]} pages all that answer, before the filters; of a large index without title
 */

export class EmbeddedIndex {
  /**
   * @param {{pages: Array, passages: Array, language: string, labels: object}} data the index file
   */
  constructor(data) {
    this.language = data.language;
    this.labels = data.labels;
    const passages = data.passages.map(([number, anchor, title, text]) => ({ page: number, anchor, title, text }));
    this.index = new PassageIndex(data.pages.map(pageOfRow), passages);
  }

  /**
   * @param {import("./query.js").Query} query
   * @param {import("./facets.js").Filters} filters
   * @returns {Promise<Found>}
   */
  async find(query, filters) {
    const all = pagesOf(rank(query, this.index), this.index, this.language);
    const results = all.filter((result) => passes(result.page, filters));
    return { results, pages: all.map(({ page }) => page) };
  }
}
