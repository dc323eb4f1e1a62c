/**
 * Two languages of a page, section by section: its own parts, moved, beside a copy of the other page's.
 *
 * @typedef {import("./side-by-side-rows.js").Section} Section
 */
import { nameOf, place } from "./place.js";
import { copyOf } from "./side-by-side-copy.js";
import { pair, takeApart } from "./side-by-side-rows.js";

const LONG = 900; // letters of a column that fill about half a sheet of A4

const root = document.documentElement;
const { names, missing } = document.getElementById("both-bar").dataset;
/** @type {Record<string, string>} the name of each language in itself */
const nameOfLanguage = JSON.parse(names);
/** @type {Map<string, HTMLElement>} copies by language */
const copies = new Map();
/** @type {(() => void) | null} puts every part back where it stood */
let restore = null;

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, properties, ...content) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

/** @param {string} language the other one @returns {(Node | string)[]} */
export const pairOfNames = (language) => [
  make("span", { lang: root.lang }, nameOfLanguage[root.lang]),
  " – ",
  make("span", { lang: language }, nameOfLanguage[language]),
];

/** @param {HTMLAnchorElement} link @returns {Promise<HTMLElement>} its page, to stand beside this one */
export async function fetchCopy({ dataset: { both, bothLang } }) {
  if (!copies.has(bothLang)) copies.set(bothLang, await copyOf(both, bothLang));
  return copies.get(bothLang);
}

/** @param {Section | undefined} section @returns {boolean} nothing to read: the links to this view do not count */
function bare(section) {
  const linked = [...(section?.content.querySelectorAll("a[data-both]") ?? [])].map((link) => link.textContent);
  const text = linked.reduce((rest, words) => rest.replace(words, ""), section?.content.textContent ?? "");
  return !text.trim();
}

/** @param {[Section | undefined, Section | undefined]} sides @returns {boolean} kept whole, it would empty a sheet */
const long = (sides) => sides.some((section) => section && section.content.textContent.length > LONG);

/** @param {string} lang @param {Section | undefined} section @returns {HTMLElement} */
function side(lang, section) {
  const className = section && bare(section) ? "pair__side pair__side--bare" : "pair__side";
  const language = make("p", { className: "pair__language" }, nameOfLanguage[lang]);
  const content = section?.content ?? make("p", { className: "pair__missing", lang: root.lang }, missing);
  return make("div", { className, lang }, language, content);
}

/** @param {string} name @returns {HTMLElement | null} the element that is now at the top of the screen */
function land(name) {
  const goal = name ? document.getElementById(name) : null;
  goal?.scrollIntoView();
  return goal;
}

/**
 * @param {HTMLElement} page
 * @param {HTMLElement} copy
 * @param {string} language of the copy
 */
export async function show(page, copy, language) {
  const at = place();
  const [own, other] = [takeApart(page), takeApart(copy)];
  restore = () => [own, other].forEach((taken) => taken.restore());
  const rows = pair(own.sections, other.sections).filter((sides) => !sides.every(bare));
  page.replaceChildren(
    ...rows.map(([mine, theirs]) => {
      const className = long([mine, theirs]) ? "pair pair--long" : "pair";
      return make("div", { className }, side(root.lang, mine), side(language, theirs));
    }),
  );
  root.classList.add("side-by-side");
  land(at ? nameOf(at) : location.hash.slice(1));
  await import(`./tables.js?${language}`).catch(() => {}); // without it, the style sheet lets them scroll
}

/** @param {HTMLElement} page @returns {HTMLElement | null} where the reader is */
export function leave(page) {
  if (!restore) return null;
  const at = place();
  restore();
  restore = null;
  root.classList.remove("side-by-side");
  return land(at ? nameOf(at) : "");
}

// On paper nothing can be opened. Material opens what has stood in the page from the start.
/** @type {HTMLDetailsElement[]} */
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(".pair__side:last-child details:not([open])")];
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
