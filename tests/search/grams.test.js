import { grams, gramsOfRun, isThai, runs } from "../../overrides/assets/javascripts/search/grams.js";
import { normalise } from "../../overrides/assets/javascripts/search/normalise.js";
import { equal, examples, ok, test } from "./harness.js";

const terms = (text) =>
  grams(normalise(text))
    .map(({ term }) => term)
    .sort();

examples("runs are Thai, or words and numbers in Latin letters", runs, [
  ["เมือง smart city 2565", ["เมือง", "smart", "city", "2565"]],
  ["ฝุ่นpm2.5ในเมือง", ["ฝุ่น", "pm2.5", "ในเมือง"]],
  ["city's plan", ["city's", "plan"]],
  ["city’s", ["city’s"]],
  ["a-b/c_d (e)", ["a", "b", "c", "d", "e"]],
  ["end. next", ["end", "next"]],
  ["café", ["café"]],
  ["50% ฿100", ["50", "฿", "100"]],
  ["😀 مرحبا 你好", []],
  ["", []],
]);

examples("Thai is told by the first letter", isThai, [
  ["ก", true],
  ["\u0e48", true],
  ["a", false],
  ["2", false],
  ["é", false],
]);

examples("Thai is indexed by one, two and three clusters", terms, [
  ["ขยะ", ["ข", "ข|ยะ", "ยะ"]],
  ["แม่น้ำปิง", ["ง", "นำ", "นำ|ปิ", "นำ|ปิ|ง", "ปิ", "ปิ|ง", "แม", "แม|นำ", "แม|นำ|ปิ"]],
  ["ก", ["ก"]],
]);

test("clusters of two runs make no gram together", () =>
  ok(!terms("ขยะ เมือง").some((term) => term.startsWith("ยะ|")), "over a space"));

examples("a Latin word is indexed by its stem and, where it differs, its form", terms, [
  ["cities", ["=cities", "=city"]],
  ["city", ["=city"]],
  ["PM2.5", ["=pm2.5"]],
  ["Café", ["=caf", "=cafe"]],
  ["1,500", ["=1500"]],
  ["๒๕๖๕", ["=2565"]],
]);

test("a query asks for single clusters only where there is no pair", () => {
  const asked = (run) => gramsOfRun(run, false).map(({ term }) => term);
  equal(asked("ก"), ["ก"]);
  equal(asked("ขยะ"), ["ข|ยะ"]);
  equal(asked("ขยะเท").sort(), ["ข|ยะ", "ข|ยะ|เท", "ยะ|เท"]);
});

test("the form of a word may be missing, its stem may not", () => {
  const [root, form] = gramsOfRun("cities", false);
  equal([root.term, root.optional, root.word], ["=city", undefined, "cities"]);
  equal([form.term, form.optional], ["=cities", true]);
  ok(root.weight > form.weight, "the stem counts more");
});

test("a longer gram counts at least as much as a shorter one", () => {
  const weight = Object.fromEntries(gramsOfRun("ขยะเท", true).map(({ term, weight }) => [term, weight]));
  ok(weight["ข|ยะ|เท"] >= weight["ข|ยะ"] && weight["ข|ยะ"] >= weight["ข"], JSON.stringify(weight));
});

examples("marks alone are nothing to be found by", terms, [
  ["\u0e48", []],
  ["ๆ", []],
  ["   ", []],
  ["…!?", []],
]);
