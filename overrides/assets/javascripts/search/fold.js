/**
 * Spellings that sound or look alike become one: the loose form in which words are compared.
 *
 * cde/search/fold.py does the same at build time; tests hold the two together.
 */

/** Consonants that share a sound, long and short vowels: the first of each group stands for the others. */
const ALIKE = [
  "ขฃ",
  "คฅฆ",
  "ชฌ",
  "ยญ",
  "ดฎ",
  "ตฏ",
  "ถฐ",
  "ทฑฒธ",
  "นณ",
  "พภ",
  "สศษ",
  "ลฬฦ",
  "รฤ",
  "ไใ",
  "\u0e34\u0e35",
  "\u0e36\u0e37",
  "\u0e38\u0e39",
];
const SOUND = new Map(ALIKE.flatMap((group) => [...group].slice(1).map((character) => [character, group[0]])));
const ALIKE_CHARACTERS = new RegExp(`[${[...SOUND.keys()].join("")}]`, "g");

/** A consonant silenced by THANTHAKHAT is not heard, and often forgotten or misplaced: การ์ด, ศูนย์, ยุทธศาสตร์. */
const SILENCED = /[ก-ฮ][ิุ]?\u0e4c/g;

/** Signs that are dropped: of repetition, the short vowel, tones, THANTHAKHAT, NIKHAHIT, YAMAKKAN. */
const SIGNS = /[\u0e46-\u0e4e]/g;

/** Loan words: older and common spellings, and the Royal Institute's, in folded form. */
const LOAN_WORDS = [
  [/เตอ/g, "เทอ"],
  [/ดิจิต[ัอ]ล/g, "ดิจิทัล"],
  [/อัพ/g, "อัป"],
  [/แอพ/g, "แอป"],
  [/เดท/g, "เดต"],
  [/กราฟ+ิ[คก]/g, "กราฟิก"],
  [/คลินิค/g, "คลินิก"],
  [/โปรเจค/g, "โปรเจก"],
  [/ติค/g, "ติก"],
  [/เวป/g, "เวบ"],
  [/แพลทฟ/g, "แพลตฟ"],
  [/สมาท/g, "สมาต"],
];

/**
 * The loose form of a normalised Thai text.
 *
 * @param {string} text what normalise() returned
 * @returns {string}
 */
export function fold(text) {
  text = text
    .replace(SILENCED, "")
    .replace(SIGNS, "")
    .replace(ALIKE_CHARACTERS, (character) => SOUND.get(character));
  for (const [pattern, replacement] of LOAN_WORDS) text = text.replace(pattern, replacement);
  return text;
}

/**
 * A Latin word without its accents: café → cafe.
 *
 * @param {string} word what normalise() returned
 * @returns {string}
 */
export function unaccent(word) {
  return /[^\u0000-\u007f]/.test(word) ? word.normalize("NFD").replace(/[\u0300-\u036f]/g, "") : word;
}
