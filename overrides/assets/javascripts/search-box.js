// The search box. Material reads it on keyup alone; here pasting, dictating and keyboards of phones count too. The
// panel comes with the first use. Stands before Material's script, to miss no answer.
{
  const find = (selector) => document.querySelector(selector);
  const field = find("[data-md-component=search-query]");
  const toggle = find("#__search");
  const desk = matchMedia("(min-width: 60em)");
  const box = {}; // for the panel: opener, answer
  let panel, started, way;

  const load = () => {
    if (started) panel ??= import("./search-panel.js").then(({ start }) => start(box)).catch(() => (panel = null));
  };
  const reread = () => field.dispatchEvent(new KeyboardEvent("keyup"));
  const reach = () => (field.tabIndex = desk.matches || toggle.checked ? 0 : -1); // closed on a phone: unseen
  const open = () => {
    if (toggle.checked) return;
    box.opener = field;
    toggle.click();
  };
  const on = (target, types, does, capture) => {
    for (const type of types.split(" ")) target.addEventListener(type, does, capture);
  };

  on(
    document,
    "keydown pointerdown",
    (event) => {
      way = (event.key === "Tab" || event.target === field) && field;
    },
    true,
  );
  on(field, "focus", ({ relatedTarget }) => {
    if (!toggle.checked) box.opener = way || relatedTarget;
    load();
  });
  on(field, "click input", open);
  on(field, "input compositionend", reread);
  on(field.form, "reset", () => setTimeout(reread));
  on(field.form, "submit", (event) => event.preventDefault());
  on(find(".search-open"), "click", (event) => {
    find("header [for=__search]").click(); // Material's: it brings up a phone's keyboard
    box.opener = event.currentTarget;
  });
  on(find(".search-close"), "click", () => toggle.click());
  on(toggle, "change", () => (reach(), load()));
  on(desk, "change", reach);
  reach();

  on(
    document,
    "load",
    () => {
      if (started || !window.component$) return;
      started = true;
      field.value = field.value.slice(0, field.maxLength); // Material has put ?q= there
      component$.subscribe((part) => part.ref?.dataset?.mdComponent === "search-result" && (box.answer = part));
      if (toggle.checked || document.activeElement === field) load();
    },
    true,
  );
}
