/**
 * The pins of the case map: those without a fitting case go, and a cluster counts what is left of it.
 */
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {HTMLElement} figure
 * @param {Set<string>} fitting ids of cases
 * @param {(id: string) => string} base the main base of a case
 */
export function show(figure, fitting, base) {
  for (const pin of figure.querySelectorAll(".pin")) {
    const here = pin.dataset.cases.split(" ").filter((id) => fitting.has(id));
    pin.classList.toggle("pin--out", !here.length); // it is not displayed, so nobody can reach it
    const number = pin.querySelector("text");
    if (!number || !here.length || number.textContent === String(here.length)) continue;
    pin.dataset.label ??= pin.getAttribute("aria-label");
    pin.setAttribute("aria-label", pin.dataset.label.replace(number.dataset.all ?? number.textContent, here.length));
    number.dataset.all ??= number.textContent;
    number.textContent = String(here.length);
    divide(pin, number, here.map(base));
  }
}

/** Draw the ring of a cluster again, an arc for each base. */
function divide(pin, number, bases) {
  const parts = [...pin.querySelectorAll(".pin__part")];
  const names = [...new Set(bases)];
  for (const part of parts.slice(names.length)) part.remove();
  let before = 0;
  for (const [place, name] of names.entries()) {
    const part = parts[place] ?? number.parentNode.insertBefore(document.createElementNS(SVG, "circle"), number);
    for (const attribute of ["class", "cx", "cy", "r"]) part.setAttribute(attribute, parts[0].getAttribute(attribute));
    const count = bases.filter((each) => each === name).length;
    part.dataset.group = name;
    part.setAttribute("pathLength", String(bases.length));
    part.setAttribute("stroke-dasharray", `${count} ${bases.length}`);
    part.setAttribute("stroke-dashoffset", String(-before));
    before += count;
  }
}
