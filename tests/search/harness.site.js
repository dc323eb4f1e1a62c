/**
 * Small indexes for tests: each page as `[title, {kind, bases, province, others, url}, text, [anchor, title, text], …]`.
 */
import { EmbeddedIndex } from "../../overrides/assets/javascripts/search/embedded.js";
import { parse } from "../../overrides/assets/javascripts/search/query.js";

export const LABELS = {
  kind: { case: "กรณีศึกษา", page: "หน้า", source: "แหล่งอ้างอิง" },
  base: { bcg: "BCG", digital: "ดิจิทัล" },
  province: { 55: "น่าน", 95: "ยะลา" },
  language: { th: "ไทย", en: "English" },
};

/** What an index file holds. @param {string} language @param {...Array} pages */
export function file(language, ...pages) {
  const rows = pages.map(([title, { kind = "page", bases = [], province = "", others = "", url = `${title}/` }]) => [
    url,
    title,
    others,
    kind,
    bases,
    province,
  ]);
  const passages = pages.flatMap(([title, , text, ...sections], number) => [
    [number, "", title, text],
    ...sections.map((section) => [number, ...section]),
  ]);
  return { language, labels: LABELS, pages: rows, passages };
}

/** A page that is a title and a text. */
export const page = (title, text = "", facts = {}, ...sections) => [title, facts, text, ...sections];

export const ALL = { base: [], kind: [], province: [] };

/** What an index of some pages finds. @returns {(typed: string, filters?: object) => Promise<import("…").Result[]>} */
export function searching(...pages) {
  const index = new EmbeddedIndex(file("th", ...pages));
  return async (typed, filters = ALL) => (await index.find(parse(typed), filters)).results;
}

/** The titles it finds, best first. */
export function finding(...pages) {
  const search = searching(...pages);
  return async (typed, filters) => (await search(typed, filters)).map(({ page }) => page.title);
}
