import { PassageIndex } from "../../overrides/assets/javascripts/search/passages.js";
import { parse } from "../../overrides/assets/javascripts/search/query.js";
import { rank, rarity } from "../../overrides/assets/javascripts/search/rank.js";
import { equal, ok, test } from "./harness.js";
import { finding, page } from "./harness.site.js";

const find = finding(
  page("ธนาคารขยะ", "ชาวบ้านนำของเหลือมาฝาก แล้วได้เงินคืน", { others: "Waste bank" }),
  page("น้ำเสียชุมชน", "เทศบาลบำบัดน้ำก่อนปล่อยลงคลอง พ.ศ. 2565 ปริมาณ 1,500 ลูกบาศก์เมตร"),
  page("ศูนย์ข้อมูลเมือง", "ข้อมูลของทุกกองอยู่ที่เดียว เปิดให้ประชาชนใช้ผ่านอินเทอร์เน็ต"),
  page("ถนนคนเดิน", "รายได้ของชุมชนย่านเมืองเก่า มีการจัดการขยะหลังตลาดเลิกทุกสัปดาห์ และ PM2.5 ลดลง"),
  page("Smart bus", "Buses run every ten minutes. The municipality plans new routes since 2019.", {}, [
    "money",
    "Financing",
    "A special purpose vehicle (S.P.V.) owns the buses.",
  ]),
  page("Organic farming", "Farmers organised a market; the mayor is weighing its cost."),
);
/** A test of queries and the title that each must bring first. */
const first = (name, pairs) =>
  test(name, async () => {
    for (const [typed, title] of Object.entries(pairs)) equal((await find(typed))[0], title, `“${typed}”`);
  });

first("words of a title, of a text, of a name in the other language", {
  ธนาคารขยะ: "ธนาคารขยะ",
  บำบัดน้ำ: "น้ำเสียชุมชน",
  "waste bank": "ธนาคารขยะ",
  routes: "Smart bus",
});
first("a title comes before a text", { ขยะ: "ธนาคารขยะ", ชุมชน: "น้ำเสียชุมชน" });
first("run together and spaced, without the help of a dictionary", {
  ศูนย์ข้อมูลเมืองอินเทอร์เน็ต: "ศูนย์ข้อมูลเมือง",
  "ศูนย์ ข้อมูล เมือง": "ศูนย์ข้อมูลเมือง",
  รายได้ย่านเมืองเก่า: "ถนนคนเดิน",
  "บำบัด น้ำเสีย": "น้ำเสียชุมชน",
});
first("inside a longer word", { เมืองเก่า: "ถนนคนเดิน", ข้อมูล: "ศูนย์ข้อมูลเมือง" });
first("typing errors: a wrong, a missing, an added, two swapped letters", {
  ธนาคาลขยะ: "ธนาคารขยะ",
  ธนาคาขยะ: "ธนาคารขยะ",
  ธนาคารรขยะ: "ธนาคารขยะ",
  ธนาาครขยะ: "ธนาคารขยะ",
  ถนนคนเดิร: "ถนนคนเดิน",
});
first("tones, vowels, consonants of one sound, silenced ones", {
  น่ำเสีย: "น้ำเสียชุมชน",
  สูนข้อมูล: "ศูนย์ข้อมูลเมือง",
  ทะนาคารขยะ: "ธนาคารขยะ",
  อินเตอร์เน็ต: "ศูนย์ข้อมูลเมือง",
});
first("what keyboards and converters make of it", {
  "น\u0e4d\u0e49\u0e32เสีย": "น้ำเสียชุมชน",
  "ขย\u200bะ": "ธนาคารขยะ",
  "น\u0e49\u0e49ำเสีย": "น้ำเสียชุมชน",
});
first("numbers, with commas, in Thai digits, in either era", {
  1500: "น้ำเสียชุมชน",
  "1,500": "น้ำเสียชุมชน",
  "๑๕๐๐": "น้ำเสียชุมชน",
  2565: "น้ำเสียชุมชน",
  2022: "น้ำเสียชุมชน",
  "ค.ศ. 2022": "น้ำเสียชุมชน",
  "พ.ศ. ๒๕๖๒": "Smart bus",
  "pm2.5": "ถนนคนเดิน",
});
first("a name of letters and a number may be spaced", { "PM 2.5": "ถนนคนเดิน" });
first("English inflections and spellings", {
  bus: "Smart bus",
  "planning route": "Smart bus",
  organized: "Organic farming",
  weigh: "Organic farming",
  mayors: "Organic farming",
  minute: "Smart bus",
});
first("English typing errors and beginnings", {
  municipalty: "Smart bus",
  municpality: "Smart bus",
  minuets: "Smart bus",
  munici: "Smart bus",
  famers: "Organic farming",
});
first("abbreviations with and without dots", { SPV: "Smart bus", "S.P.V.": "Smart bus", spv: "Smart bus" });
first("two languages in one query", { "ธนาคาร waste": "ธนาคารขยะ", "PM2.5 ตลาด": "ถนนคนเดิน" });

