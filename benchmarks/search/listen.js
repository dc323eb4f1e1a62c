// Tells what the search of this page answers: Material's messages, and when the list of results has come to rest.
(() => {
  const STILL = 60, AGAIN = 10, UNHEARD = 250; // milliseconds
  const area = document.querySelector("[data-md-component=search-result]");
  const list = area.querySelector("ol");
  const items = () => [...list.querySelectorAll(":scope > li")];
  let message = null, changed = 0, started = 0, first = 0;

  const touch = () => {
    changed = performance.now();
    if (!first && items().length) first = Date.now();
  };
  new MutationObserver(touch).observe(area, {childList: true, subtree: true, characterData: true});
  for (const event of ["input", "keyup"]) addEventListener(event, () => { started ||= performance.now(); }, true);
  window.component$?.subscribe(({ref, ...data}) => {
    if (ref !== area || !data.items) return;
    message = data;
    touch();
  });

  // Material's own messages do not tell which query they answer: an empty one may still be that of the empty field.
  const heard = (typed, waited) => {
    if (!window.component$) return true;
    if (!message) return false;
    return "complete" in message ? message.complete && message.query === typed : items().length || waited > UNHEARD;
  };
  const rest = (enough, patience) => new Promise(done => {
    const begun = performance.now();
    const timer = setInterval(() => {
      const now = performance.now(), late = now - begun > patience;
      if (!late && (now - changed < STILL || !enough(now - begun))) return;
      clearInterval(timer);
      done(late);
    }, AGAIN);
  });

  window.benchmark = {
    begin() { message = null; first = started = 0; changed = performance.now(); },
    cleared: () => rest(waited => !items().length && (message || waited > UNHEARD), 2000),
    async answer(typed, patience) {
      const late = await rest(waited => heard(typed, waited), patience);
      const found = items();
      return {
        late, urls: found.map(li => li.querySelector("a")?.href).filter(Boolean),
        marked: Boolean(found[0]?.querySelector("mark")),
        first_at: first ? first / 1000 : null, ms: changed - started, timing: message?.timing ?? null,
        failed: message?.state === "failed",
      };
    },
  };
})();
