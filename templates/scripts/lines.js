/* An address that ends in #L5-L6 lights up the lines 5 to 6 of an article. */
(() => {
  "use strict";
  const light = () => {
    const [, first, last] = /^#L(\d+)-L?(\d+)$/.exec(location.hash) ?? [];
    const ends = [Number(first), Number(last)].sort((one, other) => one - other);
    let top = null;
    for (const line of document.querySelectorAll(".article-line")) {
      const number = Number(line.id.slice(1));
      const lit = ends[0] <= number && number <= ends[1];
      line.classList.toggle("article-line--lit", lit);
      if (lit) top ??= line;
    }
    top?.scrollIntoView({ block: "start" });
  };

  if (!document.querySelector(".article-line")) return;
  light();
  addEventListener("hashchange", light);
})();
