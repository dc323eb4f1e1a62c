import { grams } from "../../overrides/assets/javascripts/search/grams.js";
import { normalise } from "../../overrides/assets/javascripts/search/normalise.js";
import { parse } from "../../overrides/assets/javascripts/search/query.js";
import { ShardedIndex } from "../../overrides/assets/javascripts/search/sharded.js";
import { equal, ok, test } from "./harness.js";
import { ALL, file, page } from "./harness.site.js";

/** An index in one shard, a part for each passage, and all that was asked of it. */
function sharded(...pages) {
  const { pages: rows, passages, ...head } = file("th", ...pages);
  const lists = {};
  passages.forEach(([number, , title, text], part) => {
    const found = new Set(grams(normalise(`${title} ${text} ${rows[number][2]}`)).map(({ term }) => term));
    for (const term of found) (lists[term] ??= []).push(part);
  });
  const text = (parts) => parts.map((part, n) => `${(part - (n ? parts[n - 1] : -1)).toString(36)}H`).join("");
  const files = {
    "shard/0.json": Object.fromEntries(Object.entries(lists).map(([term, parts]) => [term, text(parts)])),
    "vocabulary.json": {
      words: ["municipality", "waste"],
      letters: "กขคจดตนบมยรลวสอาะ",
      size: 64,
      bits: btoa("\u00ff".repeat(8)),
    },
  };
  passages.forEach(([number, ...passage], part) => (files[`part/${part}.json`] = [rows[number], [passage]]));
  const parts = rows.map((_, number) => passages.filter(([page]) => page === number).length);
  const facets = {
    kind: rows.map((row) => row[3]),
    base: rows.map((row) => row[4].join(" ")),
    province: rows.map((row) => row[5]),
  };
  const asked = [];
  const load = async (name) => {
    asked.push(name);
    if (!(name in files)) throw new Error(`no ${name}`);
    return structuredClone(files[name]);
  };
  const index = new ShardedIndex({ ...head, parts, shards: 1, facets }, load);
  const find = async (typed, filters = {}) => {
    const found = await index.find(parse(typed), { ...ALL, ...filters });
    return { ...found, titles: found.results.map((result) => result.page.title) };
  };
  return { index, find, asked, files };
}

const PAGES = [
  page("ธนาคารขยะ", "ชาวบ้านนำของเหลือมาฝาก", { kind: "case", bases: ["bcg"], province: "55", others: "Waste bank" }, [
    "money",
    "เงินทุน",
    "งบของเทศบาล",
  ]),
  page("น้ำเสียชุมชน", "เทศบาลบำบัดก่อนปล่อย พ.ศ. 2565", { kind: "module", bases: ["bcg", "digital"] }),
  page("ศูนย์ข้อมูลเมือง", "ข้อมูลของทุกกอง the municipality", { kind: "module", bases: ["digital"], province: "95" }),
];

test("it finds what titles, texts and other names hold", async () => {
  const { find } = sharded(...PAGES);
  for (const [typed, title] of Object.entries({
    ธนาคารขยะ: "ธนาคารขยะ",
    บำบัด: "น้ำเสียชุมชน",
    "waste bank": "ธนาคารขยะ",
    2022: "น้ำเสียชุมชน",
    municipality: "ศูนย์ข้อมูลเมือง",
  })) {
    equal((await find(typed)).titles[0], title, typed);
  }
});

test("a result leads to the section that holds it", async () => {
  const [{ hits, language }] = (await sharded(...PAGES).find("เงินทุน")).results;
  equal([hits[0].passage.anchor, language], ["money", "th"]);
});

test("it asks for shards, then for the parts that hold something, each file once", async () => {
  const { find, asked } = sharded(...PAGES);
  await find("บำบัด");
  equal(asked, ["shard/0.json", "part/2.json"]);
  await find("บำบัด");
  equal(asked.length, 2, "again");
});

test("a list is steps from part to part and levels; a shortened one keeps its frequency", async () => {
  const { index, files } = sharded(...PAGES);
  files["shard/0.json"] = { "=a": "A5C", "=b": "OBA", "=c": "1234:zA10O", "=d": "3A" };
  await index.shards(["=a"]);
  const lists = ["=a", "=b", "=c", "=d", "=e"].map((term) => [index.frequency(term), index.terms.get(term)?.list]);
  equal(lists, [
    [2, [0, 1, 5, 3]],
    [3, [0, 15, 1, 2, 2, 1]],
    [1234, [34, 1, 70, 15]],
    [1, [2, 1]],
    [0, undefined],
  ]);
});

test("filters keep parts from being fetched; all pages that answer are told of, with what filters need", async () => {
  const { find, asked } = sharded(...PAGES);
  const { titles, pages } = await find("เทศบาล", { kind: ["module"] });
  equal(titles, ["น้ำเสียชุมชน"]);
  equal(pages.map(({ kind, bases, province }) => [kind, bases, province]).sort(), [
    ["case", ["bcg"], "55"],
    ["module", ["bcg", "digital"], ""],
  ]);
  ok(!asked.includes("part/1.json"), asked.join());
});

test("a page of several parts is one result", async () => {
  const sections = Array.from({ length: 9 }, (_, n) => [`s${n}`, `ตอน ${n}`, "เทศบาลเก็บขยะ"]);
  const { find, asked } = sharded(page("ยาว", "เทศบาลเก็บขยะ", {}, ...sections), page("สั้น", "เทศบาลเก็บขยะ"));
  equal((await find("เก็บขยะ")).titles.sort(), ["ยาว", "สั้น"]);
  ok(asked.filter((name) => name.startsWith("part/")).length < 8, "only some parts of the long one");
});

test("what stands in every passage of the only part is found", async () => {
  const { find, files } = sharded(page("ขยะ", "ขยะ"));
  for (let n = 0; n < 9; n++) files["part/0.json"][1].push([`s${n}`, "ขยะ", "ขยะ ขยะ"]);
  equal((await find("ขยะ")).titles, ["ขยะ"]);
});

test("the vocabulary is fetched only for what stands nowhere", async () => {
  const { find, asked } = sharded(...PAGES);
  await find("ธนาคารขยะ");
  ok(!asked.includes("vocabulary.json"), "for what stands somewhere");
  equal((await find("ธนาคางขยะ")).titles[0], "ธนาคารขยะ");
  equal((await find("municipalty")).titles[0], "ศูนย์ข้อมูลเมือง");
  equal(asked.filter((name) => name === "vocabulary.json").length, 1);
});

test("where no result is, no page is counted", async () => {
  const { find } = sharded(page("กบ", "กบในนา"), ...PAGES);
  const { titles, pages } = await find("ซบ"); // one error away from กบ, and too short to forgive it
  equal([titles, pages], [[], []]);
});

test("a file that could not be fetched is asked for again", async () => {
  const { find, files, asked } = sharded(...PAGES);
  const lost = files["part/2.json"];
  delete files["part/2.json"];
  ok(
    await find("บำบัด").then(
      () => false,
      () => true,
    ),
    "the failure is told",
  );
  files["part/2.json"] = lost;
  equal((await find("บำบัด")).titles, ["น้ำเสียชุมชน"]);
  equal(asked.filter((name) => name === "part/2.json").length, 2);
});

test("a query of nothing, or of what stands nowhere, finds nothing", async () => {
  const { find, asked } = sharded(...PAGES);
  for (const typed of ["", "\u0e48", "😀", "<>"]) equal((await find(typed)).titles, [], typed);
  equal(asked, []);
  equal((await find("zzzz")).titles, []);
});
