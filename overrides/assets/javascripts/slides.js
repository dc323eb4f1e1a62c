/**
 * Slides one at a time, by arrow keys or by the buttons. The address keeps the slide.
 */
const slides = [...document.querySelectorAll(".slide")];
const bar = document.querySelector(".slides-bar");
const [previous, next, all] = ["previous", "next", "all"].map((name) => bar.querySelector(`[data-${name}]`));
let now = 0;

/** @param {number} number @param {boolean} [moved] */
function show(number, moved = true) {
  now = Math.max(0, Math.min(slides.length - 1, number));
  slides.forEach((slide, place) => slide.classList.toggle("slide--now", place === now));
  previous.disabled = now === 0;
  next.disabled = now === slides.length - 1;
  if (moved) {
    history.replaceState(null, "", `#${slides[now].id}`);
    slides[now].tabIndex = -1;
    slides[now].focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

const single = (on) => {
  document.body.classList.toggle("slides--single", on);
  all.setAttribute("aria-pressed", String(!on));
};

bar.hidden = false;
previous.addEventListener("click", () => show(now - 1));
next.addEventListener("click", () => show(now + 1));
all.addEventListener("click", () => single(!document.body.classList.contains("slides--single")));
/** Where each key leads. @type {Record<string, () => number>} */
const KEYS = {
  ArrowRight: () => now + 1,
  PageDown: () => now + 1,
  ArrowLeft: () => now - 1,
  PageUp: () => now - 1,
  Home: () => 0,
  End: () => slides.length - 1,
};
addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const alone = document.body.classList.contains("slides--single");
  if (!alone || !KEYS[key] || ctrlKey || metaKey || altKey || target.closest("summary, button, a")) return;
  event.preventDefault();
  show(KEYS[key]());
});
// A citation leads to the list of references, which stands below all slides.
addEventListener("click", ({ target }) => target.closest('a[href^="#ref-"]') && single(false));
single(true);
show(slides.findIndex((slide) => `#${slide.id}` === location.hash), false);

// Material's script, which follows the colours that the device prefers, is not on this page.
try {
  const chosen = Object.keys(localStorage).some((key) => key.endsWith("__palette"));
  if (!chosen && matchMedia("(prefers-color-scheme: dark)").matches) document.body.dataset.mdColorScheme = "slate";
} catch {
  // A browser that keeps nothing has no choice to follow.
}
