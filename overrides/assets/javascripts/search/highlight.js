/**
 * Marks what was searched for in a text, and cuts an excerpt around it. Never inside a cluster: a mark that loses its
 * tone or vowel sign would be a misprint.
 */
import { allowance, distance, scanner } from "./distance.js";
import { fold, unaccent } from "./fold.js";
import { isThai, WORD } from "./grams.js";
import { normalise } from "./normalise.js";
import { otherEra } from "./query.js";
import { stem } from "./stem.js";

const THAI = "[เแโใไ]*[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*(?:าะ|[ะาำๅ])?[\u0e48-\u0e4c]*";
const LATIN = "[a-z0-9๐-๙À-ÖØ-öø-ɏ]";
/** A letter of an abbreviation with its dot, a cluster, any other sign of Thai, a Latin word or a number. */
const UNIT = new RegExp(
  `(?:[ก-ฮ]\\.(?=[ก-ฮ\\s]|$)|${THAI}|[\u0e01-\u0e4f\u0e5a\u0e5b]|${LATIN}+(?:[.'’]${LATIN}+|,\\d{3}(?!\\d))*)\u200b*`,
  "gi",
);

/**
 * A cluster or a Latin word of a text as written.
 *
 * @typedef {object} Unit
 * @property {string} key what it is compared by
 * @property {number} start
 * @property {number} end
 * @property {boolean} word a Latin word or a number
 * @property {string} spelling of a word, not cut to its stem
 * @property {string[]} eras a year of the other era
 */

/** @param {string} text @returns {Unit[]} */
export function units(text) {
  const found = [];
  for (const match of text.matchAll(UNIT)) {
    const end = match.index + match[0].length;
    const plain = normalise(match[0]).trim();
    const key = plain && !isThai(plain) ? WORD + stem(unaccent(plain)) : fold(plain);
    // A silenced consonant and a sign of abbreviation belong to the syllable before them.
    const word = key[0] === WORD;
    if (key) found.push({ key, start: match.index, end, word, spelling: word ? plain : "", eras: otherEra(plain) });
    else if (found.length && found[found.length - 1].end === match.index) found[found.length - 1].end = end;
  }
  return inContext(text, found);
}

/** Folding sees whole words (เตอร์ is เทอร์): give each unit its share of what its run becomes. */
function inContext(text, list) {
  for (let from = 0, to; from < list.length; from = to) {
    for (to = from + 1; to < list.length && !list[from].word && !list[to].word && list[to].start === list[to - 1].end;)
      to++;
    if (list[from].word) continue;
    const whole = fold(normalise(text.slice(list[from].start, list[to - 1].end)));
    const run = list.slice(from, to);
    if (whole.length !== run.reduce((sum, { key }) => sum + key.length, 0)) continue;
    let at = 0;
    for (const unit of run) unit.key = whole.slice(at, (at += unit.key.length));
  }
  return list;
}

/**
 * @typedef {object} Span
 * @property {number} start
 * @property {number} end
 * @property {number} worth units in it
 * @property {boolean} [word] it is a Latin word or a number
 */

/**
 * Where the query stands in a text: words and numbers, and the longest runs of clusters, two at least.
 *
 * @param {string} text
 * @param {Unit[]} query
 * @returns {Span[]} in order, not touching
 */
export function find(text, query) {
  const here = units(text);
  const single = query.filter(({ word }) => !word).length === 1;
  const spans = [];
  for (let i = 0; i < here.length;) {
    const length = here[i].word ? wordMatch(here[i], query) : runMatch(here, i, query);
    if (length && (here[i].word || length > 1 || single)) {
      spans.push({ start: here[i].start, end: here[i + length - 1].end, worth: length, word: here[i].word });
      i += length;
    } else i++;
  }
  // Beside a long run, short ones are chance: ขอ of ขอนแก่น stands in ของ.
  const longest = Math.max(0, ...spans.map(({ worth }) => worth));
  const kept = spans.filter(({ worth, word }) => word || worth >= longest / 2);
  // All of it, in one piece or more, or words of Latin letters; else it may stand there with typing errors.
  const all = kept.reduce((sum, { worth }) => sum + worth, 0) >= query.length;
  if (all || kept.some(({ word }) => word)) return kept;
  const near = nearly(here, query);
  return near.length ? near : kept;
}

