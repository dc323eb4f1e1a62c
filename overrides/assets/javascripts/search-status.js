/**
 * How a search stands, in one line: for the eye at once, for the ear when nothing has changed for a moment. And other
 * words to search for.
 */
import { renew } from "./search-filters.js";

/** @typedef {import("./search-panel.js").Answer} Answer */

const QUIET = 700; // ms without a change before the line is read aloud
const LONGEST = 60; // letters of a query that are said back

const part = (name) => document.querySelector(`[data-search=${name}]`);
const words = part("panel").dataset;
const preparing = part("status").textContent;

/**
 * @param {Answer | null} answer
 * @param {string} query what stands in the box
 * @param {{late: boolean, slow: boolean}} is how long the worker keeps us waiting
 * @returns {"preparing" | "empty" | "failed" | "searching" | "none" | "found"}
 */
export function phaseOf(answer, query, { late, slow }) {
  const waiting = !answer || answer.query.trim() !== query;
  if (answer?.state === "failed" || (late && waiting)) return "failed";
  if (!answer) return "preparing";
  if (!answer.query.trim()) return query ? "searching" : "empty";
  if (slow) return "searching";
  if (answer.items.length) return "found";
  return waiting || (answer.complete === false && !late) ? "searching" : "none";
}

const number = (value) => value.toLocaleString("en");

/** @param {string} phase @param {Answer | null} answer @param {boolean} late @returns {string} */
export function statusOf(phase, answer, late) {
  if (phase === "failed") return words.failed;
  if (phase === "preparing") return preparing;
  if (phase === "searching") return words.searching;
  if (phase === "empty") return words.type;
  if (phase === "none") return words.none.replace("{}", () => shorten(answer.query.trim()));
  const { items, total = items.length, complete } = answer;
  const found = total === 1 ? words.one : words.many.replace("{}", number(total));
  const shown = total > items.length ? words.shown.replace("{}", number(items.length)) : "";
  return [found, shown, complete === false && !late ? words.coming : ""].filter(Boolean).join(" · ");
}

function shorten(text) {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")}…` : text;
}

let said = "";
let timer;

/**
 * @param {string} line an empty one only keeps back what was about to be read
 * @param {...unknown} about what it speaks of: the same line about something else is news too
 */
export function announce(line, ...about) {
  const key = JSON.stringify([line, about]);
  clearTimeout(timer);
  if (!line || key === said) return;
  timer = setTimeout(() => {
    said = key;
    const live = part("live");
    live.textContent = live.textContent === line ? `${line}\u00a0` : line;
  }, QUIET);
}

/**
 * The nearest words when little was found, else what the query may become.
 *
 * @param {string} phase
 * @param {Answer | null} answer
 * @param {string} query
 * @param {(text: string) => void} choose
 */
export function showWords(phase, answer, query, choose) {
  const nearest = answer?.nearest ?? [];
  const offered = nearest.length ? nearest : (answer?.suggestions ?? []);
  const others = offered.filter(({ text }) => text.trim() !== query);
  part("try").hidden = phase === "failed" || !others.length;
  part("try-label").textContent = part("try-label").dataset[nearest.length ? "nearest" : "try"];
  renew(
    part("try-list"),
    others,
    ({ text }) => text,
    (button, { text, lang }) => {
      button.className = "search-try__word";
      button.lang = lang || document.documentElement.lang;
      button.textContent = text;
      button.onclick = () => choose(text);
    },
  );
}
