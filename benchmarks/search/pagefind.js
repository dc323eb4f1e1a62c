// Asks Pagefind as its own interface does: five results at first, each with its excerpt.
async ([query, several]) => {
  const begun = performance.now();
  const {results} = await window.pagefind.search(query);
  const found = await Promise.all(results.slice(0, several).map(result => result.data()));
  return {
    urls: found.map(page => page.url), marked: Boolean(found[0]?.excerpt.includes("<mark")),
    first_at: found.length ? Date.now() / 1000 : null, ms: performance.now() - begun,
  };
}
