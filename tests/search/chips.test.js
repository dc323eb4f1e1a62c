import { chips } from "../../overrides/assets/javascripts/search/chips.js";
import { passes } from "../../overrides/assets/javascripts/search/facets.js";
import { equal, ok, test } from "./harness.js";
import { ALL, LABELS } from "./harness.site.js";

const PAGES = [
  { kind: "case", bases: ["bcg", "digital"], province: "55" },
  { kind: "case", bases: ["bcg"], province: "95" },
  { kind: "source", bases: ["bcg"], province: "" },
  { kind: "page", bases: [], province: "" },
];
/** How many pages each value has under some filters. */
const counts = (filters) =>
  Object.fromEntries(
    Object.entries(chips(PAGES, { ...ALL, ...filters }, LABELS)).map(([facet, list]) => [
      facet,
      Object.fromEntries(list.map(({ value, count }) => [value, count])),
    ]),
  );

test("a chip: value, label, how many pages, whether it is chosen; most pages first", () => {
  const { base, kind, province } = chips(PAGES, { ...ALL, base: ["digital"] }, LABELS);
  equal(base, [
    { value: "bcg", label: "BCG", count: 3, selected: false },
    { value: "digital", label: "ดิจิทัล", count: 1, selected: true },
  ]);
  equal(kind, [{ value: "case", label: "กรณีศึกษา", count: 1, selected: false }]);
  equal(province, [{ value: "55", label: "น่าน", count: 1, selected: false }]);
});

test("a filter does not change its own counts, but those of the others", () => {
  equal(counts({}), {
    base: { bcg: 3, digital: 1 },
    kind: { case: 2, source: 1, page: 1 },
    province: { 55: 1, 95: 1 },
  });
  equal(counts({ kind: ["source"] }), { base: { bcg: 1 }, kind: { case: 2, source: 1, page: 1 }, province: {} });
});

test("each count is what is left when that value alone is chosen", () => {
  for (const base of [[], ["bcg"], ["digital"], ["bcg", "digital"]]) {
    for (const [kind, number] of Object.entries(counts({ base }).kind)) {
      equal(PAGES.filter((page) => passes(page, { ...ALL, base, kind: [kind] })).length, number, `${base} ${kind}`);
    }
  }
});

test("what is chosen stays, though nothing is left of it", () => {
  const { province } = chips(PAGES, { ...ALL, kind: ["page"], province: ["95"] }, LABELS);
  equal(province, [{ value: "95", label: "ยะลา", count: 0, selected: true }]);
});

test("a value without a name has no chip", () => {
  const { base, kind } = chips([{ kind: "nothing", bases: ["unknown"], province: "" }], ALL, LABELS);
  equal([base, kind], [[], []]);
});

test("no pages, no chips", () =>
  ok(
    Object.values(chips([], ALL, LABELS)).every((list) => !list.length),
    "some",
  ));
