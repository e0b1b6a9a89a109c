/* Lists of claims are filtered and sorted where they stand; what is chosen stands in the address. */
(() => {
  "use strict";
  const form = document.querySelector(".sieve:not(.finder)");
  if (!form) return;
  const items = [...document.querySelectorAll("li[data-verdict]")];
  const homes = items.map((item) => item.parentElement);
  const groups = [...document.querySelectorAll(".group")];
  const texts = items.map((item) => item.textContent.toLowerCase());
  const claims = items.map((item) => item.querySelector("a").textContent);
  const [state, clear] = [form.querySelector("[role=status]"), form.querySelector("[type=reset]")];
  const fields = [...form.elements].filter((field) => field.name);
  const flat = groups.length ? homes[0].cloneNode(false) : homes[0];
  if (groups.length) groups[0].before(flat);
  const here = document.querySelector(".paging") ? " on this page" : "";

  const orders = {
    articles: (one, other) => items[other].dataset.articles - items[one].dataset.articles,
    checked: (one, other) => items[other].dataset.checked.localeCompare(items[one].dataset.checked),
    claim: (one, other) => claims[one].localeCompare(claims[other]),
  };

  const fits = (position, { q = "", ...chosen }) =>
    q.toLowerCase().trim().split(/\s+/).every((word) => texts[position].includes(word)) &&
    ["verdict", "topic", "source"].every(
      (name) => !chosen[name] || items[position].dataset[name].split(" ").includes(chosen[name]),
    );

  const show = () => {
    const chosen = Object.fromEntries(new FormData(form));
    const order = items.map((_, position) => position);
    if (chosen.sort) order.sort(orders[chosen.sort]);
    let shown = 0;
    for (const position of order) {
      const item = items[position];
      item.hidden = !fits(position, chosen);
      shown += item.hidden ? 0 : 1;
      (chosen.sort ? flat : homes[position]).append(item);
    }
    for (const group of groups) group.hidden = !group.querySelector("li[data-verdict]:not([hidden])");
    state.textContent = `${shown === items.length ? "" : `${shown} of `}${items.length} claims${here}`;
    const used = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value.trim())).toString();
    clear.hidden = !used;
    return used;
  };

  const changed = () => {
    const used = show();
    history.replaceState(null, "", location.pathname + (used && `?${used}`) + location.hash);
  };

  const given = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = given.get(field.name) ?? "";
    field.value = value;
    if (field.value !== value) field.value = "";
  }
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    setTimeout(changed);
    fields[0].focus(); // the button is about to go
  });
  form.hidden = false;
  show();
})();
