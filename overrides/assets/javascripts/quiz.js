/**
 * The knowledge check: each question becomes a form that says whether an answer is right, and why.
 * What is right stands in the page, in the answers that are read without a script.
 */
import { learn, progress, today } from "./learning/store.js";

const quiz = document.querySelector(".quiz[data-module]");
const { module, right: RIGHT, wrong: WRONG, empty, changed, figure, moved, failed } = quiz?.dataset ?? {};
const questions = [...(quiz?.querySelectorAll(".question") ?? [])];
const learnt = progress().modules[module];
const kept = learnt?.answers ?? {};
/** @param {string} text 1,086 or ๑๐๘๖ or −5 */
const plain = (text) => text.replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50).replace(/[−–]/g, "-").replace(/[,\s]/g, "");

for (const item of questions) {
  const form = item.querySelector("form");
  const said = item.querySelector(".verdict");
  const answers = [...item.querySelectorAll(".answers li")];
  const { kind, question, version } = item.dataset;
  const sorted = () => [...form.querySelectorAll(".sortable > li")];
  const inputs = [...form.querySelectorAll("input, select")];

  const given = () => {
    if (kind === "order") return sorted().map((li) => li.dataset.value);
    if (kind === "match") return inputs.map((input) => input.value);
    if (kind === "number") return [plain(inputs[0].value)];
    return inputs.filter((input) => input.checked).map((input) => input.value);
  };

  const restore = (answer) => {
    if (kind === "order") {
      form.querySelector(".sortable").append(...answer.flatMap((value) => sorted().find((li) => li.dataset.value === value) ?? []));
    } else if (kind === "match" || kind === "number") inputs.forEach((input, place) => (input.value = answer[place] ?? ""));
    else inputs.forEach((input) => (input.checked = answer.includes(input.value)));
  };

  /** @returns {[boolean, Element[]]} whether an answer is right, and what explains it */
  const judge = (answer) => {
    if (kind === "number") {
      const tolerance = Number(item.querySelector("[data-tolerance]").dataset.tolerance) + 1e-9;
      const near = answers.find(({ dataset }) => dataset.value && Math.abs(dataset.value - answer[0]) <= tolerance) ?? answers.at(-1);
      return [near.dataset.right === "yes", [near]];
    }
    if (kind === "order" || kind === "match") {
      const off = answers.filter((_, place) => answer[place] !== String(place));
      return [!off.length, off.length ? off : answers];
    }
    const chosen = answers.filter(({ dataset }) => answer.includes(dataset.value));
    const missed = answers.filter((li) => li.dataset.right === "yes" && !chosen.includes(li));
    const right = !missed.length && chosen.every(({ dataset }) => dataset.right === "yes");
    return [right, kind === "multiple" ? [...chosen, ...missed] : chosen];
  };

  const tell = (answer) => {
    const [right, why] = judge(answer);
    item.dataset.state = said.dataset.right = right ? "yes" : "no";
    const verdict = Object.assign(document.createElement("strong"), { textContent: right ? RIGHT : WRONG });
    const list = document.createElement("ul");
    list.append(...why.map((each) => each.cloneNode(true)));
    for (const each of list.querySelectorAll("[id]")) each.removeAttribute("id");
    said.replaceChildren(verdict, list);
    return right;
  };

  for (const part of form.querySelectorAll(".quiz__act, .moves")) part.hidden = false;
  form.addEventListener("click", ({ target }) => {
    const step = Number(target.dataset?.move);
    if (!step) return;
    const li = target.closest("li");
    const other = step < 0 ? li.previousElementSibling : li.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(li);
    else other.after(li);
    target.focus();
    said.textContent = moved.replace("{}", sorted().indexOf(li) + 1);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = given();
    const bad = !answer.length || answer.includes("") ? empty : kind === "number" && Number.isNaN(Number(answer[0])) ? figure : "";
    if (bad) return void (said.textContent = bad);
    const right = tell(answer);
    const saved = learn(module, (all) => {
      all.of = questions.length;
      (all.answers ??= {})[question] = { version, right, answer, on: today() };
    });
    if (!saved) said.append(Object.assign(document.createElement("p"), { textContent: failed }));
  });
  const before = kept[question];
  if (before?.version === version) {
    restore(before.answer);
    tell(before.answer);
  } else if (before) said.textContent = changed;
}

// Answers to questions that were changed or taken away do not count any more.
const versions = Object.fromEntries(questions.map(({ dataset }) => [dataset.question, dataset.version]));
const gone = Object.keys(kept).filter((id) => versions[id] !== kept[id].version);
if (gone.length || (learnt?.of && learnt.of !== questions.length)) {
  learn(module, (all) => {
    for (const id of gone) delete all.answers[id];
    all.of = questions.length;
  });
}
// The copy of the other language beside this page has no script of its own.
addEventListener("submit", (event) => event.target.closest(".quiz") && event.preventDefault());
