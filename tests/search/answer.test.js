import { items } from "../../overrides/assets/javascripts/search/answer.js";
import { equal, ok, test } from "./harness.js";
import { LABELS, page, searching } from "./harness.site.js";

const search = searching(
  page(
    "ธนาคาร<b>ขยะ",
    "ฝากขยะ & รับเงิน <script>",
    { url: "case-studies/bank/", kind: "case", bases: ["bcg", "digital"], province: "55" },
    ["money", "เงินทุน", "งบขยะของเทศบาล"],
    ["people", "คน", "ขยะของชุมชน"],
    ["time", "เวลา", "เก็บขยะทุกวัน"],
    ["more", "อื่น ๆ", "ขยะอื่น"],
  ),
  page("น้ำเสีย", "ไม่มีขยะ", { url: "water/" }),
);
/** The answer to a query, for a reader of a language. */
const answer = async (typed, language = "th") => items(await search(typed), typed, { language, labels: LABELS });

test("an item is what Material's list draws: location, title, text, score, terms", async () => {
  const [[first]] = await answer("ขยะ");
  equal(Object.keys(first).sort(), ["location", "score", "terms", "text", "title"]);
  for (const [name, type] of Object.entries({
    location: "string",
    title: "string",
    text: "string",
    score: "number",
    terms: "object",
  }))
    equal(typeof first[name], type, name);
});

test("for each page its head and its best sections, few and best first", async () => {
  const [bank] = (await answer("ขยะ")).filter(([{ location }]) => location.startsWith("case-studies/bank/"));
  const places = bank.map(({ location }) => location);
  ok(places.includes("case-studies/bank/"), places.join());
  ok(places.length <= 4 && new Set(places).size === places.length, places.join());
  const scores = bank.map(({ score }) => score);
  equal(
    scores,
    [...scores].sort((a, b) => b - a),
  );
});

test("a page whose sections alone were found still has its head", async () => {
  const [places] = (await answer("เทศบาล")).map((page) => page.map(({ location }) => location));
  equal(places.sort(), ["case-studies/bank/", "case-studies/bank/#money"]);
});

test("pages keep their order by score, whatever the score of their sections", async () => {
  const tops = (await answer("ขยะ")).map((page) => Math.max(...page.map(({ score }) => score)));
  const lows = (await answer("ขยะ")).map((page) => Math.min(...page.map(({ score }) => score)));
  ok(tops.length === 2 && lows[0] > tops[1], `${lows[0]} > ${tops[1]}`);
});

test("titles and texts are escaped, and marks the only markup within them", async () => {
  const [bank] = await answer("ขยะ");
  const { title, text } = bank.find(({ location }) => !location.includes("#"));
  ok(title.startsWith("ธนาคาร&lt;b&gt;<mark>ขยะ</mark>"), title);
  ok(text.includes("ฝาก<mark>ขยะ</mark> &amp; รับเงิน &lt;script&gt;"), text);
});

test("what was typed is never markup", async () => {
  for (const typed of ["<img src=x onerror=alert(1)> ขยะ", `" onmouseover="x" ขยะ`, "ขยะ</mark><script>"]) {
    for (const { title, text } of (await answer(typed)).flat()) {
      const tags = (title + text).match(/<[^>]*>/g) ?? [];
      ok(
        tags.every((tag) => /^<\/?(mark|p|span)( (class|lang)="[\w -]*")*>$/.test(tag)),
        tags.join(),
      );
    }
  }
});

test("the head of a page tells its kind, base and province, in the reader's words", async () => {
  const [bank] = await answer("ขยะ");
  const head = bank.find(({ location }) => !location.includes("#"));
  for (const word of ["กรณีศึกษา", "BCG", "น่าน"]) ok(head.title.includes(word), head.title);
  ok(
    bank.filter(({ location }) => location.includes("#")).every(({ title }) => !title.includes("กรณีศึกษา")),
    "its sections do not",
  );
});

test("in another language than the reader's it says so, for the eye and for the ear", async () => {
  const english = await answer("ขยะ", "en");
  ok(
    english.flat().every(({ title, text }) => title.includes('lang="th"') && (!text || text.includes('lang="th"'))),
    JSON.stringify(english[0]),
  );
  ok(
    english[0].some(({ title }) => title.includes("ไทย")),
    english[0][0].title,
  );
  ok(
    (await answer("ขยะ")).flat().every(({ title, text }) => !`${title}${text}`.includes("lang=")),
    "not in the reader's own",
  );
});

test("terms are words of the passage as they stand there, long enough to be marked in the page", async () => {
  for (const { terms, location } of (await answer("ขยะ ชุมชน")).flat()) {
    ok(
      Object.entries(terms).every(([word, value]) => word.length > 2 && value === true),
      location,
    );
    ok(Object.keys(terms).length <= 10, location);
  }
  const [bank] = await answer("ชุมชน");
  equal(Object.keys(bank.find(({ location }) => location.endsWith("#people")).terms), ["ชุมชน"]);
});

test("of very many results some are enough", async () => {
  const many = searching(...Array.from({ length: 100 }, (_, n) => page(`ขยะ ${n}`, "ขยะ")));
  const shown = items(await many("ขยะ"), "ขยะ", { language: "th", labels: LABELS });
  ok(shown.length > 0 && shown.length <= 30, `${shown.length}`);
});

test("a very long query takes no time that a reader would feel", async () => {
  const long = "ขยะของชุมชน".repeat(900);
  const results = await search("ขยะของชุมชน");
  const start = performance.now();
  items(results, long, { language: "th", labels: LABELS });
  ok(performance.now() - start < 500, `${Math.round(performance.now() - start)} ms`);
});

test("no results, no items", () => equal(items([], "ขยะ", { language: "th", labels: LABELS }), []));
