/**
 * The parts of a case's page that are compared, taken out of a copy of it.
 *
 * @typedef {"facts" | "money" | "claims" | "partners" | "did-not-work" | "lessons"} Part
 */

/**
 * @param {HTMLElement} page a copy, whose ids are kept in `data-id`
 * @returns {{title: string, parts: Record<Part, Element | null>}}
 */
export function take(page) {
  const title = page.querySelector("h1")?.textContent.trim() ?? "";
  const wrap = (...elements) => {
    const found = elements.filter(Boolean);
    if (!found.length) return null;
    const box = document.createElement("div");
    box.append(...found);
    return box;
  };
  const parts = {
    facts: wrap(page.querySelector(".page-head .lead"), page.querySelector(".page-head .facts")),
    money: wrap(...section(page, "money")),
    claims: wrap(page.querySelector(".claims")),
    partners: wrap(page.querySelector("table.partners")),
    "did-not-work": wrap(...section(page, "did-not-work")),
    lessons: wrap(...section(page, "lessons")),
  };
  return { title, parts };
}

/** The elements below a second-level heading, up to the next one. */
function section(page, name) {
  const heading = [...page.querySelectorAll("h2")].find((each) => each.dataset.id === name);
  const found = [];
  for (let next = heading?.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) {
    if (!next.matches(".claims, table.partners")) found.push(next);
  }
  return found;
}
