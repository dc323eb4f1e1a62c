import { escape, excerpt, find, mark, units } from "../../overrides/assets/javascripts/search/highlight.js";
import { normalise } from "../../overrides/assets/javascripts/search/normalise.js";
import { equal, examples, numbers, ok, test } from "./harness.js";

/** A text with what was found in it between brackets. */
const marked = ([text, typed]) =>
  mark(text, find(text, units(normalise(typed))))
    .replaceAll("<mark>", "[")
    .replaceAll("</mark>", "]");

examples("words of the query, as they stand there", marked, [
  [["การจัดการขยะชุมชน", "ขยะ"], "การจัดการ[ขยะ]ชุมชน"],
  [["ขยะ น้ำ ขยะ", "ขยะ"], "[ขยะ] น้ำ [ขยะ]"],
  [["Planning the City", "city plans"], "[Planning] the [City]"],
  [["ฝุ่น PM2.5 สูง", "pm2.5"], "ฝุ่น [PM2.5] สูง"],
  [["ปี 2565", "2565"], "ปี [2565]"],
  [["café society", "cafe"], "[café] society"],
  [["municipality", "munic"], "[municipality]"],
]);

examples("each word of a query run together", marked, [[["ขยะของชุมชน", "ขยะชุมชน"], "[ขยะ]ของ[ชุมชน]"]]);

examples("loose spellings", marked, [
  [["น้ำเสีย", "น่ำเสีย"], "[น้ำเสีย]"],
  [["อินเทอร์เน็ต", "อินเตอร์เน็ต"], "[อินเทอร์เน็ต]"],
  [["น\u0e4d\u0e49\u0e32เสีย", "น้ำเสีย"], "[น\u0e4d\u0e49\u0e32เสีย]"],
  [["เเม่น้ำ", "แม่น้ำ"], "[เเม่น้ำ]"],
  [["the municipality", "municapality"], "the [municipality]"],
]);

test("a misspelt query marks what it can", () => {
  for (const typed of ["ธนาคางขยะ", "ธนาคาขยะ", "ทะนาคารขยะ", "ธนาาครขยะ"])
    ok(marked(["ธนาคารขยะ", typed]).includes("["), typed);
});

examples("a silenced consonant belongs to the syllable before it", marked, [
  [["ศูนย์ข้อมูล", "ศูนย์"], "[ศูนย์]ข้อมูล"],
  [["ศูนย์ข้อมูล", "สูน"], "[ศูนย์]ข้อมูล"],
  [["บัตรการ์ดใหม่", "การ์ด"], "บัตร[การ์ด]ใหม่"],
]);

examples("never a part of a cluster", marked, [
  [["ที่ดินกับที่นา", "ที"], "[ที่]ดินกับ[ที่]นา"],
  [["เกาะล้าน", "เกา"], "เกาะล้าน"],
  [["เพราะว่า", "เพรา"], "[เพราะ]ว่า"],
]);

examples("Thai digits and digits", marked, [
  [["พ.ศ. ๒๕๖๕", "2565"], "พ.ศ. [๒๕๖๕]"],
  [["พ.ศ. 2565 และ 5", "๒๕๖๕"], "พ.ศ. [2565] และ 5"],
  [["๒ ๕ ๖๕", "๒๕๖๕"], "๒ ๕ ๖๕"],
]);

examples("thousands, with and without a comma", marked, [
  [["1,500 บาท คน 1 คน", "1500"], "[1,500] บาท คน 1 คน"],
  [["1,500 บาท คน 1 คน 500", "1,500"], "[1,500] บาท คน 1 คน 500"],
  [["1500 บาท", "1,500"], "[1500] บาท"],
]);

examples("abbreviations, with and without dots", marked, [
  [["ตาม พ.ร.บ. เทศบาล", "พรบ"], "ตาม [พ.ร.บ.] เทศบาล"],
  [["ตาม พรบ เทศบาล", "พ.ร.บ."], "ตาม [พรบ] เทศบาล"],
  [["an S.P.V. or SPV", "SPV"], "an [S.P.V]. or [SPV]"],
]);

