/* What a browser's own parser makes of pages: whether two of them are the same, but for signs that stand for each other. */
({ pages, from, to, kind, typed }) => {
  const signs = new Map([...from].map((sign, at) => [sign, [...to][at]]));
  const twin = (text) => text.replace(/[^\w\s]/g, (sign) => signs.get(sign) ?? sign);
  const decoded = (text) => text.replace(/(?:%[0-9a-f]{2})+/gi, (part) => { try { return decodeURIComponent(part); } catch { return part; } });
  const LONG = /^(claim|quotation|body|issue\[description\])$/; // cut where the address gets too long, and signs differ in length there
  const address = (text) => {
    if (!/^https:[^?#]*\/issues\/new\?/.test(text)) return twin(decoded(text));
    const [place, query] = [text.slice(0, text.indexOf("?")), new URLSearchParams(new URL(text).search)];
    return place + "?" + [...query].map(([name, value]) => `${name}=${LONG.test(name) ? "…" : twin(value)}`).join("&");
  };
  const strings = (value) => typeof value === "string" ? address(value) : value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, strings(inner)])) : value;
  const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
  const tag = (element) => `${element.namespaceURI.split("/").pop()} ${element.localName} ${element.getAttributeNames().sort().join(" ")}`;
  const shown = (element) => element.getAttributeNames().map((name) => {
    const value = element.getAttribute(name);
    return `${name}=${/href|content|src/.test(name) ? address(value) : twin(value)}`;
  }).join(" ");
  const LATEX = { left: "{", right: "}", slash: "\\" };
  const typeset = (text) => text.startsWith("@misc{") ? text.replace(/\\text(?:brace|back)(left|right|slash)\{\}/g, (_, name) => LATEX[name]).replace(/\\&/g, "&") : text;
  const text = (node) => node.parentNode?.getAttribute?.("type") === "application/ld+json"
    ? JSON.stringify(strings(JSON.parse(node.data))) : twin(typeset(node.data)).replace(/\b[0-9a-f]{64}\b/g, "digest");

  const described = (node) => {
    if (node?.nodeType === Node.ELEMENT_NODE) return `<${tag(node)}> ${shown(node)}`;
    if (node?.nodeType === Node.TEXT_NODE) return `"${text(node)}`;
    return node ? `${node.nodeType} ${node.nodeName} ${twin(node.data ?? "")}` : "nothing";
  };

  /* Most nodes are the same to the letter; data within pages is read in any case. */
  const identical = (one, other) => {
    if (one.nodeType === Node.TEXT_NODE) return one.data === other.data && one.parentNode?.localName !== "script" && one.nodeType === other.nodeType;
    return one.nodeType === Node.ELEMENT_NODE && one.attributes.length === other.attributes?.length && one.localName === other.localName && one.namespaceURI === other.namespaceURI
      && [...one.attributes].every(({ name, value }) => other.getAttribute(name) === value);
  };

  /* A link to a new issue that would get too long leads to the repository; the signs of the twin take more room in it. */
  const isNew = (shown) => /\/issues\/new\?/.test(shown);
  const cut = (shown) => shown.replace(/^(<xhtml a href rel> href=https:[^?]*?)(\/-)?\/issues\/new\?.* (rel=[a-z ]+)$/s, "$1 $3");

  const same = (path, page, other) => {
    const walks = [page, other].map((document) => document.createTreeWalker(document, NodeFilter.SHOW_ALL));
    for (;;) {
      const [one, two] = walks.map((walk) => walk.nextNode());
      if (!one && !two) return [];
      if (one && two && identical(one, two)) continue;
      const [ours, theirs] = [described(one), described(two)];
      if (ours !== theirs && !(isNew(ours) !== isNew(theirs) && cut(ours) === cut(theirs))) return [`${path}: ${ours.slice(0, 300)}\n   harmless: ${theirs.slice(0, 300)}`];
    }
  };

  /* Markdown makes elements: none but these more than the harmless page has, and no address but these. */
  const ALLOWED = new Set(["a rel", "a href", "a href title", "a class href", "a href rel", "a href rel title", "a rel title", "a class href rel", "span aria-label class role title",
    ..."p em strong code pre ul ol li hr br blockquote h2 h3 h4 h5 h6".split(" ").map((one) => `${one} `)].map((one) => `xhtml ${one}`));
  const bag = (document) => {
    const counts = new Map();
    for (const element of document.querySelectorAll("*")) counts.set(tag(element), (counts.get(tag(element)) ?? 0) + 1);
    return counts;
  };
  const HERE = "https://here.example/top/claims/x.html";
  const leads = (element) => {
    const written = element.getAttribute("href");
    const to = new URL(written, HERE);
    if (["http:", "https:", "mailto:"].includes(to.protocol) && (to.origin === new URL(HERE).origin ? true : /^(https?:|mailto:)/i.test(written.trim()))) return [];
    return [`href ${written}`];
  };
  const within = (path, page, other) => {
    const [one, two] = [bag(page), bag(other)];
    const faults = [];
    for (const [name, count] of one) if (count > (two.get(name) ?? 0) && !ALLOWED.has(name)) faults.push(`element ${name}`);
    for (const [name, count] of two) if (count > (one.get(name) ?? 0) && name !== "xhtml p ") faults.push(`lost ${name}`);
    for (const link of page.querySelectorAll("[href]")) faults.push(...leads(link));
    return faults.map((fault) => `${path}: ${fault}`);
  };

  const plain = (words) => words.replace(/\s+/g, " ").trim();
  const said = (path, page, other, words) => {
    const [one, two] = [plain(page.body.textContent), plain(twin(other.body.textContent))];
    return words.filter((word) => kind === "plain" ? two.includes(plain(twin(word))) && !one.includes(plain(word)) : !one.includes(plain(word)))
      .map((word) => `${path}: not as typed: ${word}`);
  };

  return pages.flatMap(([path, hostile, harmless]) => {
    try {
      const [page, other] = [parsed(hostile), parsed(harmless)];
      const held = kind === "plain" ? same : within;
      return [...held(path, page, other), ...said(path, page, other, typed[path] ?? [])];
    } catch (error) {
      return [`${path}: ${error}`];
    }
  });
}
