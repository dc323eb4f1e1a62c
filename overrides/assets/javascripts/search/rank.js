/**
 * Which passages answer a query, best first: BM25 over grams, times the share of the query that a passage covers;
 * a Thai run that stands nowhere as typed is looked for with typing errors.
 *
 * BM25: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
 */
import { allowance, distance, scanner } from "./distance.js";
import { fold } from "./fold.js";
import { gramsOfRun } from "./grams.js";

const SATURATION = 1.2; // BM25's k1
/** What a term can weigh at most, with any frequency. */
export const MOST_WEIGHT = SATURATION + 1;
const LENGTH_SHARE = 0.3; // BM25's b: sections differ in length for no reason that a reader would feel
/** What a gram that stands nowhere counts, against the rarest that stands somewhere. */
export const UNKNOWN_SHARE = 0.6;
const RERANKED = 300;
const APPROXIMATE_WEIGHT = 2.64; // of a run found with errors, against all its grams found apart: by trial
const ELSEWHERE_SHARE = 0.3; // of what other passages of the same page cover
const PAGE_TITLE_BONUS = 1; // for a page whose title is what was typed
const SECTION_TITLE_BONUS = 0.3;
const NAMED = 0.6; // a title that holds it as a word of its own: บพท in "… (บพท)"
/** Lists of sources hold words of everything. */
const KIND_PRIORS = { source: 0.7 };

/**
 * @typedef {object} Hit
 * @property {number} passage
 * @property {number} score
 * @property {number} coverage share of the query found, 0–1
 */

/** @param {number} count @param {number} frequency @returns {number} BM25's inverse document frequency */
export const rarity = (count, frequency) => Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));

/**
 * @param {import("./query.js").Query} query
 * @param {import("./passages.js").PassageIndex} index
 * @returns {Hit[]} best first
 */
export function rank(query, index) {
  if (!query.grams.size || !index.passages.length) return [];
  const rarest = rarity(index.count, 0);
  const scores = new Map();
  const covered = new Map();
  const onPage = new Map(); // page → what its passages cover together
  const worth = new Map(); // gram → the share of the whole query that it is worth
  let total = 0;
  const add = (map, key, value) => map.set(key, (map.get(key) ?? 0) + value);

  for (const [term, { weight, word, optional }] of query.grams) {
    const terms = word ? index.alternatives(term, word) : [[term, 1]];
    const live = terms.filter(([other]) => index.frequency(other) > 0);
    if (optional && !live.length) continue;
    const bestFit = Math.max(0, ...live.map(([, fit]) => fit));
    const value = live.length
      ? Math.max(...live.map(([other, fit]) => (rarity(index.count, index.frequency(other)) * fit) / bestFit))
      : rarest * UNKNOWN_SHARE;
    worth.set(term, weight * value);
    total += weight * value;
    const best = new Map();
    for (const [other, fit] of live) {
      const list = index.postings.get(other) ?? [];
      const rare = rarity(index.count, index.frequency(other));
      for (let k = 0; k < list.length; k += 2) {
        const [passage, frequency] = [list[k], list[k + 1]];
        const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * index.lengths[passage]) / index.averageLength;
        const score = (weight * fit * rare * frequency * MOST_WEIGHT) / (frequency + SATURATION * length);
        if (score > (best.get(passage) ?? 0)) best.set(passage, score);
      }
    }
    for (const [passage, score] of best) {
      add(scores, passage, score);
      add(covered, passage, weight * value);
    }
    for (const page of new Set([...best.keys()].map((passage) => index.passages[passage].page)))
      add(onPage, page, weight * value);
  }

  for (const run of query.thaiRuns) approximate(run, index, worth, total, scores, covered, rarest);

  let hits = [...scores].map(([passage, score]) => {
    const coverage = covered.get(passage) / total;
    const together = Math.max(coverage, (onPage.get(index.passages[passage].page) ?? 0) / total);
    const share = coverage + (together - coverage) * ELSEWHERE_SHARE;
    const prior = KIND_PRIORS[index.pages[index.passages[passage].page].kind] ?? 1;
    return { passage, score: score * share ** 2 * prior, coverage: share };
  });
  hits = hits.sort((a, b) => b.score - a.score).slice(0, RERANKED);
  const words = query.text.split(" ").filter((word) => word.length > 1);
  for (const hit of hits) {
    const text = index.normalised[hit.passage];
    const exact = words.filter((word) => text.includes(word)).length;
    hit.score *= 1 + (0.5 * exact) / (words.length || 1);
    if (words.length > 1 && text.includes(query.text)) hit.score *= 1.3;
    if (standsAlone(query.text, text)) hit.score *= 1.3;
    const weight = index.passages[hit.passage].anchor ? SECTION_TITLE_BONUS : PAGE_TITLE_BONUS;
    hit.score *= 1 + weight * likeness(query.folded, index.foldedTitles[hit.passage]);
  }
  return hits.sort((a, b) => b.score - a.score);
}

/** How much a title is what was typed, 0–1: all of it, but for typing errors, or as a part. */
function likeness(typed, title) {
  const limit = allowance(typed.length);
  const errors = distance(typed, title, limit);
  if (errors <= limit) return 1 - errors / typed.length;
  if (!title.includes(typed)) return 0;
  return Math.max(typed.length / title.length, standsAlone(typed, title) ? NAMED : 0);
}

const PART_OF_WORD = /[\p{L}\p{M}\p{N}]/u;

/** @returns {boolean} true where the words stand in the text with no letter beside them: กสว in "ทุน กสว. ปี" */
function standsAlone(words, text) {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!PART_OF_WORD.test(text[at - 1] ?? "") && !PART_OF_WORD.test(text[at + words.length] ?? "")) return true;
  }
  return false;
}

/** Score the passages that hold a Thai run with typing errors, unless it stands somewhere exactly as typed. */
function approximate(run, index, worth, total, scores, covered, rarest) {
  if (run.length < 4 || index.normalised.some((text) => text.includes(run))) return;
  const pattern = fold(run);
  const limit = allowance(pattern.length);
  if (!limit) return;
  const share = gramsOfRun(run, false).reduce((sum, { term }) => sum + (worth.get(term) ?? 0), 0);
  const scan = scanner(pattern);
  const found = index.folded.map((text, passage) => [passage, scan(text)]).filter(([, errors]) => errors <= limit);
  const fewest = Math.min(...found.map(([, errors]) => errors));
  const rare = Math.min(1, rarity(index.count, found.length) / rarest + 0.3);
  for (const [passage, errors] of found) {
    const fit = (1 - errors / pattern.length) ** 2 * (errors === fewest ? 1 : 0.4);
    scores.set(passage, (scores.get(passage) ?? 0) * 0.5 + fit * share * APPROXIMATE_WEIGHT * rare);
    const before = covered.get(passage) ?? 0;
    covered.set(passage, Math.min(total, Math.max(before, before * 0.3 + fit * share)));
  }
}
