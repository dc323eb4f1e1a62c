import { clusters } from "../../overrides/assets/javascripts/search/clusters.js";
import { fold } from "../../overrides/assets/javascripts/search/fold.js";
import { fnv } from "../../overrides/assets/javascripts/search/hash.js";
import { normalise } from "../../overrides/assets/javascripts/search/normalise.js";
import { Vocabulary } from "../../overrides/assets/javascripts/search/vocabulary.js";
import { equal, numbers, ok, test } from "./harness.js";

const TEXTS = [
  "ธนาคารขยะ",
  "การจัดการน้ำเสีย",
  "ศูนย์ข้อมูลเมือง",
  "เทศบาลนครยะลา",
  "พิพิธภัณฑ์เมือง",
  "ย่านเมืองเก่า",
  "โปร่งใสตรวจสอบได้",
];
const WORDS = ["municipality", "municipal", "waste", "water", "weigh", "spv"];

const triplesOf = (text) => {
  const list = clusters(normalise(text));
  return list.slice(2).map((last, n) => `${list[n]}|${list[n + 1]}|${last}`);
};

/** As cde/search/shards.py makes it. */
function vocabulary(texts, words) {
  const triples = new Set(texts.flatMap(triplesOf));
  const size = Math.max(64, triples.size * 8);
  const bits = new Uint8Array(Math.ceil(size / 8));
  for (const triple of triples) {
    for (let n = 0; n < 4; n++) {
      const bit = (fnv(triple) + n * ((fnv(triple, 0x9747b28c) | 1) >>> 0)) % size;
      bits[bit >> 3] |= 1 << (bit & 7);
    }
  }
  const letters = [...new Set([...triples].join("").replaceAll("|", ""))].sort().join("");
  return new Vocabulary({ words, letters, size, bits: btoa(String.fromCharCode(...bits)) });
}
const known = vocabulary(TEXTS, WORDS);

test("what stands somewhere is never denied", () => {
  for (const text of TEXTS) for (const triple of triplesOf(text)) ok(known.has(triple), triple);
  for (const text of TEXTS) ok(known.knows(fold(normalise(text))), text);
});

test("what stands nowhere is nearly always denied", () => {
  const next = numbers(5);
  const letters = "กขคงจชดตทนบปผพมยรลวสหอ";
  let wrong = 0;
  for (let n = 0; n < 1000; n++)
    wrong += Number(known.has([0, 0, 0].map(() => letters[next(letters.length)] + "ุ").join("|")));
  ok(wrong < 100, `${wrong} of 1000`);
});

/** A correction must bring back the spelling of the text. */
const corrects = (name, ...pairs) =>
  test(name, () => {
    for (const [typed, meant] of pairs) {
      const found = known.corrections(fold(normalise(typed)));
      ok(found.includes(fold(normalise(meant))), `${typed} → ${found.join(" ")}`);
    }
  });

corrects("a wrong letter", ["ธนาคางขยะ", "ธนาคารขยะ"], ["เทศบานนครยะลา", "เทศบาลนครยะลา"]);
corrects("a missing letter", ["ธนาคาขยะ", "ธนาคารขยะ"], ["พิพิธพัณฑ์เมือ", "พิพิธภัณฑ์เมือง"], ["ศูนข้อมูเมือง", "ศูนย์ข้อมูลเมือง"]);
corrects("a letter too many", ["ธนาคารรขยะ", "ธนาคารขยะ"], ["น้ำเสียย", "น้ำเสีย"]);
corrects("two letters swapped", ["ธนาคราขยะ", "ธนาคารขยะ"], ["ย่านเมือเงก่า", "ย่านเมืองเก่า"]);

test("no correction is what was typed, none comes twice, and they are not many", () => {
  const run = fold("ธนาคารขยะ");
  const found = known.corrections(run);
  ok(!found.includes(run) && new Set(found).size === found.length && found.length <= 40, found.join(" "));
});

test("nothing can be corrected into nothing", () => {
  equal(known.corrections(""), []);
  ok(known.corrections("กกกกกกกกกกกก").length === 0, "far from all words");
});

test("near words, nearest first", () => {
  equal(known.near("municipalty", 2)[0], "municipality");
  equal(known.near("wastr", 1), ["waste"]);
  equal(known.near("wate", 1), ["waste", "water"]);
  equal(known.near("waste", 1), []);
  equal(known.near("waste", 2), ["water"]);
  equal(known.near("xyz", 2).includes("waste"), false);
});

test("a vocabulary of nothing", () => {
  const none = vocabulary([], []);
  equal([none.corrections("ทนาคานขยะ"), none.near("waste", 2)], [[], []]);
});
