// The note of a glossary word near it: under the pointer, with the focus of the keyboard, at the first tap of a finger.
// Escape sends it away; the pointer may move onto it. Without this script the word is a plain link.
{
  const EDGE = 8; // pixels between a note and the edge of the screen
  const PATIENCE = 250; // milliseconds before the pointer opens a note, and before leaving closes it

  /** @type {{word: HTMLAnchorElement, note: HTMLElement} | undefined} */
  let open;
  /** @type {number | undefined} */
  let timer;
  /** @type {HTMLAnchorElement | null} whose note was open when the finger came down */
  let tapped = null;
  let finger = false;

  /** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
  const wordOf = (target) => (target instanceof Element ? target.closest("a.term[aria-describedby]") : null);
  /** @param {EventTarget | null} target */
  const inNote = (target) => target instanceof Element && open !== undefined && open.note.contains(target);

  /** @param {() => void} does */
  function later(does) {
    clearTimeout(timer);
    timer = setTimeout(does, PATIENCE);
  }

  function hide() {
    clearTimeout(timer);
    if (open) open.note.hidden = true;
    open = undefined;
  }

  /** @param {HTMLAnchorElement} word */
  function show(word) {
    clearTimeout(timer);
    if (open?.word === word) return;
    hide();
    const note = document.getElementById(word.getAttribute("aria-describedby") ?? "");
    const notes = note?.closest(".term-notes");
    if (!note || !notes) return;
    for (const other of notes.children) other.hidden = other !== note;
    notes.hidden = false;
    open = { word, note };
    place();
  }

  /** Below the word, or above it where there is more room: never under the header, never beyond the screen. */
  function place() {
    if (!open) return;
    const { word, note } = open;
    const { style } = note;
    style.maxHeight = style.left = style.top = "";
    const lines = [...word.getClientRects()];
    const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const first = lines[0];
    const last = lines[lines.length - 1];
    if (!last) return hide();
    const width = document.documentElement.clientWidth;
    const above = first.top - Math.max(header, 0) - EDGE;
    const below = innerHeight - last.bottom - EDGE;
    const under = below >= Math.min(note.offsetHeight, above);
    style.maxHeight = `${Math.max(under ? below : above, 96)}px`;
    const left = Math.max(Math.min(under ? last.left : first.left, width - note.offsetWidth - EDGE), EDGE);
    const top = under ? last.bottom : first.top - note.offsetHeight;
    const origin = note.getBoundingClientRect(); // where it stands without a place of its own
    style.left = `${note.offsetLeft + left - origin.left}px`;
    style.top = `${note.offsetTop + top - origin.top}px`;
  }

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    const word = wordOf(target);
    if (word && word === open?.word) clearTimeout(timer);
    else if (word) later(() => show(word));
    else if (inNote(target)) clearTimeout(timer);
    else if (open?.word === document.activeElement) clearTimeout(timer);
    else later(hide);
  });
  document.addEventListener("focusin", ({ target }) => {
    const word = wordOf(target);
    if (word?.matches(":focus-visible") && !finger) show(word);
    else if (!word && !inNote(target)) hide();
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (open && target === open.word && !inNote(relatedTarget) && !open.note.matches(":hover")) hide();
  });
  document.addEventListener(
    "keydown",
    (event) => {
      finger = false;
      if (event.key !== "Escape" || event.isComposing) return;
      if (open) event.stopPropagation(); // one Escape for one thing
      hide();
    },
    true,
  );
  document.addEventListener(
    "pointerdown",
    ({ target, pointerType }) => {
      finger = pointerType === "touch";
      tapped = open?.word ?? null;
      if (open && wordOf(target) !== open.word && !inNote(target)) hide();
    },
    true,
  );
  document.addEventListener("click", (event) => {
    const word = wordOf(event.target);
    if (!word || !finger || event.detail === 0 || tapped === word) return;
    event.preventDefault();
    show(word);
  });
  addEventListener("resize", place);
}
