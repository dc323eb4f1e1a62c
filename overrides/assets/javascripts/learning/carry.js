/**
 * Files and texts by which a learner carries what the browser keeps to another device.
 */
import { aside } from "./file.js";

/** @param {string} name @param {unknown} value a record to save as a file */
function download(name, value) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(value, null, 1)], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Buttons of a page that exports, imports and erases.
 *
 * @param {HTMLElement} page with `data-` words for each message
 * @param {HTMLElement} said where messages stand
 * @param {{key: string, name: () => string, kept: () => object, take: (texts: {name: string, text: string}[]) => string, erase: () => boolean}} ways
 *   `take` gives the words to say, and names the file in the error that it throws
 */
export function carrying(page, said, { key, name, kept, take, erase }) {
  const area = page.querySelector("[data-paste]");
  const tell = (words) => {
    said.textContent = words;
    said.focus();
  };
  const attempt = (files) => {
    try {
      tell(take(files));
    } catch ({ message, cause }) {
      const words = page.dataset[message.replace(/-./g, (pair) => pair[1].toUpperCase())] ?? page.dataset.notJson;
      tell(cause ? `${cause}: ${words}` : words);
    }
  };
  /** All that is kept, with what could not be read and was put aside. */
  const whole = () => ({ ...kept(), ...(aside(key) === null ? {} : { damaged: aside(key) }) });
  const acts = {
    export: () => download(name(), whole()),
    copy: async () => {
      const text = JSON.stringify(whole());
      try {
        await navigator.clipboard.writeText(text);
        tell(page.dataset.copied);
      } catch {
        said.textContent = page.dataset.copyYourself;
        area.closest("details").open = true;
        area.value = text;
        area.focus();
        area.select();
      }
    },
    paste: () => attempt([{ name: "", text: area.value }]),
    erase: () => tell(erase() ? page.dataset.erased : page.dataset.failed),
  };
  page.addEventListener("click", ({ target }) => acts[target.closest("button")?.dataset.act]?.());
  page.querySelector('input[type="file"]').addEventListener("change", async ({ target }) => {
    const files = [...target.files];
    try {
      const texts = await Promise.all(files.map((file) => file.text()));
      attempt(files.map((file, place) => ({ name: file.name, text: texts[place] })));
    } catch {
      tell(page.dataset.notJson);
    }
    target.value = "";
  });
  for (const button of page.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
}

/** @param {{name: string, text: string}[]} files @param {(text: string) => any} parse @returns {any[]} all, or the first fault with its file's name */
export const parsed = (files, parse) =>
  files.map(({ name, text }) => {
    try {
      return parse(text);
    } catch ({ message }) {
      throw new Error(message, { cause: name });
    }
  });