examples("PAIYANNOI is no word", marked, [
  [["โครงการฯ ของกรุงเทพฯ", "กรุงเทพฯ"], "โครงการฯ ของ[กรุงเทพฯ]"],
  [["แผน ฯลฯ", "กรุงเทพฯ"], "แผน ฯลฯ"],
]);

examples("what is not seen in a query does not hide what it means", marked, [
  [["ขยะชุมชน", "ขย\u200bะ"], "[ขยะ]ชุมชน"],
  [["ขยะชุมชน", "ขยะ\u202c"], "[ขยะ]ชุมชน"],
]);

examples("nothing where nothing was found", marked, [
  [["ขยะ", "น้ำเสีย"], "ขยะ"],
  [["ขยะ", ""], "ขยะ"],
  [["", "ขยะ"], ""],
  [["ขยะ", "\u0e48"], "ขยะ"],
  [["ขยะ", "😀"], "ขยะ"],
  [["a b", "c"], "a b"],
]);

examples("one cluster of a longer query is chance", marked, [[["กามาขาตา", "ขาวมาก"], "กามาขาตา"]]);

test("HTML of a text is text", () => {
  equal(escape(`<a href="x">&amp;`), "&lt;a href=&quot;x&quot;&gt;&amp;amp;");
  equal(
    marked([`<img src=x onerror="alert(1)"> ขยะ`, "img ขยะ"]),
    "&lt;[img] src=x onerror=&quot;alert(1)&quot;&gt; [ขยะ]",
  );
  equal(marked(["a < b & c", "b"]), "a &lt; [b] &amp; c");
});

// Properties, over many texts and queries

const SYLLABLES =
  "กา ขี่ ครู เท แม่ โต๊ะ ให้ ไป น้ำ ที่ ศูนย์ รัก เมือง ทั่ว กรรม ฤดู เกี๊ยว เสียง เกาะ เพราะ หมู่ บ้าน การ์ด สิทธิ์ ก็ ข้อมูล จันทร์ ผู้ ใหญ่ น\u0e4d\u0e49\u0e32 เเก่".split(
    " ",
  );
const LATIN = [
  "city",
  "PM2.5",
  "2565",
  "waste's",
  "café",
  "S.P.V.",
  "<b>",
  "&",
  "“x”",
  "1,500",
  "๒๕๖๕",
  "😀",
  "(พ.ร.บ.)",
  "ๆ",
  "ฯ",
];
const next = numbers(31);
const some = (list, most) => Array.from({ length: 1 + next(most) }, () => list[next(list.length)]);
const thai = (most) => some(SYLLABLES, most).join("");
const sentence = (words) => Array.from({ length: words }, () => (next(4) ? thai(6) : some(LATIN, 1)[0])).join(" ");

/** A query that has something to do with a text: a piece of it, cut anywhere, perhaps misspelt; or some other words. */
function queryFor(text) {
  const at = next(text.length);
  const piece = text.slice(at, at + 1 + next(20));
  return [piece, thai(4), `${thai(2)} city`, piece.slice(1) + piece.slice(0, 1), piece.replace(/[\u0e48-\u0e4b]/g, "")][
    next(5)
  ];
}

