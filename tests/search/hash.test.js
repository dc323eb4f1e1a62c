import { fnv } from "../../overrides/assets/javascripts/search/hash.js";
import { equal, examples, ok, test } from "./harness.js";

// http://www.isthe.com/chongo/tech/comp/fnv/
examples("FNV-1a, 32 bits", fnv, [
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
]);

test("another start gives another hash", () => ok(fnv("ขยะ") !== fnv("ขยะ", 0x9747b28c), "the same"));

test("always a whole number of 32 bits, never negative", () => {
  for (let n = 0; n < 500; n++) {
    const hash = fnv(`คำที่ ${n}`);
    ok(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32, `${hash}`);
  }
});

test("the text's place in the hash goes on from a start: a prefix can be hashed first", () =>
  equal(fnv("bc", fnv("a")), fnv("abc")));
