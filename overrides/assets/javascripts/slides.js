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
addEventListener("keydown", ({ key, target, ctrlKey, metaKey, altKey }) => {
  if (ctrlKey || metaKey || altKey || target.closest("summary, button, a")) return;
  if (key === "ArrowRight" || key === "PageDown") show(now + 1);
  else if (key === "ArrowLeft" || key === "PageUp") show(now - 1);
  else if (key === "Home") show(0);
  else if (key === "End") show(slides.length - 1);
});
// Material's script, which follows the colours that the device prefers, is not on this page.
const chosen = Object.keys(localStorage).some((key) => key.endsWith("__palette"));
if (!chosen && matchMedia("(prefers-color-scheme: dark)").matches) document.body.dataset.mdColorScheme = "slate";
single(true);
show(slides.findIndex((slide) => `#${slide.id}` === location.hash), false);
