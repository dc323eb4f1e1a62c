import { stem } from "../../overrides/assets/javascripts/search/stem.js";
import { equal, examples, ok, test } from "./harness.js";

/** Words that are cut to the same stem. */
const alike = (name, ...groups) =>
  test(name, () => {
    for (const [first, ...others] of groups.map((group) => group.split(" "))) {
      for (const other of others) equal(stem(other), stem(first), `${other} as ${first}`);
    }
  });

alike(
  "plurals",
  "city cities",
  "town towns",
  "bus buses",
  "box boxes",
  "church churches",
  "dish dishes",
  "waste wastes",
  "municipality municipalities",
);
alike("a possessive", "mayor mayor's", "mayor mayor’s");
alike(
  "-ing and -ed",
  "plan planning planned",
  "weigh weighing weighed",
  "waste wasting wasted",
  "recycle recycling recycled",
  "map mapping mapped",
);
alike("-er", "plan planner planners", "recycle recycler");
alike("-ment and -ation", "manage management", "invest investment investments", "organize organization organizations");
alike(
  "British and American",
  "organise organize organisation organization organising organizing",
  "decentralisation decentralization",
);

examples("short words and numbers stay whole", stem, [
  ["bus", "bus"],
  ["is", "is"],
  ["as", "as"],
  ["2565", "2565"],
  ["pm2.5", "pm2.5"],
  ["co2s", "co2s"],
  ["", ""],
]);

test("words that end alike by chance are not cut to a stump", () => {
  for (const word of "ring king bring water river sewer bred station".split(" "))
    ok(stem(word).length >= 3, `${word} → ${stem(word)}`);
  equal(stem("water"), "water");
  equal(stem("red"), "red");
});

test("words that differ stay apart", () => {
  for (const [one, two] of [
    ["waste", "water"],
    ["plan", "plant"],
    ["city", "cite"],
    ["form", "farm"],
  ])
    ok(stem(one) !== stem(two), `${one}, ${two}`);
});
