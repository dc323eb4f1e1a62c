/**
 * A hash by which terms are spread over shards and over the bits of a Bloom filter.
 */

/** FNV-1a, 32 bits; cde/search/shards.py does the same. @param {string} text @returns {number} */
export function fnv(text, start = 2166136261) {
  for (let i = 0; i < text.length; i++) start = Math.imul(start ^ text.charCodeAt(i), 16777619);
  return start >>> 0;
}
