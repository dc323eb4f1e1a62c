import { fold, unaccent } from "../../overrides/assets/javascripts/search/fold.js";
import { equal, examples, numbers, ok, test } from "./harness.js";

/** Words that fold alike, though they are written in different ways. */
const alike = (name, ...groups) =>
  test(name, () => {
    for (const [first, ...others] of groups)
      for (const other of others) equal(fold(other), fold(first), `${other} as ${first}`);
  });

alike(
  "consonants of one sound",
  ["ประเทศ", "ประเทส", "ประเทษ"],
  ["ขนาด", "ฃณาด"],
  ["พิเศษ", "พิเสส"],
  ["ธนาคาร", "ทนาคาร", "ฑณาคาร"],
  ["ภาพ", "พาพ"],
  ["กฎหมาย", "กดหมาย"],
  ["ปรากฏ", "ปรากต"],
  ["รัฐ", "รัถ"],
  ["ญาติ", "ยาติ"],
  ["กีฬา", "กีลา"],
  ["ฆ่า", "ค่า"],
  ["เฌอ", "เชอ"],
);
alike("long and short vowels above and below", ["ชีวิต", "ชิวิต"], ["คืน", "คึน"], ["ปูน", "ปุน"]);
alike("both letters of AI", ["ใหญ่", "ไหย่"]);
alike("tone marks", ["ป่า", "ป้า", "ปา"], ["ก็", "ก"]);
alike(
  "silenced consonants and their vowel",
  ["ศูนย์", "ศูน", "สูน"],
  ["การ์ด", "กาด"],
  ["สิทธิ์", "สิท"],
  ["พันธุ์", "พัน"],
  ["จันทร์", "จันท"],
);
alike("the sign of repetition", ["ต่างๆ", "ต่าง"]);
alike(
  "spellings of loan words",
  ["ดิจิทัล", "ดิจิตอล", "ดิจิตัล"],
  ["อินเทอร์เน็ต", "อินเตอร์เน็ต", "อินเตอเน็ต"],
  ["อัปเดต", "อัพเดท", "อัพเดต"],
  ["แอปพลิเคชัน", "แอพพลิเคชั่น"],
  ["กราฟิก", "กราฟฟิค", "กราฟฟิก"],
  ["คลินิก", "คลินิค"],
  ["โปรเจกต์", "โปรเจคต์"],
);

test("other words stay apart", () => {
  for (const [one, two] of [
    ["ขาว", "เขา"],
    ["มา", "ม้ว"],
    ["บาน", "ปาน"],
    ["ขยะ", "ขยำ"],
    ["แก", "เก"],
  ])
    ok(fold(one) !== fold(two), `${one} as ${two}`);
});

examples("Latin letters and numbers are left alone", fold, [
  ["smart city 2565", "smart city 2565"],
  ["", ""],
]);

test("what is folded stays as it is", () => {
  const letters = "กขคดตทนพรลวศษสอฤเแโไใะาำ\u0e31\u0e34\u0e35\u0e38\u0e39\u0e46\u0e47\u0e48\u0e49\u0e4c ";
  const next = numbers(7);
  for (let i = 0; i < 2000; i++) {
    const text = Array.from({ length: 1 + next(12) }, () => letters[next(letters.length)]).join("");
    equal(fold(fold(text)), fold(text), JSON.stringify(text));
  }
});

examples("Latin words lose their accents", unaccent, [
  ["café", "cafe"],
  ["naïve", "naive"],
  ["são", "sao"],
  ["łódź", "łodz"],
  ["city", "city"],
]);
