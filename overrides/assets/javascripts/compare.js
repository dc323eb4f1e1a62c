/**
 * Two to four cases side by side: `?case=nan&case=yala`. Their own pages are fetched and taken apart, so that nothing is
 * told twice. Without this script the page lists the cases as links.
 */
import { MOST } from "./cases/choice.js";
import { take } from "./cases/parts.js";
import { copyOf } from "./side-by-side-copy.js";

const root = document.querySelector(".compare");
const words = root.dataset;
const form = root.querySelector(".compare__form");
const select = form.querySelector("select");
const told = root.querySelector(".compare__told");
const table = root.querySelector(".compare__table");
const links = new Map([...root.querySelectorAll(".compare__all li")].map((item) => [item.dataset.case, item.querySelector("a")]));
/** @type {Map<string, Promise<ReturnType<typeof take>>>} */
const fetched = new Map();

/** @returns {{chosen: string[], broken: boolean}} what the address asks for */
function read() {
  const asked = [...new Set(new URLSearchParams(location.search).getAll("case"))];
  const chosen = asked.filter((id) => links.has(id)).slice(0, MOST);
  return { chosen, broken: chosen.length < asked.length };
}

/** @param {string[]} chosen */
function go(chosen) {
  const url = new URL(location.href);
  url.searchParams.delete("case");
  for (const id of chosen) url.searchParams.append("case", id);
  history.pushState(null, "", url);
  show();
  told.focus({ preventScroll: true });
}

/** A case's page is fetched once; one that failed is asked for again the next time. */
function open(id) {
  if (!fetched.has(id)) {
    const page = copyOf(links.get(id).href, id).then((copy) => take(lent(copy, id)));
    page.catch(() => fetched.delete(id));
    fetched.set(id, page);
  }
  return fetched.get(id);
}

/** Only parts of the copy will stand here: what it refers to is on its own page, and its ids would not be whole. */
function lent(copy, id) {
  for (const link of copy.querySelectorAll('a[href^="#"]')) {
    link.href = links.get(id).href + link.hash.replace(new RegExp(`--${id}$`), "");
  }
  for (const element of copy.querySelectorAll("[id]")) {
    element.dataset.id ??= element.id;
    element.removeAttribute("id");
  }
  return copy;
}

async function show() {
  const { chosen, broken } = read();
  for (const option of select.options) option.disabled = chosen.includes(option.value);
  form.hidden = chosen.length >= MOST;
  const before = broken ? `${words.unknown} ` : "";
  told.textContent = before + (chosen.length > 1 ? words.loading : chosen.length ? words.more : "");
  const cases = await Promise.all(chosen.map((id) => open(id).catch(() => null)));
  if (String(read().chosen) !== String(chosen)) return; // the reader has chosen anew meanwhile
  for (const section of table.querySelectorAll("[data-part]")) {
    section.querySelector(".compare__row")?.remove();
    section.append(row(section.dataset.part, chosen, cases));
  }
  table.hidden = !chosen.length;
  table.dataset.count = String(chosen.length);
  const shown = cases.filter(Boolean).length;
  if (chosen.length > 1) told.textContent = before + words.shown.replace("{}", String(shown));
}

/** One topic of all cases. */
function row(part, chosen, cases) {
  const list = document.createElement("div");
  list.className = "compare__row";
  for (const [place, id] of chosen.entries()) {
    const cell = document.createElement("article");
    const found = cases[place];
    const name = document.createElement("h3");
    const link = document.createElement("a");
    link.href = links.get(id).href;
    link.textContent = found?.title || links.get(id).textContent;
    name.append(link);
    cell.append(name);
    if (part === "facts") cell.append(remover(id, link.textContent, chosen));
    const content = found?.parts[part];
    if (content) cell.append(content.cloneNode(true));
    else cell.append(Object.assign(document.createElement("p"), { textContent: found ? words.lacking : words.failed }));
    list.append(cell);
  }
  return list;
}

function remover(id, title, chosen) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "compare__remove";
  button.textContent = words.remove;
  button.setAttribute("aria-label", `${words.remove}: ${title}`);
  button.addEventListener("click", () => go(chosen.filter((each) => each !== id)));
  return button;
}

for (const [id, link] of links) select.append(new Option(link.textContent, id));
select.addEventListener("change", () => {
  if (select.value) go([...read().chosen, select.value]);
  select.value = "";
});
addEventListener("popstate", show);
form.hidden = false;
root.querySelector(".compare__all").hidden = true;
show();
