/**
 * The team worksheet of a module: what is written stays on the device.
 */
import { isEmpty, note, SHEETS, sheets } from "./learning/sheets.js";

const PAUSE = 400; // milliseconds without a key, after which what was typed is kept
/** Fields that wait for that pause. @type {Map<HTMLElement, number>} */
const waiting = new Map();

/** Put what is kept into a form; what already stands there stays as it is, the place of the cursor too. */
function fill(form) {
  form.dataset.filled = "";
  form.querySelector(".worksheet__act").hidden = false;
  const kept = sheets().found.sheets[form.dataset.sheet] ?? {};
  for (const box of form.querySelectorAll("[data-field] :is(input, textarea)")) {
    const value = kept[box.closest("[data-field]").dataset.field]?.value;
    const text = (box.dataset.cell ? value?.[box.dataset.cell] : value) ?? "";
    if (typeof text === "string" && box.value !== text && !waiting.has(box)) box.value = text;
  }
}

/** @param {HTMLInputElement | HTMLTextAreaElement} box keep what stands in it, and nothing else of its field */
function keep(box) {
  clearTimeout(waiting.get(box));
  waiting.delete(box);
  const form = box.closest("form");
  const { field } = box.closest("[data-field]").dataset;
  const { cell } = box.dataset;
  const kept = note((all) => {
    const fields = (all.sheets[form.dataset.sheet] ??= {});
    const before = fields[field];
    const table = typeof before?.value === "object" ? before.value : {};
    const value = cell ? { ...table, [cell]: box.value } : box.value;
    if (isEmpty(value) && !before?.others?.length) delete fields[field];
    else fields[field] = { ...before, value, by: all.by ?? "", on: new Date().toISOString() };
  });
  form.querySelector("[role=status]").textContent = kept ? form.dataset.saved : form.dataset.failed;
}

const boxOf = ({ target }) => (target.matches?.("form.worksheet [data-field] :is(input, textarea)") ? target : null);
const refill = () => document.querySelectorAll("form.worksheet[data-filled]").forEach(fill);
const flush = () => [...waiting.keys()].forEach(keep);

document.querySelectorAll("form.worksheet").forEach(fill);
// A form that comes later, such as that of the other language beside this one, is filled when somebody goes to it.
addEventListener("focusin", ({ target }) => {
  const form = target.closest?.("form.worksheet:not([data-filled])");
  if (form) fill(form);
});
addEventListener("input", (event) => {
  const box = boxOf(event);
  if (!box) return;
  clearTimeout(waiting.get(box));
  waiting.set(box, setTimeout(keep, PAUSE, box));
});
addEventListener("change", (event) => {
  const box = boxOf(event);
  if (box) keep(box);
});
addEventListener("submit", (event) => event.target.matches("form.worksheet") && event.preventDefault());
addEventListener("pagehide", flush);
addEventListener("visibilitychange", flush);
// Another page, another window or a merge may have changed what is kept.
addEventListener("pageshow", ({ persisted }) => persisted && refill());
addEventListener("storage", ({ key }) => key === SHEETS && refill());
addEventListener(SHEETS, refill);
