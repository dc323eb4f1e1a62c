/**
 * A test runner in a few lines. A file of tests says what holds; `run` tells what does not.
 */
const tests = [];

/** @param {string} name @param {() => unknown} body throws, or returns a promise that fails, where something is wrong */
export const test = (name, body) => tests.push({ name, body });

/** Values as a reader sees them: a Map as its entries, a Set as its members. */
const shown = (value) =>
  JSON.stringify(value, (_, part) => (part instanceof Map || part instanceof Set ? [...part] : part));

/** @param {unknown} actual @param {unknown} expected @param {string} [about] what was tried */
export function equal(actual, expected, about = "") {
  if (shown(actual) !== shown(expected))
    throw new Error(`${about}\n  expected ${shown(expected)}\n  actual   ${shown(actual)}`);
}

/** @param {unknown} value @param {string} about */
export function ok(value, about) {
  if (!value) throw new Error(about);
}

/** A test of pairs: what is given, and what must come of it. */
export const examples = (name, does, pairs) =>
  test(name, () => pairs.forEach(([given, expected]) => equal(does(given), expected, `of ${shown(given)}`)));

/** The same "random" numbers every time. @param {number} seed @returns {(below: number) => number} */
export const numbers = (seed) => (below) =>
  Math.floor(((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32) * below);

/** @returns {Promise<string[]>} the tests that failed, each with its reason; "no tests" where there is none */
export async function run() {
  const failed = [];
  for (const { name, body } of tests) {
    try {
      await body();
    } catch (error) {
      failed.push(`${name}: ${error.message}`);
    }
  }
  return tests.length ? failed : ["no tests"];
}
