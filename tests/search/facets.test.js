import { byFacet, passes, valuesOf } from "../../overrides/assets/javascripts/search/facets.js";
import { equal, test } from "./harness.js";
import { ALL } from "./harness.site.js";

const PAGES = [
  { kind: "case", bases: ["bcg", "digital"], province: "55" },
  { kind: "case", bases: ["bcg"], province: "95" },
  { kind: "module", bases: ["digital"], province: "" },
  { kind: "page", bases: [], province: "" },
];
const left = (filters) => PAGES.flatMap((page, n) => (passes(page, { ...ALL, ...filters }) ? [n] : []));

test("a page has any number of bases, one kind, and a province or none", () => {
  equal(Object.values(byFacet((facet) => valuesOf(PAGES[0], facet))), [["bcg", "digital"], ["case"], ["55"]]);
  equal(Object.values(byFacet((facet) => valuesOf(PAGES[3], facet))), [[], ["page"], []]);
});

test("values of one filter widen it, filters narrow each other", () => {
  equal(left({}), [0, 1, 2, 3]);
  equal(left({ base: ["digital"] }), [0, 2]);
  equal(left({ kind: ["module", "page"] }), [2, 3]);
  equal(left({ base: ["bcg", "digital"], province: ["95"] }), [1]);
  equal(left({ kind: ["nothing"] }), []);
});

test("a filter that is not given filters nothing", () => equal(passes(PAGES[0], {}), true));
