/**
 * What the browser keeps for a learner, under one key each: nothing of it leaves the device.
 *
 * @typedef {{version: string, right: boolean, answer: (string | null)[], on: string}} Answer
 * @typedef {{read?: string, sheet?: string, lectures?: Record<string, string>, of?: number, answers?: Record<string, Answer>}} Learnt
 * @typedef {{format: "cde-progress", version: 1, modules: Record<string, Learnt>, last?: {module: string, on: string}}} Progress
 */
export const PROGRESS = "cde-progress";

/** @returns {Progress} */
const empty = () => ({ format: PROGRESS, version: 1, modules: {} });

/** @returns {string} today, as a date of the reader's own place */
export const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/**
 * @param {string} text
 * @param {string} format what the file must say that it is
 * @returns {any} the record in it
 * @throws {Error} whose message is `not-json`, `not-ours` or `newer`
 */
export function parse(text, format) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    throw new Error("not-json");
  }
  const record = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  if (!record(found) || found.format !== format) throw new Error("not-ours");
  if (!(found.version <= 1)) throw new Error("newer");
  for (const part of ["modules", "sheets"]) {
    if (part in found && !(record(found[part]) && Object.values(found[part]).every(record))) throw new Error("not-ours");
  }
  return found;
}

/**
 * @template T
 * @param {string} key
 * @param {() => T} fresh
 * @returns {{found: T, damaged: boolean}} what is kept; a text that cannot be read is put aside, not lost
 */
export function read(key, fresh) {
  let text = null;
  try {
    text = localStorage.getItem(key);
    return { found: text === null ? fresh() : parse(text, key), damaged: false };
  } catch (error) {
    try {
      if (text !== null) localStorage.setItem(`${key}-damaged`, text);
    } catch {
      // No room for the copy: the text stays where it is until something is saved.
    }
    return { found: fresh(), damaged: text !== null };
  }
}

/** @returns {boolean} false where the browser keeps nothing */
export function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    dispatchEvent(new CustomEvent(key));
    return true;
  } catch {
    return false;
  }
}

/** @returns {Progress} */
export const progress = () => {
  const { found } = read(PROGRESS, empty);
  found.modules ??= {};
  return found;
};

/** @param {string} module @param {(learnt: Learnt) => void} change @returns {boolean} false where nothing is kept */
export function learn(module, change) {
  const kept = progress();
  change((kept.modules[module] ??= {}));
  kept.last = { module, on: today() };
  return write(PROGRESS, kept);
}

/**
 * @param {Learnt} [learnt]
 * @returns {"none" | "started" | "read" | "checked" | "done"} how far a module has been learnt
 */
export function state(learnt) {
  if (!learnt) return "none";
  const right = Object.values(learnt.answers ?? {}).filter((answer) => answer.right).length;
  const checked = Boolean(learnt.of) && right >= learnt.of;
  if (learnt.read && checked && learnt.sheet) return "done";
  if (checked) return "checked";
  if (learnt.read) return "read";
  return Object.keys(learnt.answers ?? {}).length || learnt.sheet || Object.keys(learnt.lectures ?? {}).length ? "started" : "none";
}

/** @param {Progress} one @param {Progress} other @returns {Progress} both: first days of reading, last answers */
export function merge(one, other) {
  const found = structuredClone(one);
  const first = (a, b) => (a && b ? (a < b ? a : b) : (a ?? b));
  for (const [name, theirs] of Object.entries(other.modules ?? {})) {
    const ours = (found.modules[name] ??= {});
    for (const mark of ["read", "sheet"]) if (ours[mark] || theirs[mark]) ours[mark] = first(ours[mark], theirs[mark]);
    for (const [id, day] of Object.entries(theirs.lectures ?? {})) (ours.lectures ??= {})[id] = first(ours.lectures[id], day);
    for (const [id, answer] of Object.entries(theirs.answers ?? {})) {
      const mine = (ours.answers ??= {})[id];
      if (!mine || mine.on < answer.on || (mine.on === answer.on && answer.right)) ours.answers[id] = answer;
    }
    if (ours.of ?? theirs.of) ours.of = ours.of ?? theirs.of;
  }
  if ((other.last?.on ?? "") > (found.last?.on ?? "")) found.last = other.last;
  return found;
}

/** @returns {boolean} true inside the browser of an app, whose storage is not that of the phone's own browser */
export const inApp = () => /\bLine\/|FBAN|FBAV|Instagram/.test(navigator.userAgent);
