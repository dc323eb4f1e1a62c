import { allowance, distance, scanner } from "../../overrides/assets/javascripts/search/distance.js";
import { equal, examples, numbers, ok, test } from "./harness.js";

/** Optimal string alignment distance as the books have it. */
function plain(a, b) {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j));
  for (let i = 0; i <= a.length; i++) d[i][0] = i;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.length][b.length];
}

/** The fewest errors between a pattern and any part of a text, all parts tried. */
function everywhere(pattern, text) {
  let fewest = pattern.length;
  for (let i = 0; i <= text.length; i++)
    for (let j = i; j <= text.length; j++) fewest = Math.min(fewest, plain(pattern, text.slice(i, j)));
  return fewest;
}

const word = (next, letters, length) => Array.from({ length }, () => letters[next(letters.length)]).join("");

/** A text with some errors typed into it. */
function mistyped(next, text, errors) {
  for (let n = 0; n < errors; n++) {
    const at = next(text.length);
    const [before, here, after] = [text.slice(0, at), text[at] ?? "", text.slice(at + 1)];
    text = [
      before + after,
      `${before}${here}x${after}`,
      `${before}x${after}`,
      before + (after[0] ?? "") + here + after.slice(1),
    ][next(4)];
  }
  return text;
}

examples("a wrong, a missing, an added and two swapped letters are one error each", ([a, b]) => distance(a, b, 3), [
  [["ขยะ", "ขยะ"], 0],
  [["waste", "wasre"], 1],
  [["waste", "wast"], 1],
  [["waste", "wasste"], 1],
  [["waste", "wsate"], 1],
  [["ขยะ", "ยขะ"], 1],
  [["", "ab"], 2],
  [["", ""], 0],
]);

examples("beyond the limit it says no more than that", ([a, b, limit]) => distance(a, b, limit), [
  [["abc", "xyz", 1], 2],
  [["abc", "abcdefgh", 2], 3],
  [["abcd", "badc", 1], 2],
  [["abcd", "badc", 2], 2],
  [["a", "b", 0], 1],
]);

test("it agrees with the plain algorithm on random words", () => {
  const next = numbers(11);
  for (let i = 0; i < 3000; i++) {
    const [a, b, limit] = [word(next, "abกข", next(9)), word(next, "abกข", next(9)), next(5)];
    equal(distance(a, b, limit), Math.min(plain(a, b), limit + 1), `${a}, ${b} within ${limit}`);
  }
});

test("it agrees with the plain algorithm on words with a few errors in them", () => {
  const next = numbers(12);
  for (let i = 0; i < 1000; i++) {
    const a = word(next, "abcdกขคง", 4 + next(20));
    const [b, limit] = [mistyped(next, a, next(5)), next(4)];
    equal(distance(a, b, limit), Math.min(plain(a, b), limit + 1), `${a}, ${b} within ${limit}`);
  }
});

test("longer words forgive more errors, short ones none", () => {
  equal(allowance(3), 0);
  ok(allowance(4) >= 1 && allowance(12) > allowance(4), "grows");
  for (let n = 1; n < 40; n++) ok(allowance(n) >= allowance(n - 1) && allowance(n) < n / 2, `${n}`);
});

test("the scanner finds a pattern within a text", () => {
  const scan = scanner("ขยะ");
  equal(["การจัดการขยะชุมชน", "ยขะ", "ขย", "", "น้ำ", "ขะยะ"].map(scan), [0, 1, 1, 3, 3, 1]);
});

test("the scanner agrees with a search of every part, on random strings", () => {
  const next = numbers(21);
  for (const length of [1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8]) {
    for (let i = 0; i < 60; i++) {
      const [pattern, text] = [word(next, "abก", length), word(next, "abกข", next(14))];
      equal(scanner(pattern)(text), everywhere(pattern, text), `${pattern} in ${text}`);
    }
  }
});

test("the scanner agrees with a search of every part, on long patterns with errors", () => {
  const next = numbers(22);
  for (const length of [20, 29, 30]) {
    for (let i = 0; i < 6; i++) {
      const pattern = word(next, "abcกขค", length);
      const text = word(next, "abc", 3) + mistyped(next, pattern, next(5)) + word(next, "กขค", 3);
      equal(scanner(pattern)(text), everywhere(pattern, text), `${pattern} in ${text}`);
    }
  }
});

test("of a pattern of more than 30 letters the first 30 count", () => {
  const next = numbers(23);
  for (const length of [31, 32, 33, 64, 200]) {
    const pattern = word(next, "abcกขค", length);
    for (const text of [pattern, pattern.slice(0, 30), mistyped(next, pattern.slice(0, 30), 2), "", "ก"]) {
      equal(scanner(pattern)(text), scanner(pattern.slice(0, 30))(text), `${pattern} in ${text}`);
    }
    equal(scanner(pattern)(`x${pattern}`), 0);
  }
});

test("one scanner reads many texts, and remembers none of them", () => {
  const scan = scanner("abc");
  equal(["abc", "xyz", "abc", "ab", "bac"].map(scan), [0, 3, 0, 1, 1]);
});
