/**
 * The knowledge check: each question becomes a form that says whether an answer is right, and why.
 * What is right stands in the page, in the answers that are read without a script.
 */
import { learn, progress, today } from "./learning/store.js";

const quiz = document.querySelector(".quiz[data-module]");
const { module, right: RIGHT, wrong: WRONG, empty, changed } = quiz?.dataset ?? {};
const questions = [...(quiz?.querySelectorAll(".question") ?? [])];
const kept = progress().modules[module]?.answers ?? {};

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
    if (kind === "number") return [inputs[0].value.replace(/[,\s]/g, "")];
    return inputs.filter((input) => input.checked).map((input) => input.value);
  };

  const restore = (answer) => {
    if (kind === "order") {
      for (const value of answer) form.querySelector(`.sortable > [data-value="${value}"]`)?.parentNode.append(form.querySelector(`.sortable > [data-value="${value}"]`));
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
    const missed = answers.some(({ dataset }) => (dataset.right === "yes") !== answer.includes(dataset.value));
    return [!missed, chosen];
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

  form.querySelector(".quiz__act").hidden = false;
  form.addEventListener("click", ({ target }) => {
    const step = Number(target.dataset?.move);
    if (!step) return;
    const li = target.closest("li");
    const other = step < 0 ? li.previousElementSibling : li.nextElementSibling;
    if (other) step < 0 ? other.before(li) : other.after(li);
    target.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = given();
    if (!answer.length || answer.includes("") || (kind === "number" && Number.isNaN(Number(answer[0])))) return void (said.textContent = empty);
    const right = tell(answer);
    learn(module, (learnt) => {
      learnt.of = questions.length;
      (learnt.answers ??= {})[question] = { version, right, answer, on: today() };
    });
  });
  const before = kept[question];
  if (before?.version === version) {
    restore(before.answer);
    tell(before.answer);
  } else if (before) said.textContent = changed;
}

// Answers to questions that were changed or taken away do not count any more.
const versions = Object.fromEntries(questions.map(({ dataset }) => [dataset.question, dataset.version]));
if (Object.entries(kept).some(([id, { version }]) => versions[id] !== version)) {
  learn(module, (learnt) => {
    for (const [id, { version }] of Object.entries(learnt.answers)) if (versions[id] !== version) delete learnt.answers[id];
    learnt.of = questions.length;
  });
}
