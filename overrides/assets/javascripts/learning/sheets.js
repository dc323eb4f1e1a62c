/**
 * The worksheets that a team writes, kept in the browser and merged from its members' files.
 *
 * @typedef {string | Record<string, string>} Value what is written: a text, or a table's cells by `row.column`
 * @typedef {{value: Value, by: string, on: string, others?: Written[]}} Written `others`: what other members wrote there
 * @typedef {{format: "cde-worksheets", version: 1, team?: string, by?: string, sheets: Record<string, Record<string, Written>>}} Sheets
 */
import { read, write } from "./store.js";

export const SHEETS = "cde-worksheets";

/** @returns {{found: Sheets, damaged: boolean}} */
export function sheets() {
  const kept = read(SHEETS, () => ({ format: SHEETS, version: 1, sheets: {} }));
  kept.found.sheets ??= {};
  return kept;
}

/** @param {(kept: Sheets) => void} change @returns {boolean} false where nothing is kept */
export function note(change) {
  const { found } = sheets();
  change(found);
  return write(SHEETS, found);
}

/** @param {Value} [value] */
export const isEmpty = (value) => !value || (typeof value === "object" && !Object.values(value).some(Boolean));

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** @returns {Value | null} two tables as one, where no cell was written differently */
function united(one, other) {
  if (typeof one !== "object" || typeof other !== "object") return null;
  const clash = Object.keys(other).some((cell) => one[cell] && other[cell] && one[cell] !== other[cell]);
  if (clash) return null;
  const filled = (table) => Object.fromEntries(Object.entries(table).filter(([, text]) => text));
  return { ...filled(one), ...filled(other) };
}

/** @param {Written | undefined} ours @param {Written} theirs @returns {Written} */
function together(ours, theirs) {
  if (!ours || isEmpty(ours.value)) return { ...theirs, others: [...(theirs.others ?? []), ...(ours?.others ?? [])] };
  const others = [...(ours.others ?? [])];
  const add = (written) => {
    const { value, by, on } = written;
    if (!isEmpty(value) && !same(value, ours.value) && !others.some((each) => same(each.value, value))) others.push({ value, by, on });
  };
  (theirs.others ?? []).forEach(add);
  if (theirs.by && theirs.by === ours.by && theirs.on > ours.on && !isEmpty(theirs.value)) return { ...theirs, others };
  const whole = united(ours.value, theirs.value);
  if (whole) return { ...ours, value: whole, others };
  add(theirs);
  return { ...ours, others };
}

/** @param {Sheets} one @param {Sheets} other @returns {Sheets} both; where two wrote differently, both texts stand */
export function merge(one, other) {
  const found = structuredClone(one);
  for (const [sheet, fields] of Object.entries(other.sheets ?? {})) {
    const ours = (found.sheets[sheet] ??= {});
    for (const [field, theirs] of Object.entries(fields)) {
      if (theirs && typeof theirs === "object" && "value" in theirs) ours[field] = together(ours[field], theirs);
    }
  }
  found.team ||= other.team;
  return found;
}

/** @param {Sheets} kept @returns {number} fields that members wrote differently */
export const differing = (kept) =>
  Object.values(kept.sheets).flatMap((fields) => Object.values(fields)).filter((written) => written.others?.length).length;
