/**
 * Records that the browser keeps, as text: read back only if they are whole, so that nothing half read is ever shown or merged.
 */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const record = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const each = (value, test) => record(value) && Object.values(value).every(test);
const text = (value) => typeof value === "string";
const day = (value) => text(value) && DAY.test(value);
const maybe = (test) => (value) => value === undefined || test(value);
const listed = (test) => (value) => Array.isArray(value) && value.every(test);
const fields = (shape) => (value) => record(value) && Object.entries(shape).every(([name, test]) => test(value[name]));

const answer = fields({ version: text, right: (value) => typeof value === "boolean", answer: listed(text), on: day });
const learnt = fields({
  read: maybe(day),
  sheet: maybe(day),
  of: maybe(Number.isInteger),
  lectures: maybe((value) => each(value, day)),
  answers: maybe((value) => each(value, answer)),
});
const filled = (value) => text(value) || each(value, text);
const written = (value) =>
  fields({ value: filled, by: text, on: text, others: maybe(listed(written)), dropped: maybe(listed(filled)) })(value);

/** What a file of each format must hold. */
const SHAPES = {
  "cde-progress": fields({
    modules: (value) => each(value, learnt),
    last: maybe(fields({ module: text, on: day })),
  }),
  "cde-worksheets": fields({
    team: maybe(text),
    by: maybe(text),
    sheets: (value) => each(value, (sheet) => each(sheet, written)),
  }),
};

/**
 * @param {string} content
 * @param {keyof SHAPES} format what the record must say that it is
 * @returns {any} the record
 * @throws {Error} whose message is `not-json`, `not-ours` or `newer`
 */
export function parse(content, format) {
  let found;
  try {
    found = JSON.parse(content);
  } catch {
    throw new Error("not-json");
  }
  if (!record(found) || found.format !== format) throw new Error("not-ours");
  if (!(found.version <= 1)) throw new Error("newer");
  if (!SHAPES[format](found)) throw new Error("not-ours");
  return found;
}

/** @param {string} key @returns {string | null} what was put aside because it could not be read */
export const aside = (key) => localStorage.getItem(`${key}-damaged`);

/** Put a kept text that cannot be read beside, under a name of its own. @throws where there is no room for the copy */
function putAside(key) {
  const kept = localStorage.getItem(key);
  if (kept === null) return;
  try {
    parse(kept, key);
  } catch {
    const before = aside(key);
    if (!before?.includes(kept)) localStorage.setItem(`${key}-damaged`, [before, kept].filter(Boolean).join("\n"));
    localStorage.removeItem(key);
  }
}

/**
 * @template T
 * @param {string} key
 * @param {T} fresh
 * @returns {{found: T, damaged: boolean}} what is kept; `damaged` while a text that could not be read lies aside
 */
export function read(key, fresh) {
  try {
    putAside(key);
    const kept = localStorage.getItem(key);
    return { found: kept === null ? fresh : parse(kept, key), damaged: aside(key) !== null };
  } catch {
    return { found: fresh, damaged: false };
  }
}

/** @param {string} key @param {unknown} value @returns {boolean} false where the browser keeps nothing */
export function write(key, value) {
  try {
    putAside(key); // what cannot be put aside is not written over either
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return false;
  }
  dispatchEvent(new CustomEvent(key));
  return true;
}

/** @param {string} key @returns {boolean} true if nothing of it is left on the device */
export function erase(key) {
  try {
    for (const name of [key, `${key}-damaged`]) localStorage.removeItem(name);
  } catch {
    return false;
  }
  dispatchEvent(new CustomEvent(key));
  return true;
}
