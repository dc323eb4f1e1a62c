/**
 * What a learner has done, shown where she is: at the end of a page, in the menu, on paths and at home.
 */
import { inApp, learn, PROGRESS, progress, rightOf, state, today } from "./learning/store.js";

const MODULE = /\/curriculum\/[^/]+\/([^/]+)\/$/;
const words = JSON.parse(document.querySelector("#progress-words").textContent);
const box = document.querySelector(".progress[data-module]");

/** Marks beside every link that leads to a module. */
function marks() {
  const { modules } = progress();
  for (const link of document.querySelectorAll(".md-sidebar a[href], .card__title a[href]")) {
    const name = MODULE.exec(new URL(link.href).pathname)?.[1];
    const now = state(modules[name]);
    link.querySelector(".learnt")?.remove();
    if (!name || now === "none") continue;
    const mark = Object.assign(document.createElement("span"), { className: "learnt", title: words[now] });
    mark.dataset.state = now;
    mark.append(Object.assign(document.createElement("span"), { className: "learnt__words", textContent: ` (${words[now]})` }));
    link.append(mark);
  }
}

/** The box at the end of a module or a lecture. */
function here() {
  const { module, lecture } = box.dataset;
  const learnt = progress().modules[module] ?? {};
  const on = { read: lecture ? learnt.lectures?.[lecture] : learnt.read, sheet: learnt.sheet };
  for (const button of box.querySelectorAll("button[data-mark]")) button.setAttribute("aria-pressed", String(Boolean(on[button.dataset.mark])));
  const check = box.querySelector('[data-mark="checked"]');
  if (check) {
    const all = document.querySelectorAll(".quiz .question").length;
    const right = rightOf(learnt);
    check.textContent = check.dataset.words.replace("{0}", right).replace("{1}", all);
    check.dataset.done = String(right === all);
  }
  const said = box.querySelector("[role=status]");
  said.textContent = !lecture && state(learnt) === "done" ? said.dataset.done : "";
}

if (box) {
  const { module, lecture } = box.dataset;
  box.hidden = false;
  box.addEventListener("click", ({ target }) => {
    const mark = target.closest("button")?.dataset.mark;
    if (!mark) return;
    const kept = learn(module, (learnt) => {
      const store = lecture ? (learnt.lectures ??= {}) : learnt;
      const key = lecture ?? mark;
      if (store[key]) delete store[key];
      else store[key] = today();
    });
    const said = box.querySelector("[role=status]");
    if (!kept) said.textContent = said.dataset.failed;
    else said.textContent ||= said.dataset.saved;
  });
  addEventListener(PROGRESS, here);
  here();
}

const next = document.querySelector(".continue");
const last = progress().last?.module;
const link = last && document.querySelector(`.continue-list a[data-module="${CSS.escape(last)}"]`);
if (next && link) {
  next.querySelector("span").replaceWith(link);
  next.hidden = false;
}

addEventListener(PROGRESS, marks);
marks();
for (const hint of document.querySelectorAll("[data-inapp]")) hint.hidden = !inApp();
