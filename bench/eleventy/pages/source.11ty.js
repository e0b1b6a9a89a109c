import { escape, page } from "../parts/html.js";

export const data = {
  pagination: { data: "sources", size: 1, alias: "source" },
  permalink: ({ source }) => `sources/${source.id}.html`,
  eleventyExcludeFromCollections: true,
};

function backlink({ claim, stance }) {
  return `<li class="backlink backlink--${stance}"><a href="../claims/${claim.id}.html">${escape(claim.title)}</a> <span class="verdict__words">${escape(claim.verdict)}</span></li>`;
}

export function render({ source }) {
  const lines = source.lines.map((text, at) => {
    const number = at + 1;
    const citing = source.citing.get(number);
    return `<li class="article-line" id="L${number}">
<a class="numeral" href="#L${number}">${number}</a>
<p class="article-line__text">${escape(text)}</p>
${citing ? `<ul>\n${citing.map(backlink).join("\n")}\n</ul>\n` : ""}</li>`;
  });
  return page(
    source.title,
    `<h1>${escape(source.title)}</h1>
<p>${escape(source.publisher)}</p>
<ol class="article">
${lines.join("\n")}
</ol>`,
  );
}
