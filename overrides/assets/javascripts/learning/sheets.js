/**
 * The worksheets that a team writes, kept in the browser and merged from its members' files.
 *
 * @typedef {string | Record<string, string>} Value what is written: a text, or a table's cells by `row.column`
 * @typedef {{value: Value, by: string, on: string, others?: Written[], dropped?: Value[]}} Written what stands in a field;
 *   `others` wrote something else there, `dropped` was left out by the team's own choice
 * @typedef {{format: "cde-worksheets", version: 1, team?: string, by?: string, sheets: Record<string, Record<string, Written>>}} Sheets
 */
import { read, write } from "./file.js";

export const SHEETS = "cde-worksheets";

/** @returns {{found: Sheets, damaged: boolean}} */
export const sheets = () => read(SHEETS, { format: SHEETS, version: 1, sheets: {} });

/** @param {(kept: Sheets) => void} change @returns {boolean} false where nothing is kept */
export function note(change) {
  const { found } = sheets();
  change(found);
  return write(SHEETS, found);
}

/** @param {Value} [value] */
export const isEmpty = (value) => !value || (typeof value === "object" && !Object.values(value).some(Boolean));

/** @param {Value} value a table's cells in one order, so that equal tables are equal texts */
const asText = (value) => (typeof value === "string" ? value : JSON.stringify(Object.entries(value).sort()));
const same = (a, b) => asText(a) === asText(b);

/** @returns {Value | null} two tables as one, where no cell was written differently */
function united(one, other) {
  if (typeof one !== "object" || typeof other !== "object") return null;
  const clash = Object.keys(other).some((cell) => one[cell] && other[cell] && one[cell] !== other[cell]);
  const filled = (table) => Object.fromEntries(Object.entries(table).filter(([, text]) => text));
  return clash ? null : { ...filled(one), ...filled(other) };
}

/** @param {Written} ours @param {Written} theirs @returns {Written} one text first, and every other one beside it */
function together(ours, theirs) {
  const whole = isEmpty(ours.value) || isEmpty(theirs.value) ? null : united(ours.value, theirs.value);
  const corrected = ours.by && ours.by === theirs.by && theirs.on > ours.on;
  const first = isEmpty(ours.value) || (!whole && corrected && !isEmpty(theirs.value)) ? theirs : ours;
  const { by, on } = first;
  const value = whole ?? first.value;
  const dropped = [...(ours.dropped ?? []), ...(theirs.dropped ?? [])].filter((each) => !same(each, value));
  const others = [];
  for (const each of [...(whole ? [] : [ours, theirs]), ...(ours.others ?? []), ...(theirs.others ?? [])]) {
    const known = [value, ...dropped, ...others.map((other) => other.value)];
    if (!isEmpty(each.value) && !known.some((other) => same(other, each.value))) {
      others.push({ value: each.value, by: each.by, on: each.on });
    }
  }
  return { value, by, on, others, dropped };
}

/** @param {Sheets} one @param {Sheets} other @returns {Sheets} both; where two wrote differently, both texts stand */
export function merge(one, other) {
  const found = structuredClone(one);
  for (const [sheet, fields] of Object.entries(other.sheets)) {
    const ours = (found.sheets[sheet] ??= {});
    for (const [field, written] of Object.entries(fields)) {
      const theirs = { ...written, by: written.by || other.by || "" };
      ours[field] = together(ours[field] ?? { value: "", by: "", on: "" }, theirs);
    }
  }
  found.team ||= other.team;
  return found;
}

/** @param {Sheets} kept @returns {number} fields that members wrote differently */
export const differing = (kept) =>
  Object.values(kept.sheets).flatMap((fields) => Object.values(fields)).filter((written) => written.others?.length).length;
