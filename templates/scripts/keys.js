/* "/" leads to the search, Escape back to where one was. The search page can switch the key off. */
(() => {
  "use strict";
  let before = null;

  const off = () => {
    try {
      return localStorage.getItem("slash") === "off";
    } catch {
      return false;
    }
  };

  document.addEventListener("keydown", (event) => {
    const words = document.getElementById("search-words");
    if (event.key === "Escape" && words && event.target === words) {
      event.preventDefault();
      words.blur();
      before?.focus();
      return;
    }
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || off()) return;
    const link = document.querySelector('.menu a[href$="search.html"]');
    if (words && !words.closest("[hidden]")) {
      before = document.activeElement;
      words.focus();
      words.select();
    } else if (link) {
      location.href = `${link.href}#search-words`;
    } else return;
    event.preventDefault();
  });
})();
