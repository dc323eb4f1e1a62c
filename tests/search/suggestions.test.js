import { Suggestions } from "../../overrides/assets/javascripts/search/suggestions.js";
import { equal, ok, test } from "./harness.js";

const made = new Suggestions([
  ["ธนาคารขยะ", "th"],
  ["ขยะ", "th"],
  ["ขยะอินทรีย์", "th"],
  ["เศรษฐกิจหมุนเวียน", "th"],
  ["circular economy", "en"],
  ["ศูนย์ข้อมูลเมือง", "th"],
  ["City data", "en"],
  ["ขยะ", "th"],
  ["capacity", "en"],
]);
const completing = (typed) => made.completing(typed).map(({ text }) => text);
const nearest = (typed) => made.nearest(typed).map(({ text }) => text);

test("what begins with it comes first, then what holds it; short ones first", () => {
  equal(completing("ขย"), ["ขยะ", "ขยะอินทรีย์", "ธนาคารขยะ"]);
  equal(completing("หมุนเวียน"), ["เศรษฐกิจหมุนเวียน"]);
});

test("each tells its language", () => {
  equal(made.completing("ธนา"), [{ text: "ธนาคารขยะ", lang: "th" }]);
});

test("in Latin letters a word begins with it", () => {
  equal(completing("econ"), ["circular economy"]);
  equal(completing("cit"), ["City data"]);
  equal(completing("ata"), []);
});

test("tones, sounds and capitals do not matter", () => {
  equal(completing("สูนย์"), ["ศูนย์ข้อมูลเมือง"]);
  equal(completing("CIRC"), ["circular economy"]);
  equal(completing("เเศ"), completing("แศ"));
  equal(completing("  circular   e"), ["circular economy"]);
});

test("what stands there already is not offered, and nothing twice", () => {
  equal(completing("ขยะ"), ["ขยะอินทรีย์", "ธนาคารขยะ"]);
  ok(completing("ข").length === 0, "one letter says too little");
});

test("the nearest to a misspelling", () => {
  equal(nearest("เศรษฐกิตหมุนเวียน")[0], "เศรษฐกิจหมุนเวียน");
  equal(nearest("circuler econmy")[0], "circular economy");
  equal(nearest("ธนาคานขยะ")[0], "ธนาคารขยะ");
});

test("nothing is near to what is far from everything", () => equal(nearest("qqqqqqqqqqq"), []));

test("no text is too strange or too long", () => {
  for (const typed of ["", " ", "\u0e48", "😀", "<b>", "(", "\\", "\u0000", "ๆๆๆ", "ขยะ".repeat(4000)]) {
    ok(Array.isArray(made.completing(typed)) && made.nearest(typed).length <= 3, JSON.stringify(typed));
  }
});

test("of very many some are enough", () => {
  const many = new Suggestions(Array.from({ length: 500 }, (_, n) => [`ขยะ ${n}`, "case", `${n}/`, "th"]));
  ok(many.completing("ขยะ").length <= 10 && many.nearest("ขยะ").length <= 10, "all of them");
});

test("no rows, no words", () =>
  equal([new Suggestions([]).completing("ขยะ"), new Suggestions([]).nearest("ขยะ")], [[], []]));
