/**
 * What the browser keeps of a learner's progress: nothing of it leaves the device.
 *
 * @typedef {{version: string, right: boolean, answer: string[], on: string}} Answer
 * @typedef {{read?: string, sheet?: string, lectures?: Record<string, string>, of?: number, answers?: Record<string, Answer>}} Learnt
 * @typedef {{format: "cde-progress", version: 1, modules: Record<string, Learnt>, last?: {module: string, on: string}}} Progress
 */
import { read, write } from "./file.js";

export const PROGRESS = "cde-progress";

/** @returns {string} today, as a date of the reader's own place */
export const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** @returns {{found: Progress, damaged: boolean}} */
export const kept = () => read(PROGRESS, { format: PROGRESS, version: 1, modules: {} });

/** @returns {Progress} */
export const progress = () => kept().found;

/** @param {string} module @param {(learnt: Learnt) => void} change @returns {boolean} false where nothing is kept */
export function learn(module, change) {
  const all = progress();
  change((all.modules[module] ??= {}));
  all.last = { module, on: today() };
  return write(PROGRESS, all);
}

/** @param {Learnt} [learnt] @returns {number} questions whose last answer was right */
export const rightOf = (learnt) => Object.values(learnt?.answers ?? {}).filter(({ right }) => right).length;

/**
 * @param {Learnt} [learnt]
 * @returns {"none" | "started" | "read" | "checked" | "done"} how far a module has been learnt
 */
export function state(learnt) {
  if (!learnt) return "none";
  const checked = Boolean(learnt.of) && rightOf(learnt) >= learnt.of;
  if (learnt.read && checked && learnt.sheet) return "done";
  if (checked) return "checked";
  if (learnt.read) return "read";
  const begun = [learnt.answers, learnt.lectures].some((part) => Object.keys(part ?? {}).length);
  return begun || learnt.sheet ? "started" : "none";
}

/** @param {Progress} one @param {Progress} other @returns {Progress} both: first days of reading, last answers */
export function merge(one, other) {
  const found = structuredClone(one);
  const first = (a, b) => (a && b ? (a < b ? a : b) : (a ?? b));
  for (const [name, theirs] of Object.entries(other.modules)) {
    const ours = (found.modules[name] ??= {});
    for (const mark of ["read", "sheet"]) if (ours[mark] || theirs[mark]) ours[mark] = first(ours[mark], theirs[mark]);
    for (const [id, day] of Object.entries(theirs.lectures ?? {})) (ours.lectures ??= {})[id] = first(ours.lectures[id], day);
    for (const [id, answer] of Object.entries(theirs.answers ?? {})) {
      const mine = (ours.answers ??= {})[id];
      if (!mine || mine.on < answer.on || (mine.on === answer.on && answer.right)) ours.answers[id] = answer;
    }
    ours.of ??= theirs.of;
  }
  if ((other.last?.on ?? "") > (found.last?.on ?? "")) found.last = other.last;
  return found;
}

/** @returns {boolean} true inside the browser of an app, whose storage is not that of the phone's own browser */
export const inApp = () => /\bLine\/|FBAN|FBAV|Instagram/.test(navigator.userAgent);
