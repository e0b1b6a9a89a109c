import { escape, page } from "../parts/html.js";

const address = (number) => (number ? `index.${number + 1}.html` : "index.html");

export const data = {
  pagination: { data: "claims", size: 100, alias: "listed" },
  permalink: ({ pagination }) => `claims/${address(pagination.pageNumber)}`,
  eleventyExcludeFromCollections: true,
};

function entry(claim) {
  return `<li>
<article class="claim-item">
<p class="claim-item__verdict"><span class="verdict__words">${escape(claim.verdict)}</span></p>
<h3 class="claim-item__claim"><a href="../claims/${claim.id}.html">${escape(claim.title)}</a></h3>
<p class="claim-item__summary">${escape(claim.summary)}</p>
</article>
</li>`;
}

export function render({ listed, pagination: { pageNumber, pages } }) {
  const previous = pageNumber ? `<a href="${address(pageNumber - 1)}" rel="prev">previous</a>` : "";
  const next = pageNumber + 1 < pages.length ? `<a href="${address(pageNumber + 1)}" rel="next">next</a>` : "";
  return page(
    "All claims",
    `<h1>All claims</h1>
<ul>
${listed.map(entry).join("\n")}
</ul>
<nav>${previous}${next}</nav>`,
  );
}
