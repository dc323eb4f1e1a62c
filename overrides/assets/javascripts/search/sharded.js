/**
 * A large index in many small files: only the shards that a query's terms fall into are fetched, then only the texts
 * of the best parts. cde/search/shards.py writes the files and says what they hold.
 */
import { allowance } from "./distance.js";
import { passes } from "./facets.js";
import { fold } from "./fold.js";
import { gramsOfRun, RUN, WORD } from "./grams.js";
import { pageOfRow, PassageIndex } from "./passages.js";
import { LEVELS, postings, shardOf } from "./postings.js";
import { alternatives, parse } from "./query.js";
import { MOST_WEIGHT, rank, rarity, UNKNOWN_SHARE } from "./rank.js";
import { answers, pagesOf } from "./results.js";
import { stem } from "./stem.js";

/** Characters of the longest run that is looked at for typing errors. */
const LONGEST_RUN = 24;
/** A longer run of which so much is found is several words that stand apart, not one mistyped. */
const SHORT_RUN = 10;
const ENOUGH = 0.75;
const PARTS_FETCHED = 14; // about 20 kB
const PARTS_OF_A_PAGE = 3; // of those, so that other pages have a place too
const MOST_WORDS = 6; // near spellings of one Latin word
const MOST_FURTHER_SHARDS = 24; // fetched for corrections: about 20 kB
const CORRECTED_SHARE = 0.8; // what a corrected spelling's score counts
const FIRST_RANK_SHARE = 0.7; // what the rank by postings counts, against the rank by texts

/** Passages of the fetched parts, with what the whole index knows of terms. */
class Sample extends PassageIndex {
  /** @param {ShardedIndex} whole */
  constructor(pages, passages, whole) {
    super(pages, passages);
    this.whole = whole;
  }

  get count() {
    return this.whole.pageOf.length;
  }

  frequency(term) {
    return Math.min(this.count, Math.max(this.whole.frequency(term), super.frequency(term)));
  }

  alternatives(term, word) {
    return super.alternatives(term, word).concat(this.whole.respelt.get(term) ?? []);
  }
}

export class ShardedIndex {
  /**
   * @param {object} data the index's first file
   * @param {(name: string) => Promise<any>} load fetches a file of the index, parsed
   */
  constructor(data, load) {
    this.language = data.language;
    this.labels = data.labels;
    this.load = load;
    this.shardCount = data.shards;
    /** Term → {frequency, list: [part, level, …]}. @type {Map<string, {frequency: number, list: number[]}>} */
    this.terms = new Map();
    /** Files asked for, each once. @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** Term of a word → terms that it may have been meant for. @type {Map<string, [string, number][]>} */
    this.respelt = new Map();
    /** @type {number[]} part → its page */
    this.pageOf = data.parts.flatMap((parts, number) => Array(parts).fill(number));
    const { kind, base, province } = data.facets;
    this.facets = kind.map((value, n) => ({
      kind: value,
      bases: base[n].split(" ").filter(Boolean),
      province: province[n],
    }));
  }

  /** @param {string} name @returns {Promise<any>} */
  file(name) {
    if (!this.files.has(name)) {
      const loading = this.load(name);
      loading.catch(() => this.files.delete(name));
      this.files.set(name, loading);
    }
    return this.files.get(name);
  }

  /** @param {Iterable<string>} terms fetch their shards, once @returns {Promise<string[][]>} terms of each shard */
  async shards(terms) {
    const numbers = new Set([...terms].map((term) => shardOf(term, this.shardCount)));
    return Promise.all(
      [...numbers].map(async (number) => {
        const shard = await this.file(`shard/${number}.json`);
        for (const [term, text] of Object.entries(shard))
          if (!this.terms.has(term)) this.terms.set(term, postings(text));
        return Object.keys(shard);
      }),
    );
  }

  /** @param {string} term @returns {number} parts that hold it */
  frequency(term) {
    return this.terms.get(term)?.frequency ?? 0;
  }

