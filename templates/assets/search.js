/* The search: Pagefind's index, shown as claims and as lines of articles. The query stands in the address. */
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
  let pagefind;
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

  /* One search for pages of a kind; the filter that is left out is the one whose choices are to be counted. */
  const search = ({ q, ...chosen }, kind, without) => {
    const filters = { kind };
    for (const name of FILTERS) {
      if (chosen[name].length && name !== without) filters[name] = { any: chosen[name] };
    }
    return pagefind.search(q || null, { filters });
  };

  /* The passages of a page in which words were found, each with the anchor it stands at: a line, a quotation, a heading. */
  const passages = ({ raw_content: text, anchors, weighted_locations: hits }, most) => {
    const all = text.split(/[\r\n\s]+/);
    const known = anchors.filter(({ id, element }) => element === "h2" || /^(L|quotation-)\d+$/.test(id));
    const places = [{ id: "", location: 0 }, ...known.toSorted((one, other) => one.location - other.location)];
    const by = new Map();
    for (const { location } of hits) {
      const at = places.findLastIndex((place) => place.location <= location);
      by.set(at, [...(by.get(at) ?? []), location]);
    }
    if (by.size > 1) by.delete(0); // the head of the page, which is shown anyway
    const rank = ([, where]) => where.length;
    const quoted = [...by].filter(([at]) => places[at].id.startsWith("quotation-"));
    const fullest = (quoted.length ? quoted : [...by]).sort((one, other) => rank(other) - rank(one)).slice(0, most);
    return fullest.sort((one, other) => one[0] - other[0]).map(([at, where]) => {
      const end = places.find((place) => place.location > places[at].location)?.location ?? all.length;
      const first = Math.max(places[at].location, Math.min(where[0] - 8, end - LENGTH));
      const last = Math.min(end, first + LENGTH);
      const parts = all.slice(first, last).flatMap((word, position) =>
        where.includes(first + position) ? [make("mark", {}, word), " "] : [`${word} `]);
      return {
        id: places[at].id,
        text: places[at].text,
        parts: [first > places[at].location ? "… " : "", ...parts, last < end ? "…" : ""],
      };
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

  const result = (page, kind, q) => {
    const address = page.raw_url.replace(/^\//, "");
    const item = make("li", { className: "found__item row" });
    if (kind === "claim") {
      const told = page.meta.withdrawn ? [" ", make("strong", { className: "claim-item__withdrawn" }, "withdrawn")] : [];
      item.append(make("p", { className: "claim-item__verdict" }, mark(page.meta.verdict), ...told));
    }
    if (kind === "article") item.append(make("p", { className: "claim-item__verdict" }, page.meta.name));
    item.append(make("h3", { className: "claim-item__claim" }, make("a", { href: address }, page.meta.title)));
    if (kind === "claim") item.append(make("p", { className: "claim-item__summary" }, page.meta.summary));
    if (q) {
      item.append(...passages(page, PASSAGES[kind]).filter(({ id }) => id || kind === "article")
        .map((one) => passage(address, one)));
    }
    return item;
  };

  const section = async (kind, heading, results, q) => {
    const list = make("ol", { className: "plain found" });
    const more = make("button", { type: "button", className: "found__more" });
    const add = async (focus) => {
      const next = results.slice(list.children.length, list.children.length + AT_ONCE);
      const items = (await Promise.all(next.map((one) => one.data()))).map((page) => result(page, kind, q));
      list.append(...items);
      more.textContent = `Show more of ${number(results.length, kind)}`;
      more.hidden = list.children.length >= results.length;
      if (focus) items[0]?.querySelector("h3 a").focus();
    };
    more.addEventListener("click", () => add(true));
    await add(false);
    return [make("h2", { className: "found__heading" }, heading), list, more];
  };

  /* How many claims each choice would leave, were it chosen. */
  const count = async (asks, claims) => {
    for (const name of FILTERS) {
      const counts = (asks[name].length ? await search(asks, "claim", name) : claims).filters[name] ?? {};
      for (const box of form.querySelectorAll(`input[name=${name}]`)) {
        box.parentElement.querySelector(".tallies__count").textContent = counts[box.value] ?? 0;
      }
      for (const option of form.querySelectorAll(`select[name=${name}] option[value]:not([value=""])`)) {
        option.textContent = `${option.dataset.words} (${counts[option.value] ?? 0})`;
      }
    }
  };

  const show = async () => {
    const turn = ++asked;
    if (!(await begin())) return;
    const asks = query();
    const used = new URLSearchParams([["q", asks.q], ...FILTERS.flatMap((name) => asks[name].map((value) => [name, value]))]
      .filter(([, value]) => value)).toString();
    history.replaceState(null, "", location.pathname + (used && `?${used}`)); // the field's own anchor is no part of a link
    clear.hidden = !used;
    const claims = await search(asks, "claim");
    const limited = asks.verdict.length || asks.topic.length; // articles have neither
    const articles = asks.q && !limited ? (await search(asks, "article")).results : [];
    if (turn !== asked) return;
    await count(asks, claims);
    if (!used) {
      found.replaceChildren();
      state.textContent = "";
      return;
    }
    const shown = [];
    if (claims.results.length) shown.push(...(await section("claim", "Claims", claims.results, asks.q)));
    if (articles.length) shown.push(...(await section("article", "Articles", articles, asks.q)));
    if (turn !== asked) return;
    found.replaceChildren(...shown);
    const counts = [number(claims.results.length, "claim")];
    if (asks.q && !limited) counts.push(number(articles.length, "article"));
    state.textContent = shown.length ? `Found: ${counts.join(" and ")}.` : nothing(asks);
  };

  const nothing = ({ q, ...chosen }) => {
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
    pagefind = await import(new URL("search/pagefind.js", location.href));
    await pagefind.filters(); // without them it counts nothing
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
