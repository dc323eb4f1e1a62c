/**
 * Files and texts by which a learner carries what the browser keeps to another device.
 */

/** @param {string} name @param {unknown} value a record to save as a file */
export function download(name, value) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(value, null, 1)], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** @param {string} text @param {HTMLTextAreaElement} aside where the text is shown if the browser keeps its clipboard closed */
export async function copy(text, aside) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    aside.value = text;
    aside.closest("details").open = true;
    aside.select();
  }
}

/**
 * Buttons of a page that exports, imports and erases.
 *
 * @param {HTMLElement} page with `data-` words for each message
 * @param {HTMLElement} said where messages stand
 * @param {{name: () => string, kept: () => unknown, take: (texts: string[]) => string, erase: () => void}} ways `take` gives the words to say
 */
export function carrying(page, said, { name, kept, take, erase }) {
  const area = page.querySelector("[data-paste]");
  const tell = (words) => {
    said.textContent = words;
    said.focus();
  };
  const attempt = (texts) => {
    try {
      tell(take(texts));
    } catch (error) {
      tell(page.dataset[error.message.replace(/-./g, (pair) => pair[1].toUpperCase())] ?? page.dataset.notJson);
    }
  };
  const acts = {
    export: () => download(name(), kept()),
    copy: () => copy(JSON.stringify(kept()), area).then(() => tell(page.dataset.copied)),
    paste: () => attempt([area.value]),
    erase: () => {
      erase();
      tell(page.dataset.erased);
    },
  };
  page.addEventListener("click", ({ target }) => acts[target.closest("button")?.dataset.act]?.());
  page.querySelector('input[type="file"]').addEventListener("change", async ({ target }) => {
    const texts = await Promise.all([...target.files].map((file) => file.text()));
    target.value = "";
    attempt(texts);
  });
  for (const button of page.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
}