/** @returns {number} 1 where a word of the query, or one that begins like it, stands */
function wordMatch({ key }, query) {
  return Number(
    query.some(
      (wanted) =>
        wanted.word &&
        (wanted.key === key ||
          wanted.eras.includes(key.slice(1)) ||
          (wanted.key.length > 3 && key.startsWith(wanted.key))),
    ),
  );
}

/** @returns {number} how many units from `at` on stand together in the query too */
function runMatch(here, at, query) {
  let best = 0;
  query.forEach((wanted, from) => {
    if (wanted.key !== here[at].key) return;
    let length = 1;
    while (
      query[from + length] &&
      here[at + length] &&
      query[from + length].key === here[at + length].key &&
      query[from + length].start === query[from + length - 1].end &&
      here[at + length].start === here[at + length - 1].end
    )
      length++;
    best = Math.max(best, length);
  });
  return best;
}

/** The places most like the query, if typing errors alone keep them apart. @returns {Span[]} */
function nearly(here, query) {
  const spelling = (unit) => unit.spelling || unit.key;
  const pattern = query.map(spelling).join("");
  const limit = /\d/.test(pattern) ? 0 : allowance(pattern.length);
  if (!limit || scanner(pattern)(here.map(spelling).join("")) > limit) return [];
  const from = (i) => {
    let best = { errors: limit + 1 };
    for (let j = i, text = ""; j < here.length && text.length <= pattern.length + limit; j++) {
      text += spelling(here[j]);
      const errors = distance(pattern, text, limit);
      if (errors < best.errors) best = { errors, start: here[i].start, end: here[j].end, worth: j - i + 1 };
    }
    return best;
  };
  const places = here.map((_, i) => from(i)).filter(({ errors }) => errors <= limit);
  const spans = [];
  for (const place of places.sort((a, b) => a.errors - b.errors)) {
    if (spans.every(({ start, end }) => place.end <= start || place.start >= end)) spans.push(place);
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** @param {string} text @returns {string} safe as HTML */
export function escape(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** @param {string} text @param {Span[]} spans @param {number} [from] @param {number} [to] @returns {string} HTML */
export function mark(text, spans, from = 0, to = text.length) {
  let html = "";
  let at = from;
  for (const { start, end } of spans) {
    if (start < from || end > to) continue;
    html += `${escape(text.slice(at, start))}<mark>${escape(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escape(text.slice(at, to));
}

const BEFORE = 40;

/**
 * The part of a text, at most `length` characters, that holds most of what was found.
 *
 * @param {string} text
 * @param {Span[]} spans
 * @param {number} length
 * @returns {string} HTML
 */
export function excerpt(text, spans, length) {
  if (text.length <= length) return mark(text, spans);
  let [best, from, end] = [0, 0, 0];
  for (const first of spans) {
    const together = spans.filter(({ start, end }) => start >= first.start && end <= first.start + length - BEFORE);
    const worth = together.reduce((sum, span) => sum + span.worth ** 1.5, 0) || first.worth;
    if (worth > best) [best, from, end] = [worth, first.start, first.end];
  }
  from = boundary(text, Math.max(0, Math.min(from - BEFORE, text.length - length)), -1);
  const to = boundary(text, Math.min(text.length, Math.max(from + length, end)), 1);
  return `${from ? "… " : ""}${mark(text, spans, from, to).trim()}${to < text.length ? " …" : ""}`;
}

const NEAR = 15;
const INSIDE = /[\u0e30-\u0e3a\u0e45-\u0e4e\udc00-\udfff]/;

/** The nearest space in a direction, or else the edge of a cluster. */
function boundary(text, at, direction) {
  if (at <= 0 || at >= text.length) return at;
  for (let i = at; Math.abs(i - at) <= NEAR; i += direction) if (text[i] === " " || !text[i]) return i;
  while (at > 0 && at < text.length && (INSIDE.test(text[at]) || /[เแโใไ]/.test(text[at - 1]))) at += direction;
  return at;
}