/** Places where no reader would cut: before a mark or following vowel, after a leading vowel. */
const INSIDE = /[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/;
const LEADING = /[เแโใไ]/;
const cuts = (text, at) => at > 0 && at < text.length && (INSIDE.test(text[at]) || LEADING.test(text[at - 1]));
const plain = (html) =>
  html
    .replace(/<\/?mark>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** @param {(text: string, typed: string) => void} holds */
const always = (name, holds) =>
  test(name, () => {
    for (let n = 0; n < 400; n++) {
      const text = sentence(1 + next(30));
      const typed = queryFor(text);
      holds(text, typed);
    }
  });

always("a marked text is the text, and marks stand in order and never touch", (text, typed) => {
  const spans = find(text, units(normalise(typed)));
  equal(plain(mark(text, spans)), text, typed);
  let last = -1;
  for (const { start, end } of spans) {
    ok(start >= last && end > start && end <= text.length, `“${typed}” in “${text}”: ${start}–${end}`);
    last = end;
  }
});

always("a mark never cuts a cluster", (text, typed) => {
  for (const { start, end } of find(text, units(normalise(typed)))) {
    ok(
      !cuts(text, start) && !cuts(text, end),
      `“${typed}” marks “${text.slice(start, end)}” in “${text.slice(Math.max(0, start - 3), end + 3)}”`,
    );
  }
});

always("a mark never ends before a silenced consonant", (text, typed) => {
  for (const { end } of find(text, units(normalise(typed))))
    ok(!/^[ก-ฮ][ิุ]?\u0e4c/.test(text.slice(end)), `“${typed}” in “${text}”`);
});

/** An excerpt without its marks and dots, and where it stands in its text. */
function cut(text, typed, length) {
  const html = excerpt(text, find(text, units(normalise(typed))), length);
  const inner = plain(html).replace(/^… /, "").replace(/ …$/, "");
  return { html, inner, start: text.indexOf(inner) };
}

always("an excerpt is a part of the text that never cuts a cluster, and not much longer than asked", (text, typed) => {
  const { inner, start } = cut(text, typed, 60);
  ok(start >= 0, `“${inner}” is no part of “${text}”`);
  ok(inner.length <= 60 + 30, `${inner.length}: “${inner}”`);
  ok(!cuts(text, start) && !cuts(text, start + inner.length), `“${inner}” of “${text}”`);
});

always("an excerpt shows a find, where there is one", (text, typed) => {
  if (!find(text, units(normalise(typed))).some(({ start, end }) => end - start < 20)) return;
  ok(cut(text, typed, 80).html.includes("<mark>"), `“${typed}” in “${text}”`);
});

test("a short text is its own excerpt; a cut one says so", () => {
  equal(excerpt("ขยะ ชุมชน", [], 100), "ขยะ ชุมชน");
  const text = `${"น้ำเสีย ".repeat(40)}ขยะ ${"ถนนคนเดิน ".repeat(40)}`;
  const html = excerpt(text, find(text, units("ขยะ")), 100);
  ok(html.startsWith("… ") && html.endsWith(" …") && html.includes("<mark>ขยะ</mark>"), html);
  ok(!excerpt(text, [], 100).startsWith("…"), "without a find it begins where the text does");
});

test("an excerpt is taken where most of the query stands", () => {
  const text = `ขยะ ${"น้ำเสีย ".repeat(60)}ขยะ ชุมชน ${"ถนนคนเดิน ".repeat(40)}`;
  ok(excerpt(text, find(text, units("ขยะ ชุมชน")), 120).includes("<mark>ชุมชน</mark>"), "the second place");
});

test("an excerpt of a text without any space", () => {
  const text = "ที่ดินกับน้ำ".repeat(60);
  const { inner, start } = cut(text, "ดินกับ", 100);
  ok(inner.length <= 130 && start >= 0 && !cuts(text, start + inner.length), inner);
});

test("an excerpt never halves an emoji", () => {
  for (let n = 0; n < 40; n++) ok(excerpt("ก".repeat(n) + "😀".repeat(200), [], 100).isWellFormed(), `${n}`);
});

test("a find longer than an excerpt is still marked", () => {
  const text = `${"น้ำเสีย ".repeat(20)}${"ธนาคารขยะชุมชน".repeat(12)}`;
  ok(excerpt(text, find(text, units("ธนาคารขยะชุมชน".repeat(12))), 100).includes("<mark>"), "no mark");
});

test("a long query in a long text takes no time that a reader would feel", () => {
  const text = "เทศบาลเมืองเก็บค่าบริการจากครัวเรือนและร้านค้า ".repeat(40);
  const query = units("การบำบัดน้ำเสียของชุมชนริมคลอง".repeat(8).slice(0, 200));
  find(text, query);
  const start = performance.now();
  for (let n = 0; n < 10; n++) find(text, query);
  const each = (performance.now() - start) / 10;
  ok(each < 25, `${Math.round(each)} ms for a passage, and a page of results has a hundred`);
});
