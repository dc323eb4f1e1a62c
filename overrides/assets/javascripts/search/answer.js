/**
 * What Material's search shows of the results.
 */
import { normalise } from "./normalise.js";
import { escape, excerpt, find, mark, units } from "./highlight.js";

const MOST_RESULTS = 30;
const MOST_SECTIONS = 3;
const EXCERPT = 180;
const SHORTEST_TERM = 3;
const MOST_TERMS = 6;

/**
 * Items as Material's `SearchItem[][]`: for each page its head and its best sections, best first. Titles and texts are
 * HTML that this module has escaped; `terms` are what the page itself will highlight.
 *
 * @param {import("./results.js").Result[]} results
 * @param {string} typed
 * @param {{language: string, labels: Record<string, Record<string, string>>}} reader
 */
export function items(results, typed, reader) {
  const query = units(normalise(typed));
  return results.slice(0, MOST_RESULTS).map((result, place) => {
    const foreign = result.language !== reader.language ? result.language : "";
    const passages = shown(result);
    const best = passages[0].score || 1;
    return passages.map(({ passage, score }) => {
      const head = passage === passages.find(({ passage: { anchor } }) => !anchor)?.passage;
      const spans = find(passage.text, query);
      const title = mark(passage.title, find(passage.title, query));
      const text = excerpt(passage.text, spans, EXCERPT);
      return {
        location: result.page.url + (passage.anchor ? `#${passage.anchor}` : ""),
        title: inLanguage("span", title, foreign) + (head ? about(result.page, foreign, reader.labels) : ""),
        text: text && inLanguage("p", text, foreign),
        score: results.length - place + (score / best) * 0.9,
        terms: terms(passage, spans),
      };
    });
  });
}

/** The best sections of a result and, always, the head of its page. */
function shown({ page, hits }) {
  const isFirst = ({ passage: { anchor } }, place) =>
    anchor && hits.findIndex(({ passage }) => passage.anchor === anchor) === place;
  const sections = hits.filter(isFirst).slice(0, MOST_SECTIONS);
  const head = hits.find(({ passage }) => !passage.anchor) ?? {
    passage: { anchor: "", title: page.title, text: "" },
    score: 0,
  };
  return [...sections, head].sort((a, b) => b.score - a.score);
}

/** An element that says its language where it is not the reader's. */
function inLanguage(tag, html, language) {
  if (!language && tag === "span") return html;
  return `<${tag}${language ? ` lang="${language}"` : ""}>${html}</${tag}>`;
}

/** One line on what a page is: kind, base, province, and its language where that is not the reader's. */
function about(page, foreign, labels) {
  const name = (facet, value) => escape(labels[facet]?.[value] ?? "");
  const words = [name("kind", page.kind), name("base", page.bases[0]), name("province", page.province)].filter(Boolean);
  const language = foreign ? `<span class="search-language">${name("language", foreign)}</span>` : "";
  const base = page.bases[0] ? ` search-base--${escape(page.bases[0])}` : "";
  return ` <span class="search-about"><span class="search-kind${base}">${words.join(" · ")}</span> ${language}</span>`;
}

/** Words of a passage, as they stand there, for Material's highlight in the page. */
function terms({ text }, spans) {
  const words = spans.sort((a, b) => b.worth - a.worth).map(({ start, end }) => text.slice(start, end));
  const long = [...new Set(words)].filter((word) => word.length >= SHORTEST_TERM);
  return Object.fromEntries(long.slice(0, MOST_TERMS).map((word) => [word, true]));
}
