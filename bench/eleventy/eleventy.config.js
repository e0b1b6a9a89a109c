import { readFileSync, readdirSync } from "node:fs";
import markdownIt from "markdown-it";

const markdown = markdownIt();

// Claims and articles are data, read once; one template with pagination makes the pages of each.
function records(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")));
}

export default function (config) {
  config.setQuietMode(true);
  config.setUseGitIgnore(false);
  config.addWatchTarget("./content/");
  const claims = records("content/claims");
  const sources = new Map(records("content/sources").map((source) => [source.id, { ...source, citing: new Map() }]));
  for (const claim of claims) {
    claim.html = markdown.render(claim.explanation);
    for (const { source, line, quote, stance } of claim.evidence) {
      const cited = sources.get(source);
      if (!cited?.lines[line - 1]?.includes(quote)) {
        throw new Error(`${claim.id}: not in line ${line} of ${source}: ${quote}`);
      }
      if (!cited.citing.has(line)) cited.citing.set(line, []);
      cited.citing.get(line).push({ claim, stance });
    }
  }
  config.addGlobalData("claims", claims);
  config.addGlobalData("sources", () => [...sources.values()]);
  config.addGlobalData("sourceOf", () => sources);
  return { dir: { input: "pages", output: "_site" }, templateFormats: ["11ty.js"] };
}
