/**
 * Keys, focus and closing. Material's own handler hangs on window; what it must not see ends here. It closes the search
 * on Tab and moves the focus to the box on any other key: with it nobody reaches a chip, a link or a page further down.
 */

/**
 * @param {{search: HTMLElement, field: HTMLInputElement, toggle: HTMLInputElement, box: {opener: HTMLElement?}}} parts
 * @param {{enter: () => void, leave: () => void}} does `enter`: Enter in the box; `leave`: a link is followed
 */
export function mountKeys({ search, field, toggle, box }, does) {
  const results = search.querySelector("[data-md-component=search-result]");
  const desk = matchMedia("(min-width: 60em)");

  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    const loose = target === document.body;
    if (!toggle.checked || event.isComposing || event.ctrlKey || event.metaKey) return;
    if (!loose && !search.contains(target)) return;
    if (key === "Escape") {
      event.preventDefault();
      escape();
    } else if (key === "Enter" && target === field) {
      event.preventDefault();
      does.enter();
    } else if (key === "ArrowUp" || key === "ArrowDown") {
      return; // Material walks through the results
    } else if (target === field ? key !== "Tab" : (loose || results.contains(target)) && /^[^ ]$/u.test(key)) {
      return; // writing goes on in the box
    }
    event.stopPropagation();
  });

  // On a desk the box stays in sight, and whoever opened the search by it comes back to it. Material opens the search
  // when the box gets the focus: so first the focus, then the end.
  function escape() {
    if (desk.matches && box.opener === field && document.activeElement !== field) {
      field.focus();
      setTimeout(close, 30);
    } else close();
  }
  function close() {
    if (toggle.checked) toggle.click();
  }

  toggle.addEventListener("change", () => {
    const active = document.activeElement;
    if (toggle.checked || !search.contains(active)) return;
    if (active === field && box.opener === field && desk.matches) return;
    const back = [box.opener, document.querySelector(".search-open")].find(
      (element) => element && element !== field && element.getClientRects().length,
    );
    if (back) back.focus({ preventScroll: true });
    else active.blur();
  });

  // The focus has gone elsewhere: by Tab, or by a script. What copies an address takes it only for a moment.
  document.addEventListener("focusin", ({ target }) => {
    if (!toggle.checked || search.contains(target)) return;
    setTimeout(() => {
      const active = document.activeElement;
      if (active !== document.body && !search.contains(active)) close();
    });
  });

  // Material closes the search at a click on any link. We leave it as it is: Back comes back to the results, and a
  // link that opens another tab leaves them in this one.
  search.querySelector(".md-search__output").addEventListener("click", (event) => {
    if (!event.target.closest("a[href]")) return;
    does.leave();
    event.stopPropagation();
  });
}
