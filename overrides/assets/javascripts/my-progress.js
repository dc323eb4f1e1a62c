/**
 * The page of a learner's own progress: states, export and import, erasing, and a record to print.
 */
import { carrying, parsed } from "./learning/carry.js";
import { erase, parse, write } from "./learning/file.js";
import { kept, merge, PROGRESS, progress, rightOf, state, today } from "./learning/store.js";

const page = document.querySelector(".my-progress");
const said = page.querySelector(".my-progress__said");
const day = new Intl.DateTimeFormat(document.documentElement.lang === "th" ? "th-TH-u-ca-buddhist" : "en-GB", { dateStyle: "long" });
const words = (date) => (date ? day.format(new Date(date)) : "–");

function show() {
  const { modules } = progress();
  const body = page.querySelector(".record tbody");
  body.replaceChildren();
  let done = 0;
  for (const item of page.querySelectorAll(".progress-list > li")) {
    const learnt = modules[item.dataset.module];
    const now = state(learnt);
    done += now === "done";
    item.dataset.state = now;
    item.querySelector(".progress-list__state").textContent = page.dataset[now];
    if (now === "none") continue;
    const answers = Object.values(learnt.answers ?? {});
    const checked = learnt.of && rightOf(learnt) >= learnt.of;
    const row = body.insertRow();
    const head = Object.assign(document.createElement("th"), { scope: "row", textContent: item.querySelector("a").textContent });
    row.append(head);
    for (const date of [learnt.read, checked ? answers.map(({ on }) => on).sort().at(-1) : "", learnt.sheet]) row.insertCell().textContent = words(date);
  }
  page.querySelector('[data-count="done"]').textContent = done;
}

page.hidden = false;
if (kept().damaged) said.textContent = page.dataset.damaged;
carrying(page, said, {
  key: PROGRESS,
  name: () => `city-developers-progress-${today()}.json`,
  kept: progress,
  take: (files) => {
    const all = parsed(files, (text) => parse(text, PROGRESS)).reduce(merge, progress());
    return write(PROGRESS, all) ? page.dataset.imported : page.dataset.failed;
  },
  erase: () => erase(PROGRESS),
});
page.querySelector("[data-record-name]").addEventListener("input", ({ target }) => (page.querySelector(".record__name").textContent = target.value));
page.querySelector("[data-today]").textContent = words(today());
addEventListener(PROGRESS, show);
show();
