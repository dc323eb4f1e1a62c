/**
 * What stands around Material's list of results: how many there are, filters, suggestions, and help where there is
 * nothing. Material's script asks the worker and draws the list; its `component$` brings us every answer.
 *
 * @typedef {import("./search-address.js").Filters} Filters
 * @typedef {{text: string, kind: string, url: string, lang: string}} Suggestion
 * @typedef {object} Answer
 * @property {object[][]} items
 * @property {string} query
 * @property {Filters} filters
 * @property {Record<string, {value: string, label: string, count: number}[]>} facets
 * @property {number} total
 * @property {Suggestion[]} suggestions
 * @property {Suggestion[]} nearest
 * @property {boolean} complete another answer follows when false
 * @property {"ok" | "failed"} state
 * @property {string} channel
 */
import { count, filtersOf, none, read, replace, same, within, write } from "./search-address.js";
import { mountFilters } from "./search-filters.js";
import { mountKeys } from "./search-keys.js";
import { bestResult, watchResults } from "./search-results.js";
import { announce, phaseOf, showWords, statusOf } from "./search-status.js";

const PATIENCE = 8000; // ms without an answer before we say that searching fails
const SETTLE = 600; // ms the worker has to take filters over
const SLOW = 500; // ms before we say that we are searching
const ADDRESS = 250; // ms before the address follows

const search = document.querySelector("[data-md-component=search]");
const field = search.querySelector("[data-md-component=search-query]");
const toggle = document.getElementById("__search");
const part = (name) => search.querySelector(`[data-search=${name}]`);
const [panel, status, notice] = ["panel", "status", "notice"].map(part);
const words = panel.dataset;
const channels = "BroadcastChannel" in window; // without them nothing can be filtered

/** @type {Answer | null} */
let answer = null;
/** Filters that the reader wants, and those last asked of the worker. @type {Filters} */
let wanted = none();
let asked = null;
let late = false; // the worker has kept us waiting too long
let slow = false; // … or long enough to say so
let own = null; // what the page's address asked for before the search was opened
let entered = false; // Enter came before its answer
let told = "";
const timers = {};

const query = () => field.value.trim();
const waiting = () => !answer || answer.query.trim() !== query();
const touch = () => matchMedia("(hover: none) and (pointer: coarse)").matches;

function stop(name) {
  clearTimeout(timers[name]);
  timers[name] = undefined;
}

function after(name, time, does) {
  stop(name);
  timers[name] = setTimeout(does, time);
}

/** Begin: called once, when the search is first used. */
export function start(box) {
  const { asks, filters, broken } = read(new URL(location.href));
  if (toggle.checked && asks) {
    wanted = filters;
    if (broken) told = words.unknown;
    if (asks.length > field.maxLength) told = words.cut;
  }
  search.dataset.panel = "";
  mountKeys({ search, field, toggle, box }, { enter, leave: saveAddress });
  watchResults();
  toggle.addEventListener("change", opened);
  field.addEventListener("input", () => {
    entered = false;
    told = "";
    if (answer) late = false;
    changed();
  });
  field.addEventListener("keyup", changed);
  field.form.addEventListener("reset", () => want(none()));
  const share = part("share");
  share?.addEventListener("click", () => (share.dataset.clipboardText = addressOf(location.pathname)), true);
  if (share) share.hidden = false;
  part("retry").onclick = retry;
  part("unfilter").onclick = () => want(none());
  search.toggleAttribute("data-filtering", count(wanted) > 0);
  opened();
  if (box.answer) take(box.answer);
  window.component$.subscribe((found) => {
    if (found.ref?.dataset?.mdComponent === "search-result") take(found);
  });
}

/** Begin anew, with the newest list of indexes: an old one from the cache names files that are gone. */
function retry() {
  saveAddress();
  const { base } = JSON.parse(document.getElementById("__config").textContent);
  const list = new URL(`${base}/search/search_index.json`, location);
  fetch(list, { cache: "reload" })
    .catch(() => {})
    .finally(() => location.reload());
}

function opened() {
  panel.hidden = !toggle.checked;
  if (toggle.checked) {
    const address = new URL(location.href);
    own = address.searchParams.has("q") ? write(address, "", none()).search : address.search;
    changed();
  } else if (own !== null) {
    for (const name of ["patience", "slow", "address"]) stop(name);
    replace(location.pathname + own + location.hash);
    told = "";
    own = null;
  }
}

/** The query may have changed: an answer must come, or we say so. */
function changed() {
  if (waiting() && !late) {
    timers.patience ??= setTimeout(() => (stop("patience"), (late = true), show()), PATIENCE);
    timers.slow ??= setTimeout(() => (stop("slow"), (slow = waiting()), show()), SLOW);
  }
  show();
}

/** @param {Answer} found */
function take(found) {
  answer = { query: query(), ...found };
  late = slow = false;
  if (!waiting()) stop("slow");
  if (!waiting() && found.complete !== false) stop("patience");
  if (found.filters) settle();
  show();
  if (entered && !waiting()) enter();
}

/** Give the worker the filters we want; what it does not know after a while is dropped, with a word. */
function settle() {
  const has = filtersOf(answer.filters);
  if (same(has, wanted)) {
    clearTimeout(timers.settle);
    asked = null;
    search.removeAttribute("data-filtering");
  } else if (!answer.channel || !channels) drop(none());
  else if (asked !== wanted) {
    asked = wanted;
    const channel = new BroadcastChannel(answer.channel);
    channel.postMessage({ filters: wanted });
    channel.close();
    after("settle", SETTLE, () => (drop(filtersOf(answer.filters)), show()));
  }
}

function drop(left) {
  if (!within(wanted, left)) told = words.unknown;
  wanted = left;
  asked = null;
  search.removeAttribute("data-filtering");
}

/** @param {Filters} filters */
function want(filters) {
  wanted = filters;
  told = "";
  if (answer) settle();
  show();
}

function press(facet, value) {
  const has = wanted[facet].includes(value);
  want({ ...wanted, [facet]: has ? wanted[facet].filter((other) => other !== value) : [...wanted[facet], value] });
}

/** Enter in the box: on a phone, put its keyboard away and show the list; else open the best result. */
function enter() {
  if (touch()) return field.blur();
  entered = waiting() && query() !== "";
  if (entered || !query()) return;
  bestResult()?.click();
}

const addressOf = (where) => write(new URL(where, location.href), query(), wanted).href;

/** Let the address say what is searched for, once the worker has it too. */
function saveAddress() {
  if (!toggle.checked || asked) return;
  replace(query() ? addressOf(location.href) : location.pathname + own + location.hash);
}

function show() {
  if (!toggle.checked) return;
  const now = phaseOf(answer, query(), { late, slow });
  search.dataset.phase = now;
  status.textContent = statusOf(now, answer, late);
  notice.textContent = told;
  notice.hidden = !told;
  part("none").hidden = now !== "none";
  part("failed").hidden = now !== "failed";
  part("unfilter").parentElement.hidden = !count(wanted);
  showFilters(answer?.facets ?? {}, wanted, channels && (now === "found" || now === "none"));
  showWords(now, answer, query(), choose);
  after("address", ADDRESS, saveAddress);
  const half = now === "found" && answer.complete === false && !late;
  announce(half ? "" : status.textContent, answer?.query, wanted);
}

const showFilters = mountFilters(part, { press, clear: () => want(none()) });

function choose(text) {
  field.value = text;
  field.dispatchEvent(new KeyboardEvent("keyup"));
  (touch() ? status : field).focus();
}
