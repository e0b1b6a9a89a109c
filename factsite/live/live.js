// Shows faults in the page while it is written, and opens it anew when it changed. No published page has this script.
(() => {
  "use strict";

  const { page, version } = document.currentScript.dataset;
  const DISMISSED = "factsite dismissed";
  let panel = null;
  let listening = null;

  const make = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };

  const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

  // A place is a text to be copied, and opens the file where VS Code is installed.
  const place = (folder, words) =>
    make("a", { href: `vscode://file/${encodeURI(folder.replace(/^\//, ""))}/${encodeURI(words)}`, class: "factsite-live__place" }, words);

  const told = (folder, fault) => {
    const item = make("li", { class: `factsite-live__fault factsite-live__fault--${fault.severity}` });
    item.append(make("p", {}, place(folder, fault.place), ` ${fault.severity}[${fault.rule}]`), make("p", {}, fault.message));
    for (const [where, words] of fault.also) {
      item.append(make("p", { class: "factsite-live__more" }, place(folder, where), ` ${words}`));
    }
    if (fault.help) {
      item.append(make("p", { class: "factsite-live__more" }, `help: ${fault.help}`));
    }
    return item;
  };

  const remove = () => {
    panel?.remove();
    panel = null;
  };

  const show = (state, text) => {
    const unmade = document.body.classList.contains("factsite-unmade");
    if (unmade || state.faults.length === 0 || sessionStorage.getItem(DISMISSED) === text) {
      remove();
      return;
    }
    const open = panel ? panel.querySelector("details").open : state.errors > 0;
    const counts = [state.errors && count(state.errors, "error"), state.warnings && count(state.warnings, "warning")];
    const summary = make("summary", {}, counts.filter(Boolean).join(", "));
    const here = `content/facts/${page.replace(/^claims\/|\.html$/g, "")}.yaml:`;
    const faults = [true, false].flatMap((own) => state.faults.filter((fault) => fault.place.startsWith(here) === own));
    const list = make("ol", { class: "factsite-live__faults" }, ...faults.map((fault) => told(state.folder, fault)));
    const rest = state.errors + state.warnings - state.faults.length;
    if (rest > 0) {
      list.append(make("li", {}, `${rest} more in the terminal`));
    }
    const details = make("details", {}, summary, list);
    details.open = open;
    const close = make("button", { type: "button", class: "factsite-live__close" }, "Close");
    close.addEventListener("click", () => {
      sessionStorage.setItem(DISMISSED, text);
      remove();
    });
    const anew = make("aside", { class: "factsite-live", role: "status", "aria-label": "Faults" }, details, close);
    anew.classList.toggle("factsite-live--errors", state.errors > 0);
    if (panel) {
      panel.replaceWith(anew);
    } else {
      document.body.append(anew);
    }
    panel = anew;
  };

  const listen = () => {
    const asked = new URLSearchParams({ page, version });
    listening = new EventSource(`/.factsite/events?${asked}`);
    listening.addEventListener("faults", (event) => show(JSON.parse(event.data), event.data));
    listening.addEventListener("changed", () => {
      listening.close();
      location.reload();
    });
  };

  // A browser has six connections to a host, so a page that nobody sees gives its own back.
  const attend = () => {
    listening?.close();
    if (document.visibilityState === "visible") {
      listen();
    }
  };

  document.head.append(make("link", { rel: "stylesheet", href: "/.factsite/live.css" }));
  document.addEventListener("visibilitychange", attend);
  attend();
})();