test("what is spelt as typed comes before what is spelt nearly so", async () => {
  const near = finding(page("หนึ่ง", "เมืองน่านอยู่"), page("สอง", "เมืองนานอยู่"));
  equal((await near("น่านอยู่"))[0], "หนึ่ง");
  equal((await near("นานอยู่"))[0], "สอง");
  const words = finding(page("One", "a planner"), page("Two", "a plan"));
  equal((await words("planner"))[0], "One");
  equal((await words("plan"))[0], "Two");
});

test("the more of a query a page holds, the better", async () => {
  const some = finding(page("หนึ่ง", "ขยะ ขยะ ขยะ ขยะ ขยะ"), page("สอง", "ขยะ และ น้ำเสีย"), page("สาม", "น้ำเสีย"));
  equal((await some("ขยะ น้ำเสีย"))[0], "สอง");
});

test("a rare word says more than a common one", async () => {
  const common = Array.from({ length: 20 }, (_, n) => page(`หน้า ${n}`, "เทศบาลเก็บขยะ เทศบาล เทศบาล"));
  const some = finding(...common, page("หายาก", "เทศบาล รถราง และอีกหลายอย่างที่ยาวกว่า"));
  equal((await some("เทศบาล รถราง"))[0], "หายาก");
});

test("of two equal pages a list of sources comes last", async () => {
  const some = finding(page("ก1", "ขยะ", { kind: "source" }), page("ก2", "ขยะ", { kind: "case" }));
  equal(await some("ขยะ"), ["ก2", "ก1"]);
});

test("nothing is found for what stands nowhere, or is no word", async () => {
  for (const typed of ["", "   ", "\u0e48", "ๆ", "😀", "مرحبا", "\u0000", "<>", "qqqq"])
    equal(await find(typed), [], JSON.stringify(typed));
});

test("whatever is typed, scores are numbers, best first, and shares lie between 0 and 1", () => {
  const pages = [{ url: "a/", title: "ขยะ", others: "", kind: "page", bases: [], province: "" }];
  const index = new PassageIndex(pages, [
    { page: 0, anchor: "", title: "ขยะ", text: "waste 2565" },
    { page: 0, anchor: "b", title: "b", text: "" },
  ]);
  for (const typed of [
    "ขยะ",
    "ขยะ ขยะ",
    "ขยะ\u0e48",
    "<b>ขยะ</b>",
    "waste2565",
    "ยขะ",
    "ขยะ".repeat(500),
    "2022 ขยะ qqqq",
    "\u202eขยะ",
    "a b c d waste",
  ]) {
    const hits = rank(parse(typed), index);
    for (const { score, coverage } of hits)
      ok(Number.isFinite(score) && score > 0 && coverage > 0 && coverage <= 1.0001, `${typed}: ${score}, ${coverage}`);
    equal(
      hits.map(({ score }) => score),
      hits.map(({ score }) => score).sort((a, b) => b - a),
      typed,
    );
  }
});

test("an empty index answers", () => equal(rank(parse("ขยะ"), new PassageIndex([], [])), []));

test("the rarer a term, the more it is worth, and never nothing", () => {
  ok(rarity(100, 1) > rarity(100, 10) && rarity(100, 10) > rarity(100, 100) && rarity(100, 100) > 0, "rarity");
});
