import { EmbeddedIndex } from "../../overrides/assets/javascripts/search/embedded.js";
import { pageOfRow as row } from "../../overrides/assets/javascripts/search/passages.js";
import { parse } from "../../overrides/assets/javascripts/search/query.js";
import { equal, test } from "./harness.js";
import { ALL, file, LABELS, page } from "./harness.site.js";

const index = new EmbeddedIndex(
  file(
    "th",
    page("ธนาคารขยะ", "ฝากของเหลือ", { kind: "case", bases: ["bcg"], province: "55" }, [
      "money",
      "เงินทุน",
      "งบของเทศบาล",
    ]),
    page("ขยะอันตราย", "ถ่านไฟฉาย", { kind: "module", bases: ["bcg"] }),
    page("น้ำเสีย", "บำบัดแล้วปล่อย", { kind: "module", bases: ["digital"] }),
  ),
);
const find = async (typed, filters = {}) => {
  const { results, pages } = await index.find(parse(typed), { ...ALL, ...filters });
  return [results.map(({ page }) => page.title).sort(), pages.map(({ title }) => title).sort()];
};

test("a row is a page", () => {
  equal(row(["a/", "A", "B", "case", ["bcg"], "55"]), {
    url: "a/",
    title: "A",
    others: "B",
    kind: "case",
    bases: ["bcg"],
    province: "55",
  });
});

test("it knows its language and the names of its filters' values", () =>
  equal([index.language, index.labels], ["th", LABELS]));

test("results after the filters, and all pages that answer before them", async () => {
  const both = ["ขยะอันตราย", "ธนาคารขยะ"];
  equal(await find("ขยะ"), [both, both]);
  equal(await find("ขยะ", { kind: ["module"] }), [["ขยะอันตราย"], both]);
  equal(await find("ขยะ", { province: ["95"] }), [[], both]);
});

test("a result leads to the section", async () => {
  const [{ hits }] = (await index.find(parse("เงินทุน"), ALL)).results;
  equal([hits[0].passage.anchor, hits[0].passage.title], ["money", "เงินทุน"]);
});

test("a query of nothing finds nothing", async () => equal(await find("\u0e48"), [[], []]));

test("an index without pages answers", async () => {
  equal((await new EmbeddedIndex(file("en")).find(parse("waste"), ALL)).results, []);
});
