import { PassageIndex } from "../../overrides/assets/javascripts/search/passages.js";
import { equal, ok, test } from "./harness.js";

const PAGES = [
  { url: "waste/", title: "ขยะ", others: "Waste GPP", kind: "page", bases: [], province: "" },
  { url: "water/", title: "น้ำ", others: "", kind: "page", bases: [], province: "" },
];
const PASSAGES = [
  { page: 0, anchor: "", title: "ขยะ", text: "ชั่งก่อนทิ้ง" },
  { page: 0, anchor: "sort", title: "แยกที่บ้าน", text: "Households sort their waste. เทศบาลเก็บ" },
  { page: 1, anchor: "", title: "น้ำ", text: "ชั่งไม่ได้ wasted" },
];
const index = new PassageIndex(PAGES, PASSAGES);
/** The passages that hold a term. */
const where = (term) => (index.postings.get(term) ?? []).filter((_, n) => n % 2 === 0);
const weight = (term, passage) => index.postings.get(term)?.find((_, n, list) => n % 2 && list[n - 1] === passage) ?? 0;

test("a term's list names the passages that hold it, in title or text", () => {
  equal(where("=wast"), [0, 1, 2]);
  equal(where("แย|ก"), [1]);
  equal(where("=nothing"), []);
  equal([index.frequency("=wast"), index.frequency("=nothing"), index.count], [3, 0, 3]);
});

test("the page's other names belong to its head, its own title to all of its passages", () => {
  equal(where("=gpp"), [0]);
  equal(where("ข|ยะ"), [0, 1]);
});

test("a title counts more than a text, the page's own most, and least in its sections", () => {
  ok(weight("ข|ยะ", 0) > weight("แย|ก", 1), "the page's title and a section's");
  ok(weight("แย|ก", 1) > weight("เท|ส", 1), "a section's title and its text");
  ok(weight("เท|ส", 1) >= weight("ข|ยะ", 1), "its text and the page's title");
});

test("words are kept as they were written, with their terms", () => {
  equal(index.words.get("households"), "=household");
  equal(index.words.get("gpp"), "=gpp");
  ok(![...index.words.keys()].some((word) => /[ก-๎]/.test(word)), "Thai");
});

test("exact and loose texts hold title and text", () => {
  ok(index.normalised[1].startsWith("แยกที่บ้าน") && index.normalised[1].includes("households sort"), index.normalised[1]);
  ok(index.folded[0].includes("ชังกอนทิง"), index.folded[0]);
  equal(index.foldedTitles[1], "แยกทิบาน");
});

test("near words are words of the index", () => {
  ok(
    index.alternatives("=wost", "woste").some(([term]) => term === "=wast"),
    "woste",
  );
});

test("an index of nothing is one, too", () => {
  const none = new PassageIndex([], []);
  equal([none.count, none.frequency("=a"), none.postings.size], [0, 0, 0]);
  ok(none.averageLength > 0, `${none.averageLength}`);
  ok(new PassageIndex(PAGES, [{ page: 0, anchor: "", title: "", text: "" }]).averageLength > 0, "an empty passage");
});
