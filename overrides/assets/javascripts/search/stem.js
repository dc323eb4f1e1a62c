/**
 * A light English stemmer: plural, -ing, -ed, -er, -ment, -ation, doubled consonant, final e, British -is- for -iz-.
 *
 * It is cruder than Porter's and needs no exceptions list: both sides of a search are cut alike, and the ranking
 * prefers the word as it was typed.
 *
 * @param {string} word lower case
 * @returns {string}
 */
export function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = word
    .replace(/['’]s$/, "")
    .replace(/ies$/, "y")
    .replace(/(ss|sh|ch|x)es$/, "$1")
    .replace(/([^su])s$/, "$1");
  const root = singular.replace(/(?:ation|ment|ing|ed|er)$/, (ending) =>
    singular.length - ending.length >= (ending === "er" ? 4 : 3) ? "" : ending,
  );
  return root
    .replace(/([^aeiou])\1$/, "$1")
    .replace(/e$/, "")
    .replace(/([cdlmnrt])is$/, "$1iz");
}
