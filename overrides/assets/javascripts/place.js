/**
 * Where a reader is, told so that it holds in another language, and links that take it along.
 */
const COUNTED = /^(_|letter-\d|cite-|page$)/; // ids that are counted anew on each page, and the page itself
const SECTIONS = ".page :is(h2, h3)[id], .page .term[id]";

/**
 * @param {HTMLElement} element
 * @returns {string} the id that it has in every language; one that had to be changed here is kept in `data-id`
 */
export const nameOf = (element) => element.dataset.id ?? element.id;

/** @returns {HTMLElement | null} what the address names, while it is in sight; else the section; null at the top */
export function place() {
  const shared = (element) => !COUNTED.test(nameOf(element));
  const named = document.querySelector(".page :target");
  if (named && shared(named)) {
    const { top, bottom, height } = named.getBoundingClientRect();
    if (height && bottom > 0 && top < innerHeight) return named;
  }
  if (scrollY < 8) return null;
  const passed = [...document.querySelectorAll(SECTIONS)].filter((heading) => {
    const { top, height } = heading.getBoundingClientRect();
    return height && top < innerHeight / 3 && shared(heading);
  });
  return passed.at(-1) ?? null;
}

/**
 * Renew a link's address when a reader is about to follow it, by hand or by key, here or in another window.
 *
 * @param {HTMLAnchorElement} link
 * @param {(asked: URLSearchParams) => void} change what the link asks for, from what this page was asked for
 */
export function carry(link, change) {
  const target = new URL(link.href);
  let known = false;
  const renew = ({ type }) => {
    const at = place();
    // An open search closes when the focus leaves it, and takes its words out of the address: do not ask again.
    if (type !== "click" || !known) {
      const asked = new URLSearchParams(location.search);
      change(asked);
      target.search = String(asked).replace(/(^|&)both=(?=&|$)/, "$1both");
      known = true;
    }
    target.hash = at ? nameOf(at) : "";
    link.href = target.href;
  };
  for (const type of ["pointerdown", "focus", "click"]) link.addEventListener(type, renew);
}
