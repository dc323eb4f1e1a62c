/**
 * From passages to pages, and from two languages to one list.
 */

const OTHER_PASSAGES_SHARE = 0.08; // what each further passage of a page adds to its score
const OTHER_PASSAGES = 4;
/** Less of the query than this is chance, and so is less than this share of what the best page holds. */
const LEAST_COVERAGE = 0.2;
const LEAST_SHARE = 0.3;

/** @param {number} coverage @param {number} best the best page's @returns {boolean} true where a page answers the query */
export const answers = (coverage, best) => coverage >= Math.max(LEAST_COVERAGE, LEAST_SHARE * best);

/**
 * @typedef {object} Result
 * @property {import("./passages.js").Page} page
 * @property {string} language
 * @property {number} score
 * @property {number} coverage share of the query that its best passage holds, 0–1
 * @property {{passage: import("./passages.js").Passage, score: number}[]} hits best first
 */

/**
 * One result a page, best first.
 *
 * @param {import("./rank.js").Hit[]} hits best first
 * @param {import("./passages.js").PassageIndex} index
 * @param {string} language
 * @returns {Result[]}
 */
export function pagesOf(hits, index, language) {
  const results = new Map();
  for (const { passage: number, score, coverage } of hits) {
    const passage = index.passages[number];
    const result = results.get(passage.page);
    if (!result) {
      const page = index.pages[passage.page];
      results.set(passage.page, { page, language, score, coverage, hits: [{ passage, score }] });
    } else {
      result.coverage = Math.max(result.coverage, coverage);
      if (result.hits.length < OTHER_PASSAGES) result.score += OTHER_PASSAGES_SHARE * score;
      result.hits.push({ passage, score });
    }
  }
  const list = [...results.values()].sort((a, b) => b.score - a.score);
  const best = Math.max(...list.map(({ coverage }) => coverage));
  return list.filter(({ coverage }) => answers(coverage, best));
}

/** A page's address without its language: the same for both of a pair. @param {Result} result */
const addressOf = ({ page, language }) => page.url.replace(new RegExp(`^${language}/`), "");

const GOOD_SHARE = 0.6; // of the best coverage in either language: less comes last
const WHOLE_SHARE = 0.9; // the same for one's own language, where the query is not in its letters
const OWN_FIRST = 3; // results in the reader's language before the first of the other
const OTHER_NEXT = 2;

/**
 * The reader's language first, then the best of the other, then the rest of each. What holds much less of the query
 * than the best find in either language comes last: a whole find in the other language says more than a half in one's
 * own. What one page of a pair holds speaks for the other too.
 *
 * @param {Result[]} own
 * @param {Result[]} other
 * @param {boolean} [foreign] the query is in the other language's letters: then only whole finds of one's own come first
 * @returns {Result[]}
 */
export function merge(own, other, foreign = false) {
  const twins = new Map(other.map((result) => [addressOf(result), result.coverage]));
  own = own.map((result) => ({ ...result, coverage: Math.max(result.coverage, twins.get(addressOf(result)) ?? 0) }));
  const best = Math.max(0, ...own.concat(other).map(({ coverage }) => coverage));
  const good =
    (share) =>
    ({ coverage }) =>
      coverage >= share * best;
  const ownGood = own.filter(good(foreign ? WHOLE_SHARE : GOOD_SHARE));
  const otherGood = other.filter(good(GOOD_SHARE));
  return [
    ...ownGood.slice(0, OWN_FIRST),
    ...otherGood.slice(0, OTHER_NEXT),
    ...ownGood.slice(OWN_FIRST),
    ...otherGood.slice(OTHER_NEXT),
    ...own.filter((result) => !ownGood.includes(result)),
    ...other.filter((result) => !otherGood.includes(result)),
  ];
}
