import { escape, page } from "../parts/html.js";

export const data = { permalink: "sources/index.html" };

export function render({ sources }) {
  const entries = sources.map(
    ({ id, title, publisher }) => `<li><a href="${id}.html">${escape(title)}</a>, ${escape(publisher)}</li>`,
  );
  return page("Sources", `<h1>Sources</h1>\n<ul>\n${entries.join("\n")}\n</ul>`);
}
