/**
 * A copy of another page of the site that can stand within this one: its ids are its own, its links lead where they led.
 */
const IDS =
  /^(for|form|headers|list|popovertarget|aria-(activedescendant|controls|describedby|details|errormessage|flowto|labelledby|owns))$/;
const ADDRESSES = /^(href|src|action|formaction|poster|data|xlink:href)$/;

/**
 * @param {string} address
 * @param {string} language
 * @returns {Promise<HTMLElement>} what has the class `page` there
 */
export async function copyOf(address, language) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".page");
  if (!page) throw new Error("no page");
  for (const element of page.querySelectorAll("script, a[data-both]")) element.remove(); // they are of that page
  adapt(page, new URL(answer.url), language);
  return document.adoptNode(page);
}

/** @param {HTMLElement} page @param {URL} base @param {string} language */
function adapt(page, base, language) {
  const ids = new Map();
  for (const element of page.querySelectorAll("[id]")) {
    if (!document.getElementById(element.id)) continue;
    ids.set(element.id, `${element.id}--${language}`);
    element.dataset.id = element.id;
  }
  const id = (old) => ids.get(old) ?? old;

  const addressed = (value) => {
    if (value.startsWith("#")) return `#${id(value.slice(1))}`;
    const url = new URL(value, base);
    const within = url.hash && url.origin + url.pathname === base.origin + base.pathname;
    return within ? `#${id(url.hash.slice(1))}` : url.href;
  };
  const candidates = (value) => value.replace(/(^|,\s+)(\S+)/g, (_, gap, address) => gap + addressed(address));
  const drawn = (value) => value.replace(/url\((["']?)#([^"')]+)\1\)/g, (_, quote, old) => `url(#${id(old)})`);

  for (const element of page.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      const { name, value } = attribute;
      if (name === "id") attribute.value = id(value);
      else if (IDS.test(name)) attribute.value = value.split(/\s+/).map(id).join(" ");
      else if (ADDRESSES.test(name)) attribute.value = addressed(value);
      else if (name === "srcset") attribute.value = candidates(value);
      else if (name === "name" && element.matches("details, [type=radio]")) attribute.value = `${value}--${language}`;
      else if (value.includes("url(#")) attribute.value = drawn(value);
    }
  }
}
