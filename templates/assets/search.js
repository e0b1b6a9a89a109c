/* The search: what finder.js finds, shown as claims and as lines of articles. The query stands in the address. */
(() => {
  "use strict";
  const AT_ONCE = 8; // claims shown before one asks for more
  const PASSAGES = { claim: 2, article: 4 }; // passages shown of one page
  const LENGTH = 30; // words of a passage
  const FILTERS = ["verdict", "topic", "source"];

  const form = document.querySelector(".finder");
  const state = document.querySelector(".finder__state");
  const found = document.querySelector(".finder__found");
  const words = document.getElementById("search-words");
  const clear = document.querySelector(".finder__told [type=reset]");
  let finder;
  let index;
  let loading;
  let asked = 0;

  const make = (tag, given = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), given);
    element.append(...children);
    return element;
  };
  const number = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const mark = (kind) =>
    form.querySelector(`[name=verdict][value="${kind}"]`)?.parentElement.querySelector(".verdict").cloneNode(true) ?? "";

  const query = () => {
    const given = new FormData(form);
    return { q: words.value.trim(), ...Object.fromEntries(FILTERS.map((name) => [name, given.getAll(name).filter(Boolean)])) };
  };

  /* The passages of a page in which words were found, each with the anchor it stands at: a line, a quotation, a heading. */
  const passages = (sections, found, most) => {
    const places = sections.map(([id, heading, text]) => {
      const all = text.split(" ");
      const where = [...all.keys()].filter((at) => finder.words(all[at]).some((word) => found.has(word)));
      return { id, heading, all, where };
    });
    const hit = places.filter(({ where }) => where.length);
    const below = hit.filter(({ id }) => id); // the head of the page is shown anyway
    const quoted = below.filter(({ id }) => id.startsWith("quotation-"));
    const best = [quoted, below, hit].find((some) => some.length) ?? [];
    const fullest = best.toSorted((one, other) => other.where.length - one.where.length).slice(0, most);
    return best.filter((place) => fullest.includes(place)).map(({ id, heading, all, where }) => {
      const first = Math.max(0, Math.min(where[0] - 8, all.length - LENGTH));
      const last = Math.min(all.length, first + LENGTH);
      const parts = all.slice(first, last).flatMap((word, position) =>
        where.includes(first + position) ? [make("mark", {}, word), " "] : [`${word} `]);
      return { id, text: heading, parts: [first > 0 ? "… " : "", ...parts, last < all.length ? "…" : ""] };
    });
  };

  const passage = (address, { id, text, parts }) => {
    const line = /^L(\d+)$/.exec(id)?.[1];
    const quotation = /^quotation-(\d+)$/.exec(id)?.[1];
    const href = id ? `${address}#${id}` : address;
    const row = make("div", { className: "found__passage" });
    if (line) {
      row.append(make("a", { className: "numeral", href }, make("span", { className: "unseen" }, "line "), line));
    }
    const where = line ? "" : quotation ? `Quotation ${quotation}` : text;
    row.append(make("p", {}, ...(where ? [make("a", { href }, where), ": "] : []), ...parts));
    return row;
  };

  const result = ({ address, title, shown, sections }, kind, by) => {
    const item = make("li", { className: "found__item row" });
    if (kind === "claim") {
      const told = shown.withdrawn ? [" ", make("strong", { className: "claim-item__withdrawn" }, "withdrawn")] : [];
      item.append(make("p", { className: "claim-item__verdict" }, mark(shown.verdict), ...told));
    }
    if (kind === "article") item.append(make("p", { className: "claim-item__verdict" }, shown.name));
    item.append(make("h3", { className: "claim-item__claim" }, make("a", { href: address }, title)));
    if (kind === "claim") item.append(make("p", { className: "claim-item__summary" }, shown.summary));
    item.append(...passages(sections, by, PASSAGES[kind]).filter(({ id }) => id || kind === "article")
      .map((one) => passage(address, one)));
    return item;
  };

  const section = async (kind, heading, { pages, words: by }) => {
    const list = make("ol", { className: "plain found" });
    const more = make("button", { type: "button", className: "found__more" });
    const add = async (focus) => {
      const next = pages.slice(list.children.length, list.children.length + AT_ONCE);
      const items = (await Promise.all(next.map(index.page))).map((page) => result(page, kind, by));
      list.append(...items);
      more.textContent = `Show more of ${number(pages.length, kind)}`;
      more.hidden = list.children.length >= pages.length;
      if (focus) items[0]?.querySelector("h3 a").focus();
    };
    more.addEventListener("click", () => add(true));
    await add(false);
    return [make("h2", { className: "found__heading" }, heading), list, more];
  };

  /* How many claims each choice would leave, were it chosen. */
  const count = (counts) => {
    for (const name of FILTERS) {
      for (const box of form.querySelectorAll(`input[name=${name}]`)) {
        box.parentElement.querySelector(".tallies__count").textContent = ` ${counts[name][box.value] ?? 0}`;
      }
      for (const option of form.querySelectorAll(`select[name=${name}] option[value]:not([value=""])`)) {
        option.textContent = `${option.dataset.words} (${counts[name][option.value] ?? 0})`;
      }
    }
  };

  const show = async () => {
    const turn = ++asked;
    if (!(await begin())) return;
    const { q, ...chosen } = query();
    const used = new URLSearchParams([["q", q], ...FILTERS.flatMap((name) => chosen[name].map((value) => [name, value]))]
      .filter(([, value]) => value)).toString();
    history.replaceState(null, "", location.pathname + (used && `?${used}`)); // the field's own anchor is no part of a link
    clear.hidden = !used;
    const claims = await index.search(q, "claim", chosen);
    const limited = chosen.verdict.length || chosen.topic.length; // articles have neither
    const articles = q && !limited ? await index.search(q, "article", chosen) : { pages: [] };
    if (turn !== asked) return;
    count(claims.counts);
    if (!used) {
      found.replaceChildren();
      state.textContent = "";
      return;
    }
    const shown = [];
    if (claims.pages.length) shown.push(...(await section("claim", "Claims", claims)));
    if (articles.pages.length) shown.push(...(await section("article", "Articles", articles)));
    if (turn !== asked) return;
    found.replaceChildren(...shown);
    const counts = [number(claims.pages.length, "claim")];
    if (q && !limited) counts.push(number(articles.pages.length, "article"));
    state.textContent = shown.length ? `Found: ${counts.join(" and ")}.` : nothing(q, chosen);
  };

  const nothing = (q, chosen) => {
    const filtered = FILTERS.some((name) => chosen[name].length);
    if (!filtered) return "Nothing found. Fewer or other words may find more.";
    return q ? "Nothing found with these filters. Other words, or fewer filters, may find more."
      : "No claim fits these filters. Fewer of them may find more.";
  };

  const fill = () => {
    const given = new URLSearchParams(location.search);
    words.value = given.get("q") ?? "";
    for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = given.getAll(box.name).includes(box.value);
    for (const select of form.querySelectorAll("select")) {
      const value = given.get(select.name);
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
  };

  const key = () => {
    const part = document.querySelector(".finder__key");
    const box = part.querySelector("input");
    try {
      box.checked = localStorage.getItem("slash") !== "off";
      part.hidden = false;
    } catch {
      return;
    }
    box.addEventListener("change", () => {
      if (box.checked) localStorage.removeItem("slash");
      else localStorage.setItem("slash", "off");
    });
  };

  /* The index is loaded when somebody begins to search, so that the page by itself stays light. */
  const load = async () => {
    finder = await import(new URL("assets/finder.js", location.href));
    index = await finder.open(new URL("search/", location.href), document.documentElement.lang.startsWith("en"));
  };

  const begin = async () => {
    try {
      await (loading ??= load());
    } catch {
      form.remove();
      clear.remove();
      state.textContent = "The search index could not be loaded. Everything can be reached from the lists below.";
      return false;
    }
    return true;
  };

  const start = () => {
    if (location.protocol === "file:") {
      form.remove();
      state.textContent = "Opened from disk, this page may not read its index: the search works where the site is served.";
      return;
    }
    let timer;
    key();
    fill();
    form.hidden = false;
    form.addEventListener("focusin", begin);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => {
      clearTimeout(timer);
      setTimeout(show);
      words.focus();
    });
    form.addEventListener("input", (event) => {
      clearTimeout(timer);
      timer = setTimeout(show, event.target === words ? 150 : 0);
    });
    if (location.hash === "#search-words") words.focus();
    if (location.search) show();
  };

  start();
})();
