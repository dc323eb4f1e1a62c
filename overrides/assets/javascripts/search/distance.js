/**
 * How far two spellings are apart, in typing errors: wrong, missing, added or swapped characters.
 */

/**
 * Optimal string alignment distance.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} limit beyond it the exact distance does not matter
 * @returns {number} the distance, or limit + 1
 */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2] + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length], limit + 1);
}

/** Errors that are forgiven in a pattern or word of this length. */
export const allowance = (length) => (length >= 8 ? 2 : length >= 4 ? 1 : 0);

/** A bit for each character: a 32-bit word holds no longer pattern. */
const LONGEST_PATTERN = 30;

/**
 * Make a scanner for one pattern: the fewest typing errors between it and any part of a text.
 *
 * H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003), searching version.
 *
 * @param {string} pattern folded; only its first 30 characters count
 * @returns {(text: string) => number}
 */
export function scanner(pattern) {
  const length = Math.min(pattern.length, LONGEST_PATTERN);
  const masks = new Map();
  for (let i = 0; i < length; i++) {
    const code = pattern.charCodeAt(i);
    masks.set(code, masks.get(code) | (1 << i));
  }
  const top = 1 << (length - 1);
  return (text) => {
    let [plus, minus, zero, previous] = [-1, 0, 0, 0];
    let errors = length;
    let fewest = length;
    for (let j = 0; j < text.length; j++) {
      const mask = masks.get(text.charCodeAt(j)) | 0;
      const swap = ((~zero & mask) << 1) & previous;
      zero = (((mask & plus) + plus) ^ plus) | mask | minus | swap;
      const up = minus | ~(zero | plus);
      const down = zero & plus;
      if (up & top) errors++;
      else if (down & top) errors--;
      const shifted = up << 1;
      plus = (down << 1) | ~(zero | shifted);
      minus = shifted & zero;
      previous = mask;
      if (errors < fewest) fewest = errors;
    }
    return fewest;
  };
}
