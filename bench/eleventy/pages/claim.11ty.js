import { escape, page } from "../parts/html.js";

export const data = {
  pagination: { data: "claims", size: 1, alias: "claim" },
  permalink: ({ claim }) => `claims/${claim.id}.html`,
  eleventyExcludeFromCollections: true,
};

function quotation({ source, line, quote, stance }, sources) {
  const { lines, title } = sources.get(source);
  const text = lines[line - 1];
  const start = text.indexOf(quote);
  return `<li>
<figure class="evidence">
<div class="cited-line">
<a class="numeral" href="../sources/${source}.html#L${line}">${line}</a>
<blockquote><p>${escape(text.slice(0, start))}<mark>${escape(quote)}</mark>${escape(text.slice(start + quote.length))}</p></blockquote>
</div>
<figcaption><span class="stance__word">${stance}</span> <a href="../sources/${source}.html#L${line}">${escape(title)}</a>, line ${line}</figcaption>
</figure>
</li>`;
}

export function render({ claim, sourceOf }) {
  return page(
    claim.title,
    `<article class="claim">
<p class="claim__verdict"><span class="verdict__words">${escape(claim.verdict)}</span></p>
<h1 class="claim__claim">${escape(claim.title)}</h1>
<p class="claim__summary">${escape(claim.summary)}</p>
<p>checked ${claim.checked}, ${claim.topic}</p>
<h2>Who says what</h2>
<ol>
${claim.evidence.map((cited) => quotation(cited, sourceOf)).join("\n")}
</ol>
<section aria-labelledby="explanation">
<h2 id="explanation">Explanation</h2>
<div class="prose">
${claim.html}</div>
</section>
</article>`,
    claim.summary,
  );
}
