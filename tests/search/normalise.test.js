import { normalise } from "../../overrides/assets/javascripts/search/normalise.js";
import { equal, examples, test } from "./harness.js";

examples("เเ is แ, and a leading vowel typed twice is one", normalise, [
  ["เเม่", "แม่"],
  ["แแม่", "แม่"],
  ["ไไป", "ไป"],
  ["โโรง", "โรง"],
  ["เมือง", "เมือง"],
]);

test("SARA AM stays one letter: NFC, never NFKC", () => {
  equal([..."น้ำ"].length, 3);
  equal(normalise("น้ำ"), "น้ำ");
  equal(normalise("cafe\u0301"), "caf\u00e9");
  equal(normalise("ﬁ①½"), "ﬁ①½");
});

examples("NIKHAHIT and SARA AA are SARA AM, wherever the tone mark was typed", normalise, [
  ["ท\u0e4d\u0e32", "ทำ"],
  ["น\u0e49\u0e4d\u0e32", "น้ำ"], // before both
  ["น\u0e4d\u0e49\u0e32", "น้ำ"], // between
  ["น\u0e4d\u0e32\u0e49", "น้ำ"], // after both
  ["น\u0e33\u0e49", "น้ำ"], // after SARA AM
]);

examples("a tone mark stands after the vowel above or below", normalise, [
  ["ท\u0e48\u0e35", "ที่"],
  ["ป\u0e48\u0e38ม", "ปุ่ม"],
  ["ย\u0e31\u0e48งย\u0e37น", "ยั่งยืน"],
  ["ส\u0e34ทธ\u0e4c\u0e34", "สิทธิ์"],
  ["ก\u0e48\u0e47", "ก\u0e47\u0e48"],
]);

examples("marks and vowels typed twice are one; consonants typed twice are two", normalise, [
  ["น\u0e49\u0e49ำ", "น้ำ"],
  ["ท\u0e35\u0e48\u0e48", "ที่"],
  ["มาากก", "มากก"],
  ["ทำำ", "ทำ"],
  ["กรรม", "กรรม"],
  ["ฤๅษี", "ฤาษี"],
]);

examples("Thai digits are digits", normalise, [
  ["พ.ศ. ๒๕๖๕", "พศ 2565"],
  ["๑,๕๐๐ บาท", "1500 บาท"],
  ["๐๑๒๓๔๕๖๗๘๙", "0123456789"],
]);

examples("what is not seen is not there: zero widths, directions, soft hyphens, controls", normalise, [
  ["ขย\u200bะ", "ขยะ"],
  ["น\u200b้\u200cำ", "น้ำ"],
  ["\ufeffขยะ\u2060", "ขยะ"],
  ["sus\u00adtain", "sustain"],
  ["\u202eขยะ\u202c \u2067x\u2069", "ขยะ x"],
  ["a\u0000b\u0007c\u001b", "abc"],
  ["a\tb\nc", "a\tb\nc"],
]);

examples("abbreviations lose their dots", normalise, [
  ["พ.ร.บ.", "พรบ"],
  ["พ.ร.บ.เทศบาล", "พรบเทศบาล"],
  ["ตาม พ.ร.บ. เทศบาล", "ตาม พรบ เทศบาล"],
  ["อปท.", "อปท"],
  ["ก.บ.ว", "กบว"],
  ["มี.ค. 2565", "มีค 2565"],
  ["(อบต.)", "(อบต.)"], // the dot parts words already
  ["S.P.V.", "spv"],
  ["an S.P.V. of", "an spv of"],
  ["i.e., e.g.", "ie, eg"],
]);

examples("the last dot of an abbreviation may be missing", normalise, [
  ["S.P.V", "spv"],
  ["U.S aid", "us aid"],
]);

examples("other dots stay", normalise, [
  ["PM2.5", "pm2.5"],
  ["ม.44", "ม.44"],
  ["3.14", "3.14"],
  ["nan.go.th", "nan.go.th"],
  ["The end.", "the end."],
]);

examples("thousands lose their commas", normalise, [
  ["1,500", "1500"],
  ["1,234,567.89", "1234567.89"],
  ["1, 500", "1, 500"],
  ["12,34", "12,34"],
  ["2565,2566", "2565,2566"],
]);

examples("PAIYANNOI parts words", normalise, [
  ["กรุงเทพฯ", "กรุงเทพ "],
  ["โครงการฯนี้", "โครงการ นี้"],
]);

examples("capitals are small", normalise, [
  ["SMART City", "smart city"],
  ["ÉCOLE", "école"],
]);

examples("nothing comes of nothing", normalise, [
  ["", ""],
  [" ", " "],
  ["\u200b", ""],
  ["😀", "😀"],
  ["\u0e48", "\u0e48"],
]);

test("a text in its one spelling stays as it is", () => {
  for (const text of ["เทศบาลเมืองน่าน", "น้ำเสีย ที่ดิน ปุ่ม", "พรบ 2565", "pm2.5 1500", "ก\u0e47\u0e48"])
    equal(normalise(text), text);
});
