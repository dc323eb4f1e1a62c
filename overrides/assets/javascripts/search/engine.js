/**
 * Answers queries in the reader's language first, then in the others; fetched by worker.js when a reader first searches.
 */
import { items } from "./answer.js";
import { EmbeddedIndex } from "./embedded.js";
import { byFacet, passes } from "./facets.js";
import { parse } from "./query.js";
import { merge } from "./results.js";

/** Milliseconds without a keystroke before a large index is asked: each query costs downloads. */
const PAUSE = 150;

/** Share of the query below which the reader is shown words that may have been meant. */
const POOR = 0.6;

const warn = (error) => console.warn("search:", error);

/**
 * @typedef {object} Manifest
 * @property {Record<string, {transport: "embedded" | "sharded", address: string, suggestions: string}>} languages
 */

export class Engine {
  /**
   * @param {Manifest} manifest
   * @param {string} language the reader's
   * @param {URL} root of the site
   * @param {(data: object) => void} post sends a result to the page
   */
  constructor(manifest, language, root, post) {
    this.manifest = manifest;
    this.root = root;
    this.post = post;
    const names = Object.keys(manifest.languages);
    this.language = names.includes(language) ? language : names[0];
    this.others = names.filter((name) => name !== this.language);
    /** Some index is too large to be held in memory. */
    this.large = Object.values(manifest.languages).some(({ transport }) => transport === "sharded");
    this.wanted = byFacet(() => []);
    this.typed = "";
    this.turn = 0;
    this.timing = { index: 0, query: 0 };
    /** @type {Map<string, Promise<EmbeddedIndex | ShardedIndex>>} */
    this.indexes = new Map();
    this.listen();
  }

  /** Filters come from the page through a channel of our own; each result tells its name. */
  listen() {
    if (!globalThis.BroadcastChannel) return;
    this.channel = `cde-search-${Math.random()}`;
    new BroadcastChannel(this.channel).onmessage = ({ data }) => {
      this.wanted = byFacet((facet) => (Array.isArray(data?.filters?.[facet]) ? data.filters[facet].map(String) : []));
      if (this.typed) this.ask(this.typed);
    };
  }

  /** @param {string} path from the site's root */
  async load(path) {
    const response = await fetch(new URL(path, this.root));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  }

  /** @param {string} language @returns {Promise<EmbeddedIndex | ShardedIndex>} its index, fetched and made once */
  open(language) {
    if (!this.indexes.has(language)) {
      const { transport, address } = this.manifest.languages[language];
      const opening = Promise.all([this.load(address), transport === "sharded" && import("./sharded.js")]).then(
        ([data, large]) => {
          const start = performance.now();
          const folder = address.replace(/[^/]*$/, "");
          const index = large
            ? new large.ShardedIndex(data, (name) => this.load(folder + name))
            : new EmbeddedIndex(data);
          this.timing.index += performance.now() - start;
          return index;
        },
      );
      opening.catch(() => this.indexes.delete(language));
      this.indexes.set(language, opening);
    }
    return this.indexes.get(language);
  }

  /** What the panel shows beside the results: nothing where it cannot be fetched. @returns {Promise<object>} */
  extras() {
    this.beside ??= this.fetchExtras().catch(() => {
      this.beside = undefined; // another query tries again
      return {};
    });
    return this.beside;
  }

  async fetchExtras() {
    const { suggestions } = this.manifest.languages[this.language];
    const files = [import("./chips.js"), import("./suggestions.js"), this.load(suggestions)];
    const [{ chips }, { Suggestions }, rows] = await Promise.all(files);
    return { chips, suggestions: new Suggestions(rows) };
  }

  /** The box was emptied: what is on its way comes too late. */
  clear() {
    this.turn++;
    this.typed = "";
  }

  /** @param {string} typed answer it, unless another query comes first */
  async ask(typed) {
    const turn = ++this.turn;
    const current = () => turn === this.turn;
    const waits = this.typed && typed !== this.typed && this.large;
    this.typed = typed;
    if (waits) await new Promise((done) => setTimeout(done, PAUSE));
    if (!current()) return;
    try {
      await this.answer(typed, current);
    } catch (error) {
      warn(error);
      if (current()) this.post({ items: [], suggest: [], query: typed, complete: true, state: "failed" });
    }
  }

  /** Post the reader's own language as soon as it is there, then all. */
  async answer(typed, current) {
    const query = parse(typed);
    const index = await this.open(this.language);
    const start = performance.now();
    const filters = known(this.wanted, index.labels);
    const own = await index.find(query, filters, current);
    this.timing.query = performance.now() - start;
    if (!current()) return;
    const post = (found, extras) => this.post(this.result(typed, [own, ...found], filters, index.labels, extras));
    const early = this.others.length && !this.quick && !isForeign(typed, this.language);
    if (early && own.results.length) post([]);
    const others = [];
    for (const language of this.others) {
      const other = await this.open(language)
        .then((opened) => opened.find(query, filters, current))
        .catch(warn);
      if (other) others.push(other);
      if (!current()) return;
    }
    const whole = others.length === this.others.length;
    if (!own.results.length && !whole) throw new Error("no index");
    // All indexes are in memory: from now on there is nothing to wait for.
    this.quick = whole && !this.large;
    const extras = await this.extras();
    if (current()) post(others, extras);
  }

  /** The data of a result message; without `extras` another one follows. */
  result(typed, [own, ...others], filters, labels, extras) {
    const results = merge(
      own.results,
      others.flatMap((other) => other.results),
      isForeign(typed, this.language),
    );
    const pages = [own, ...others].flatMap((found) => found.pages);
    const poor = !results.length || results[0].coverage < POOR;
    return {
      items: items(results, typed, { language: this.language, labels }),
      suggest: [],
      query: typed,
      filters,
      facets: extras?.chips?.(pages, filters, labels) ?? {},
      total: pages.filter((page) => passes(page, filters)).length,
      suggestions: extras?.suggestions?.completing(typed) ?? [],
      nearest: (poor && extras?.suggestions?.nearest(typed)) || [],
      complete: !!extras,
      state: "ok",
      channel: this.channel,
      timing: this.timing,
    };
  }
}

/** The filters without values that the site does not know. */
function known(filters, labels) {
  return byFacet((facet) => filters[facet].filter((value) => Object.keys(labels[facet] ?? {}).includes(value)));
}

/** True for a query in Thai letters on a page that is not Thai, and for one in Latin letters on a Thai page. */
function isForeign(typed, language) {
  return language === "th" ? !/[ก-ฮ]/.test(typed) && /[a-z]/i.test(typed) : /[ก-ฮ]/.test(typed);
}
