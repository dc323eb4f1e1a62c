/**
 * One spelling for what Thai and Latin keyboards, fonts and converters write in several ways.
 *
 * NFC and never NFKC: compatibility forms would tear SARA AM (ำ) into two characters.
 * cde/search/normalise.py does the same at build time; tests hold the two together.
 */

const TONES = "\u0e48-\u0e4b";
const VOWELS_ABOVE_BELOW = "\u0e31\u0e34-\u0e3a\u0e47\u0e4d";

/** Rules in order: [what, by what]. */
const RULES = [
  // Zero-width and direction marks, soft hyphens and control characters.
  [/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ""],
  // Two SARA E (เเ) typed for one SARA AE (แ), and a doubled one.
  [/เเ+/g, "แ"],
  [/([แโไใ])\1+/g, "$1"],
  // NIKHAHIT + SARA AA for SARA AM, with the tone mark before, between or after.
  [new RegExp(`([${TONES}]?)(?:\u0e4d([${TONES}]?)\u0e32|\u0e33)([${TONES}]?)`, "g"), "$1$2$3\u0e33"],
  // A tone mark typed before the vowel that belongs under it.
  [new RegExp(`([${TONES}\u0e4c])([${VOWELS_ABOVE_BELOW}])`, "g"), "$2$1"],
  // Marks and following vowels typed twice.
  [/([\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])\1+/g, "$1"],
  [/ๅ/g, "า"],
  // Dots of abbreviations: พ.ร.บ. and S.P.V.
  [/([ก-ฮ][\u0e31-\u0e3a\u0e47-\u0e4e]*)\.(?=[ก-๎\s]|$)/g, "$1"],
  [/(^|[^a-z0-9])((?:[a-z]\.)+[a-z]\.?)(?![a-z0-9])/g, (_, before, letters) => before + letters.replaceAll(".", "")],
  // Thousands: 1,500.
  [/(\d),(?=\d{3}(?!\d))/g, "$1"],
  [/ฯ/g, " "],
];

/**
 * The one spelling of a text.
 *
 * @param {string} text
 * @returns {string} lower case, Arabic digits, marks in storage order
 */
export function normalise(text) {
  text = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
  for (const [pattern, replacement] of RULES) text = text.replace(pattern, replacement);
  return text;
}
