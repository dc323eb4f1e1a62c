import { CLUSTER, clusters } from "../../overrides/assets/javascripts/search/clusters.js";
import { fold } from "../../overrides/assets/javascripts/search/fold.js";
import { equal, examples, numbers, ok, test } from "./harness.js";

examples("a leading vowel, its consonant, and what stands above, below and after it", clusters, [
  ["เทศบาล", ["เท", "ส", "บา", "ล"]],
  ["น้ำเสีย", ["นำ", "เสิ", "ย"]],
  ["ขยะ", ["ข", "ยะ"]],
  ["แม่", ["แม"]],
  ["ใหญ่", ["ไห", "ย"]],
  ["ที่", ["ทิ"]],
  ["ก", ["ก"]],
]);

examples("what is not heard makes no cluster", clusters, [
  ["ศูนย์", ["สุ", "น"]],
  ["การ์ด", ["กา", "ด"]],
  ["ต่างๆ", ["ตา", "ง"]],
]);

examples("a lone mark or vowel", clusters, [
  ["\u0e48", []],
  ["\u0e34", ["\u0e34"]],
  ["ะ", ["ะ"]],
  ["เ", ["เ"]],
  ["", []],
]);

test("clusters together are the whole run, and none begins with a mark or ends with a leading vowel", () => {
  const syllables = "กา ขี ครู เท แม่ โต๊ะ ให้ ไป น้ำ ที่ ศูนย์ ส์ รัก เมือง ทั่ว กรรม ฤดู เพราะ เกี๊ยว".split(" ");
  const next = numbers(3);
  for (let i = 0; i < 500; i++) {
    const run = Array.from({ length: 1 + next(8) }, () => syllables[next(syllables.length)]).join("");
    const found = clusters(run);
    equal(found.join(""), fold(run), run);
    for (const cluster of found) {
      ok(!/^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/.test(cluster), `${cluster} of ${run}`);
      ok(!/[เแโไใ]$/.test(cluster), `${cluster} of ${run}`);
    }
  }
});

test("any run, however misspelt, is the sum of its clusters", () => {
  const letters = "กอรยสเแไะาำ\u0e31\u0e34\u0e38\u0e47\u0e48\u0e4c\u0e46";
  const next = numbers(4);
  for (let i = 0; i < 2000; i++) {
    const run = Array.from({ length: 1 + next(10) }, () => letters[next(letters.length)]).join("");
    equal((fold(run).match(CLUSTER) ?? []).join(""), fold(run), run);
  }
});
