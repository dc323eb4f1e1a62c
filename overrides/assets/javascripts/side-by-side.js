/**
 * A page beside its partner in another language: `?both=en`, or `?both` for the first there is. This part shows the
 * links, tells how it goes, and fetches the rest when it is asked for.
 */
import { carry } from "./place.js";

const PARTS = ["view", "rows", "copy"].map((part) => new URL(`side-by-side-${part}.js`, import.meta.url).href);
const page = document.getElementById("page");
const bar = document.importNode(document.getElementById("both-bar").content.firstElementChild, true);
const [words, retry, single] = bar.children;
/** @type {HTMLAnchorElement[]} */
const links = [...document.querySelectorAll("a[data-both]")];
/** @type {HTMLAnchorElement | null} the one whose page is shown or awaited */
let current = null;
/** @type {typeof import("./side-by-side-view.js") | null} */
let view = null;

/** @returns {HTMLAnchorElement | null} the link that the address asks for */
function wanted() {
  const language = new URLSearchParams(location.search).get("both");
  if (language === null) return null;
  return links.find((link) => link.dataset.bothLang === language) ?? links[0] ?? null;
}

/** @param {"loading" | "failed" | "shown"} state */
function say(state) {
  if (!bar.isConnected) page.before(bar);
  bar.dataset.state = state;
  retry.hidden = state !== "failed";
  words.textContent = words.dataset[state];
  if (state === "shown") words.append(" ", ...view.pairOfNames(current.dataset.bothLang));
}

/** Browsers may never ask again for a module that failed once: see that all are there before any is imported. */
async function load() {
  const answers = await Promise.all(PARTS.map((address) => fetch(address)));
  if (!answers.every(({ ok }) => ok)) throw new Error("a part is missing");
  return import(PARTS[0]);
}

/** @param {HTMLAnchorElement} link */
async function show(link) {
  say("loading");
  try {
    view ??= await load();
    const copy = await view.fetchCopy(link);
    if (current !== link) return;
    await view.show(page, copy, link.dataset.bothLang);
    say("shown");
  } catch {
    if (current !== link) return;
    view?.leave(page);
    say("failed");
  }
}

/**
 * Do what the address asks for.
 *
 * @param {boolean} byHand the reader is at the link or the bar, one of which goes away: the focus must not go with it
 */
function follow(byHand) {
  const link = wanted();
  if (link === current) return;
  const before = current;
  current = link;
  for (const each of links) each.hidden = each === link;
  const at = before && view?.leave(page);
  if (link) show(link);
  else bar.remove();
  if (!byHand) return;
  const goal = link ? words : (at ?? before);
  if (goal === at) goal.tabIndex = -1;
  goal.focus({ preventScroll: true });
}

/** @param {HTMLAnchorElement} link @param {(asked: URLSearchParams) => void} change */
function lead(link, change) {
  carry(link, change);
  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    follow(true);
  });
}

for (const link of links) lead(link, (asked) => asked.set("both", link.dataset.bothLang));
lead(single, (asked) => asked.delete("both"));
retry.addEventListener("click", () => {
  words.focus({ preventScroll: true });
  show(current);
});
addEventListener("popstate", () => follow(false));
for (const link of links) link.hidden = false;
follow(false);
