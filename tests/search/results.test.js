import { PassageIndex } from "../../overrides/assets/javascripts/search/passages.js";
import { merge, pagesOf } from "../../overrides/assets/javascripts/search/results.js";
import { equal, ok, test } from "./harness.js";

const names = ["a", "b", "c"];
const pages = names.map((name) => ({
  url: `${name}/`,
  title: name,
  others: "",
  kind: "page",
  bases: [],
  province: "",
}));
const index = new PassageIndex(
  pages,
  [0, 0, 1, 1, 2].map((page, n) => ({ page, anchor: n % 2 ? `s${n}` : "", title: `${n}`, text: "" })),
);
const hit = (passage, score, coverage = 1) => ({ passage, score, coverage });

test("one result a page, with its passages, best first", () => {
  const results = pagesOf([hit(2, 9), hit(0, 8), hit(3, 5), hit(1, 4)], index, "th");
  equal(
    results.map(({ page }) => page.title),
    ["b", "a"],
  );
  equal(
    results[0].hits.map(({ passage }) => passage.title),
    ["2", "3"],
  );
  equal(results[0].language, "th");
});

test("further passages of a page help it a little", () => {
  const [first, second] = pagesOf([hit(4, 10), hit(0, 9.99), hit(1, 9)], index, "th");
  equal([first.page.title, second.page.title], ["a", "c"]);
  const [strong] = pagesOf([hit(4, 10), hit(0, 5), hit(1, 5)], index, "th");
  equal(strong.page.title, "c");
});

test("what is hardly found at all is left out", () =>
  equal(pagesOf([hit(4, 100), hit(0, 1, 0.05)], index, "th").length, 1));

test("no hits, no results", () => equal(pagesOf([], index, "th"), []));

/** Results of a language, as `name:coverage`. */
const list = (language, specs) =>
  specs
    .map((spec) => spec.split(":"))
    .map(([title, coverage = 1]) => ({
      language,
      coverage: Number(coverage),
      page: { title, url: `${language === "en" ? "en/" : ""}${title}/` },
    }));
const merged = (own, other) => merge(list("th", own), list("en", other)).map(({ page }) => page.title);

test("the reader's language comes first, then the best of the other, and nobody is lost", () => {
  const order = merged(["t1", "t2", "t3", "t4", "t5"], ["e1", "e2", "e3"]);
  equal(order[0], "t1");
  ok(order.indexOf("e1") > 0 && order.indexOf("e1") < order.indexOf("t5"), order.join());
  equal([...order].sort(), ["e1", "e2", "e3", "t1", "t2", "t3", "t4", "t5"]);
  for (const language of ["t", "e"])
    equal(
      order.filter((name) => name[0] === language),
      [...order].sort().filter((name) => name[0] === language),
    );
});

test("a whole find in the other language comes before a half one in the reader's", () => {
  equal(merged(["t1:0.3", "t2:0.2"], ["e1:1", "e2:0.95"]), ["e1", "e2", "t1", "t2"]);
});

test("a find that is whole comes before one that is not, in either language", () => {
  const order = merged(["t1:1", "t2:0.3"], ["e1:1", "e2:0.3"]);
  equal(order.slice(0, 2), ["t1", "e1"]);
});

test("what one page of a pair holds speaks for the other: the reader gets her own language first", () => {
  const [th, en] = [list("th", ["one:0.3", "two:0.3"]), list("en", ["one:1"])];
  equal(
    merge(th, en).map(({ page }) => page.url),
    ["one/", "en/one/", "two/"],
  );
});

test("merging changes neither list", () => {
  const [th, en] = [list("th", ["one:0.3"]), list("en", ["one:1"])];
  merge(th, en);
  equal([th, en], [list("th", ["one:0.3"]), list("en", ["one:1"])]);
});

test("one language may have found nothing", () => {
  equal(merged(["t1"], []), ["t1"]);
  equal(merged([], ["e1"]), ["e1"]);
  equal(merged([], []), []);
});
