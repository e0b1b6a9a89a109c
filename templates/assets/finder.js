/* The index of the search, read a file at a time: which pages have these words, and what is shown of a page.
   How its files are made, and what is in them, stands in factsite/search/shelves.py. */

const DIGITS = 10; // of a file's name
const SHORT = 3; // a word with fewer letters is found as it is, and not as the beginning of others
const FORM = 0.7; // what another form of a word counts, where the word itself counts 1
const BEGINNING = 0.5; // and a longer word, at most
const TITLE = 3; // how much more a word counts in the title
const UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
const WORD = new RegExp(`[0-9]+(?:[.,][0-9]+)+|[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, "gu");
const PLAIN = new Set("a an and as at by for from in is it of on that the to was with".split(" "));
const ENDINGS = [
  "ations", "ation", "ments", "ment", "ingly", "edly", "ness", "ings", "ates", "ated", "ating", "ate", "ions", "ion", "ing",
  "ers", "ies", "ied", "er", "ed", "es", "ly", "s", "e", "y",
];

/* The words of a text, as factsite/search/words.py takes it apart. */
export const words = (text) =>
  (text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().match(WORD) ?? []).map((word) => word.replaceAll(",", ""));

/* What the forms of an English word have in common: "deploy" of deployed and deployment. */
const stem = (word) => {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= SHORT);
  return ending && !(ending === "s" && word.endsWith("ss")) ? word.slice(0, -ending.length) : word;
};

const unpacked = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
};

const once = (make) => {
  const made = new Map();
  return (key) => made.get(key) ?? made.set(key, make(key)).get(key);
};

const summed = (distances) => {
  let sum = 0;
  return distances.map((distance) => (sum += Number(distance)));
};

/* The pages of a line of a shelf, each with the places at which the word stands there; a drawer holds so many pages. */
const parsed = (line, drawer) => {
  const pages = new Map();
  let before = 0;
  for (const entry of line.split(" ")) {
    if (entry.startsWith("#")) {
      before = drawer * Number(entry.slice(1));
    } else {
      const [page, places] = entry.split(":");
      pages.set(before + Number(page), summed(places.split(",")));
    }
  }
  return pages;
};

export const open = async (folder, forms) => {
  const file = (name) => unpacked(new URL(`${name}.bin`, folder));
  const index = JSON.parse(await file("index"));
  const filters = Object.fromEntries(Object.entries(index.filters).map(([name, values]) =>
    [name, Object.fromEntries(Object.entries(values).map(([value, pages]) => [value, summed(pages)]))]));
  const stemmed = forms ? stem : (word) => word;

  const shelf = once(async (prefix) => new Map((await file(index.shelves[prefix])).split("\n").map((line) => {
    const end = line.indexOf(" ");
    return [line.slice(0, end), line.slice(end + 1)];
  })));
  const bundle = once(async (number) => JSON.parse(await file(index.bundles.slice(number * DIGITS, (number + 1) * DIGITS))));

  /* The words of the index that a word of the reader's may stand for, each with how much it counts and its pages. */
  const alike = once(async (word) => {
    const root = stemmed(word);
    const begins = word.length < SHORT ? word : root;
    const fits = (prefix) => prefix.endsWith(" ")
      ? prefix === `${word} ` || (word.length >= SHORT && prefix.startsWith(begins))
      : begins.startsWith(prefix) || (word.length >= SHORT && prefix.startsWith(begins));
    const shelves = await Promise.all(Object.keys(index.shelves).filter(fits).map(shelf));
    const weight = (other) => {
      if (other === word) return 1;
      if (word.length < SHORT || !other.startsWith(begins)) return 0;
      if (stemmed(other) === root) return FORM;
      return other.startsWith(word) ? (BEGINNING * word.length) / other.length : 0;
    };
    return shelves.flatMap((lines) => [...lines.keys()].map((other) => [other, weight(other)])
      .filter(([, counts]) => counts).map(([other, counts]) => [other, counts, parsed(lines.get(other), index.drawer)]));
  });

  /* How well each page answers to a word: a rare word says more than one that is everywhere. */
  const ranked = (found) => {
    const scores = new Map();
    for (const [, counts, pages] of found) {
      const rarity = Math.log(1 + index.pages / pages.size);
      for (const [page, places] of pages) {
        const here = (places.length / (places.length + 1)) * (places[0] < index.heads[page] ? TITLE : 1);
        scores.set(page, (scores.get(page) ?? 0) + counts * rarity * here);
      }
    }
    return scores;
  };

  /* The pages in which words stand in a row. */
  const inRow = async (row) => {
    const places = await Promise.all(row.map(async (word) => (await alike(word)).find(([other]) => other === word)?.[2]));
    if (places.includes(undefined)) return new Set();
    return new Set([...places[0].keys()].filter((page) => places.every((pages) => pages.has(page))
      && places[0].get(page).some((first) => places.every((pages, at) => pages.get(page).includes(first + at)))));
  };

  /* The pages that have all the words, with their scores, and the words by which they were found. */
  const answers = async (query) => {
    const rows = [...query.matchAll(/["“”„]([^"“”„]+)["“”„]/g)].map(([, row]) => words(row)).filter((row) => row.length);
    const given = words(query);
    const telling = given.filter((word) => !PLAIN.has(word));
    const found = await Promise.all([...new Set(telling.length ? telling : given)].map(alike));
    const inRows = await Promise.all(rows.map(inRow));
    const [first = new Map(), ...others] = found.map(ranked);
    const scores = new Map();
    for (const [page, score] of first) {
      if (others.every((other) => other.has(page)) && inRows.every((row) => row.has(page))) {
        scores.set(page, others.reduce((sum, other) => sum + other.get(page), score));
      }
    }
    return { scores, words: new Set(found.flat().map(([word]) => word)) };
  };

  return {
    /* The pages of a kind that answer to a query and have one of the values that were chosen of each filter, the best first;
       and how many there would be for each value, were it chosen instead of others of its filter. */
    async search(query, kind, chosen) {
      const { scores, words: by } = query ? await answers(query) : { scores: null, words: new Set() };
      const fit = (without) => {
        const sets = Object.entries(chosen).filter(([name, values]) => values.length && name !== without)
          .map(([name, values]) => new Set(values.flatMap((value) => filters[name]?.[value] ?? [])));
        return (filters.kind?.[kind] ?? []).filter((page) =>
          (!scores || scores.has(page)) && sets.every((pages) => pages.has(page)));
      };
      const pages = fit();
      if (scores) pages.sort((one, other) => scores.get(other) - scores.get(one) || one - other);
      const counts = Object.fromEntries(Object.keys(chosen).map((name) => {
        const among = new Set(fit(name));
        return [name, Object.fromEntries(Object.entries(filters[name] ?? {}).map(([value, having]) =>
          [value, having.filter((page) => among.has(page)).length]))];
      }));
      return { pages, words: by, counts };
    },

    async page(number) {
      const [address, title, shown, sections] = (await bundle(Math.floor(number / index.together)))[number % index.together];
      return { address, title, shown, sections };
    },
  };
};