  /**
   * @param {import("./query.js").Query} query
   * @param {import("./facets.js").Filters} filters
   * @param {() => boolean} [current] false once another query came: what is left need not be fetched
   * @returns {Promise<import("./embedded.js").Found>}
   */
  async find(query, filters, current = () => true) {
    const nothing = { results: [], pages: [] };
    if (!query.grams.size) return nothing;
    const parts = await this.candidates(query);
    if (!current()) return nothing;
    let chosen = this.choose(parts, filters);
    let results = await this.reread(query, chosen);
    if (current() && this.misses(query, results[0]?.coverage ?? 0)) {
      await this.respell(query, parts).catch((error) => console.warn("search:", error));
      if (!current()) return nothing;
      chosen = this.choose(parts, filters);
      results = await this.reread(query, chosen);
    }
    const filtered = Object.values(filters).some(({ length }) => length);
    if (!results.length && !filtered) return nothing;
    const best = Math.max(0, ...[...parts.values()].map(({ coverage }) => coverage));
    const found = new Set(
      [...parts].filter(([, { coverage }]) => answers(coverage, best)).map(([part]) => this.pageOf[part]),
    );
    return { results, pages: [...found].map((number) => this.facets[number]) };
  }

  /** @returns {boolean} true where a word, or some gram of a run of Thai short enough to be one, stands nowhere */
  misses(query, coverage) {
    const longest = coverage >= ENOUGH ? SHORT_RUN : LONGEST_RUN;
    const unknown = (term) => !this.terms.has(term);
    const words = [...query.grams].filter(([, { word }]) => word && !/\d/.test(word)).map(([term]) => term);
    const runs = query.thaiRuns.filter((run) => fold(run).length <= longest);
    return words.some(unknown) || runs.some((run) => gramsOfRun(run, false).some(({ term }) => unknown(term)));
  }

  /** The best parts that pass the filters, few of any one page. */
  choose(parts, filters) {
    const ranked = [...parts].sort((a, b) => b[1].score - a[1].score);
    const taken = new Map();
    const chosen = [];
    for (const [part, { score }] of ranked) {
      const number = this.pageOf[part];
      const already = taken.get(number) ?? 0;
      if (already >= PARTS_OF_A_PAGE || !passes(this.facets[number], filters)) continue;
      taken.set(number, already + 1);
      chosen.push([part, score]);
      if (chosen.length === PARTS_FETCHED) break;
    }
    return chosen;
  }

  /**
   * Score parts by the postings alone.
   *
   * @param {import("./query.js").Query} query
   * @returns {Promise<Map<number, {score: number, coverage: number}>>}
   */
  async candidates(query) {
    const grams = [...query.grams];
    const shards = await this.shards(grams.map(([term]) => term));
    const stems = shards
      .flat()
      .filter((term) => term[0] === WORD)
      .map((term) => [term.slice(1), term]);
    const scores = new Map();
    const rarest = rarity(this.pageOf.length, 0);
    let total = 0;
    const wanted = grams.map(([term, { weight, word, optional }]) => {
      if (word && !this.respelt.has(term))
        this.respelt.set(term, alternatives(term, term.slice(1), stems, this.terms.has(term)));
      return { weight, optional, others: word ? this.respelt.get(term) : [[term, 1]] };
    });
    await this.shards(wanted.flatMap(({ others }) => others.map(([other]) => other)));
    for (const { weight, optional, others } of wanted) {
      const live = others.filter(([other]) => this.terms.has(other));
      if (optional && !live.length) continue;
      const rare = (term) => rarity(this.pageOf.length, this.frequency(term));
      const worth =
        weight * (live.length ? Math.max(...live.map(([other, fit]) => rare(other) * fit)) : rarest * UNKNOWN_SHARE);
      total += worth;
      const best = new Map();
      for (const [other, fit] of live) {
        const { list } = this.terms.get(other);
        const most = (weight * fit * rare(other) * MOST_WEIGHT) / LEVELS;
        for (let k = 0; k < list.length; k += 2)
          best.set(list[k], Math.max(best.get(list[k]) ?? 0, most * list[k + 1]));
      }
      for (const [part, score] of best) {
        const sum = scores.get(part) ?? { score: 0, coverage: 0 };
        scores.set(part, { score: sum.score + score, coverage: sum.coverage + worth });
      }
    }
    for (const sum of scores.values()) {
      sum.coverage /= total;
      sum.score *= sum.coverage ** 2;
    }
    return scores;
  }

