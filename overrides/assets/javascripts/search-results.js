/**
 * Material's list of results, as it should be: its links are out of the order of Tab, and it knows nothing of bases.
 */

const list = document.querySelector(".md-search-result__list");

function mend() {
  for (const link of list.querySelectorAll("[tabindex='-1']")) link.tabIndex = 0;
  for (const mark of list.querySelectorAll("[class*='search-base--']:not([data-group])")) {
    mark.dataset.group = /search-base--([\w-]+)/.exec(mark.className)[1]; // gives it the hue of its base
  }
}

/** Mend what is there, and what Material adds while the reader scrolls. */
export function watchResults() {
  new MutationObserver(mend).observe(list, { childList: true });
  mend();
}

/**
 * Of the first page the place that fits best. Material would take any page's.
 *
 * @returns {HTMLAnchorElement | undefined}
 */
export function bestResult() {
  const links = [...(list.firstElementChild?.querySelectorAll("a[href]") ?? [])];
  const score = (link) => Number(link.querySelector("[data-md-score]")?.dataset.mdScore ?? 0);
  return links.sort((a, b) => score(b) - score(a))[0];
}
