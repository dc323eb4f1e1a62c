import { alternatives, parse } from "../../overrides/assets/javascripts/search/query.js";
import { equal, examples, ok, test } from "./harness.js";

const text = (typed) => parse(typed).text;
const terms = (typed) => [...parse(typed).grams.keys()].sort();
/** What may stand for a word, in an index of some words that are their own terms. */
const others = (word, vocabulary, known = false) =>
  alternatives(
    `=${word}`,
    word,
    vocabulary.map((other) => [other, `=${other}`]),
    known,
  );
const names = (word, ...vocabulary) => others(word, vocabulary).map(([term]) => term.slice(1));

examples("a query is normalised, with one space between words", text, [
  ["  เเม่น้ํา\n\tปิง ", "แม่น้ำ ปิง"],
  ["Smart   CITY", "smart city"],
  ["ขย\u200bะ", "ขยะ"],
]);

test("its grams, its runs of Thai, its loose form", () => {
  const query = parse("ขยะ PM2.5 ศูนย์");
  equal([...query.grams.keys()], ["ข|ยะ", "=pm2.5", "สุ|น"]);
  equal(query.thaiRuns, ["ขยะ", "ศูนย์"]);
  equal(query.folded, "ขยะ pm2.5 สุน");
});

test("a word typed twice counts once", () => equal(terms("waste waste ขยะ ขยะ"), terms("ขยะ waste")));

examples("the name of an era before a year is no word to look for", text, [
  ["พ.ศ. 2565", "2565"],
  ["พ.ศ.๒๕๖๕", "2565"],
  ["พศ2565", "2565"],
  ["ค.ศ. 2022", "2022"],
  ["B.E. 2565", "2565"],
  ["AD 2022", "2022"],
  ["แผน พ.ศ. 2565", "แผน 2565"],
  ["ce 20222", "ce 20222"],
  ["to be 1000 times", "to 1000 times"],
  ["maybe 2565", "maybe 2565"],
  ["พ.ศ.", "พศ"],
]);

examples(
  "the name of an era may be run together with the word before it, or with the year",
  (typed) => terms(typed).includes("=2565"),
  [
    ["ปีพ.ศ.2565", true],
    ["พ.ศ.2565", true],
    ["B.E.2565", true],
  ],
);

test("a year may be written in the other era", () => {
  ok(names("2565").includes("2022"), "พ.ศ. 2565 is 2022");
  ok(names("2022").includes("2565"), "2022 is พ.ศ. 2565");
  for (const number of ["1500", "2300", "9999", "12565", "256", "pm2565", "2565.5"]) equal(names(number), [number]);
});

test("a query of more than 200 characters is cut", () => {
  equal(text("ก".repeat(10_000)).length, 200);
  equal(text(`${"a ".repeat(200)}ขยะ`).includes("ขยะ"), false);
});

examples("what holds no word asks for nothing", terms, [
  ["", []],
  ["   ", []],
  ["\u0e48", []],
  ["ๆ", []],
  ["😀🎉", []],
  ["\u0000\u0007\u001b", []],
  ["…—!?", []],
  ["مرحبا", []],
  ["\ud83d", []],
]);

examples("around a word, markup and directions are nothing", terms, [
  ["<b>waste</b>", ["=b", "=wast", "=waste"]],
  ["\u202ewaste\u202c", ["=wast", "=waste"]],
  ["waste😀", ["=wast", "=waste"]],
  ["مرحبا waste", ["=wast", "=waste"]],
  ["\u0e48waste", ["=wast", "=waste"]],
]);

test("for a word may stand itself first, then what it begins, then near spellings", () => {
  equal(names("waste", "waste", "wastewater", "wasre", "water").sort(), ["wasre", "waste", "wastewater"]);
  const [itself, ...rest] = others("waste", ["wasre", "wastewater"]);
  equal(itself, ["=waste", 1]);
  ok(
    rest.every(([, fit]) => fit > 0 && fit < 1),
    JSON.stringify(rest),
  );
});

test("a word that is known forgives less", () => {
  const fit = (known) => Object.fromEntries(others("waste", ["wasre"], known))["=wasre"];
  ok(fit(true) < fit(false), `${fit(true)} < ${fit(false)}`);
});

test("the nearer a spelling, the better it fits", () => {
  const fits = Object.fromEntries(others("municipality", ["municipolity", "municepolity", "municepolita"]));
  ok(fits["=municipolity"] > fits["=municepolity"], JSON.stringify(fits));
  ok(!("=municepolita" in fits), "three errors are too many");
});

test("short words and numbers forgive no error", () => {
  equal(names("spv", "spw", "sp"), ["spv"]);
  equal(names("1500", "1501", "1600"), ["1500"]);
  equal(names("pm2.5", "pm2.6"), ["pm2.5"]);
});

test("a beginning of two letters stands for nothing longer", () => equal(names("ci", "city"), ["ci"]));

test("of very many beginnings some are enough", () => {
  ok(names("was", ...Array.from({ length: 500 }, (_, n) => `was${n}`)).length < 50, "all of them");
});