  /** Try the spellings that exist near what was typed, and let parts that hold one of them in. */
  async respell(query, parts) {
    if (!this.vocabulary) {
      const [{ Vocabulary }, data] = await Promise.all([import("./vocabulary.js"), this.file("vocabulary.json")]);
      this.vocabulary = new Vocabulary(data);
    }
    for (const [term, { word }] of query.grams) {
      if (!word || /\d/.test(word) || this.terms.has(term)) continue;
      const near = this.vocabulary.near(word, allowance(word.length)).slice(0, MOST_WORDS);
      this.respelt.set(
        term,
        near.flatMap((other) => [
          [WORD + stem(other), 0.5],
          [WORD + other, 0.5],
        ]),
      );
    }
    const runs = query.thaiRuns.filter((run) => fold(run).length <= LONGEST_RUN && !this.vocabulary.knows(fold(run)));
    const corrections = runs.flatMap((run) => this.vocabulary.corrections(fold(run)).map((other) => [run, other]));
    const spellings = this.affordable(corrections).map(([run, other]) =>
      parse(query.text.replace(RUN, (found) => (found === run ? other : found))),
    );
    const found = await Promise.all([query, ...spellings].map((other) => this.candidates(other)));
    for (const scores of found) {
      for (const [part, { score, coverage }] of scores) {
        const shared = { score: score * CORRECTED_SHARE, coverage: coverage * CORRECTED_SHARE };
        if (shared.score > (parts.get(part)?.score ?? 0)) parts.set(part, shared);
      }
    }
  }

  /** The first corrections, as many as few further shards can tell about. @param {[string, string][]} corrections */
  affordable(corrections) {
    const needed = new Set();
    return corrections.filter(([, run]) => {
      for (const { term } of gramsOfRun(run, false)) {
        const name = `shard/${shardOf(term, this.shardCount)}.json`;
        if (!this.files.has(name)) needed.add(name);
      }
      return needed.size <= MOST_FURTHER_SHARDS;
    });
  }

  /** Fetch the parts and rank their passages as in a small index; the first rank still has a say. */
  async reread(query, chosen) {
    const fetched = await Promise.allSettled(chosen.map(([part]) => this.file(`part/${part}.json`)));
    const numbers = [...new Set(chosen.map(([part]) => this.pageOf[part]))];
    const [pages, passages] = [[], []];
    for (const number of numbers) {
      chosen.forEach(([part], at) => {
        if (this.pageOf[part] !== number || !fetched[at].value) return; // a part that cannot be had is left out
        const [row, sections] = fetched[at].value;
        if (pages[pages.length - 1]?.url !== row[0]) pages.push(pageOfRow(row));
        for (const [anchor, title, text] of sections) passages.push({ page: pages.length - 1, anchor, title, text });
      });
    }
    if (chosen.length && !pages.length) throw fetched[0].reason;
    const sample = new Sample(pages, passages, this);
    const results = pagesOf(rank(query, sample), sample, this.language);
    const first = new Map();
    chosen.forEach(([, score], at) => {
      const url = fetched[at].value?.[0][0];
      if (!first.has(url)) first.set(url, score);
    });
    const [top, best] = [results[0]?.score, chosen[0]?.[1]];
    for (const result of results) {
      result.score = result.score / top + (FIRST_RANK_SHARE * first.get(result.page.url)) / best;
    }
    return results.sort((a, b) => b.score - a.score);
  }
}
