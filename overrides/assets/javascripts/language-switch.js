/**
 * The switch of languages keeps the section, the search with its filters, and the view of both languages; not `h`, the
 * words that are marked, which are of this language.
 */
import { carry } from "./place.js";

for (const link of document.querySelectorAll(".language-switch__link")) {
  carry(link, (asked) => {
    asked.delete("h");
    if (asked.get("both") === link.hreflang) asked.set("both", document.documentElement.lang);
  });
}
