/**
 * Thai character clusters: a leading vowel, its consonant, what stands above, below and after it.
 *
 * Thai has no spaces between words, and finding its words needs a dictionary that never knows the newest ones.
 * Clusters need none: no reader would cut inside one, and their pairs tell words apart as well as words do.
 */
import { fold } from "./fold.js";

/** One cluster of folded text. */
export const CLUSTER = /[เแโไ]?[ก-ฮ][\u0e31\u0e34-\u0e3a]*[ะาำ]?|[\u0e00-\u0e7f]/g;

/**
 * The folded clusters of a normalised run of Thai.
 *
 * @param {string} run
 * @returns {string[]}
 */
export function clusters(run) {
  return fold(run).match(CLUSTER) ?? [];
}
