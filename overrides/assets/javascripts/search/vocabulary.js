/**
 * Which spellings exist, for an index too large to look through: words in Latin letters, and triples of Thai clusters.
 */
import { CLUSTER } from "./clusters.js";
import { distance } from "./distance.js";
import { fnv } from "./hash.js";

const HASHES = 4;
const MOST_CORRECTIONS = 40;

export class Vocabulary {
  /** @param {{words: string[], letters: string, size: number, bits: string}} data */
  constructor(data) {
    this.words = data.words;
    this.letters = [...data.letters];
    this.size = data.size;
    this.bits = Uint8Array.from(atob(data.bits), (character) => character.charCodeAt(0));
  }

  /** @param {string} triple @returns {boolean} false: surely nowhere; true: nearly surely somewhere (Bloom filter) */
  has(triple) {
    const one = fnv(triple);
    const two = (fnv(triple, 0x9747b28c) | 1) >>> 0;
    for (let n = 0; n < HASHES; n++) {
      const bit = (one + n * two) % this.size;
      if (!(this.bits[bit >> 3] & (1 << (bit & 7)))) return false;
    }
    return true;
  }

  /** @param {string} run folded @returns {boolean} it has triples of clusters, and every one exists */
  knows(run) {
    const list = run.match(CLUSTER) ?? [];
    return (
      list.length > 2 &&
      list.every((_, i) => i + 2 >= list.length || this.has(`${list[i]}|${list[i + 1]}|${list[i + 2]}`))
    );
  }

  /**
   * What a folded run of Thai may have been meant to be: all existing spellings that one typing error separates from
   * it, the likeliest kind of error first: two characters swapped, a wrong one, one too many, one missing.
   *
   * @param {string} run folded
   * @returns {string[]}
   */
  corrections(run) {
    const found = new Set();
    const consider = (candidate) => candidate !== run && this.knows(candidate) && found.add(candidate);
    const places = [...run].map((character, i) => [run.slice(0, i), character, run.slice(i + 1)]);
    for (const [before, character, after] of places) {
      if (after) consider(before + after[0] + character + after.slice(1));
    }
    for (const [before, , after] of places) for (const letter of this.letters) consider(before + letter + after);
    for (const [before, , after] of places) consider(before + after);
    for (let i = 0; i <= run.length; i++) {
      for (const letter of this.letters) consider(run.slice(0, i) + letter + run.slice(i));
    }
    return [...found].slice(0, MOST_CORRECTIONS);
  }

  /** @param {string} word @param {number} limit @returns {string[]} words at most that many errors away, nearest first */
  near(word, limit) {
    return this.words
      .map((other) => [other, distance(word, other, limit)])
      .filter(([other, errors]) => errors <= limit && other !== word)
      .sort((a, b) => a[1] - b[1])
      .map(([other]) => other);
  }
}
