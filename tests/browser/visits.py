"""What a browser sees on a page, at every width and in both schemes: each page is opened once, and asked everything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Browser, ConsoleMessage, Page

    from tests.browser.kinds import Kind

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
AUDITED = (320, 1280)

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""All of axe-core but what is experimental, deprecated or AAA."""

OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules whose answer depends on the scheme; all others are asked once for each width."""

AXE = """rules => axe.run({runOnly: rules, resultTypes: ["violations"], elementRef: false}).then(found => found.violations.flatMap(
  rule => rule.nodes.map(node => `${rule.id} at ${node.target}: ${node.failureSummary.replace(/\\s+/g, " ")}`)))"""

SHIFT = """() => new Promise(done => {
  let sum = 0;
  const add = shifts => { for (const shift of shifts) sum += shift.value; };
  const watch = new PerformanceObserver(list => add(list.getEntries()));
  watch.observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => { add(watch.takeRecords()); done(sum); }));
})"""

COLOURS = """() => [getComputedStyle(document.body).color,
  getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).backgroundColor]"""

COUNTING = """addEventListener("securitypolicyviolation", fault =>
  console.error(`violation: ${fault.effectiveDirective} ${fault.blockedURI} ${fault.target.nodeName}#${fault.target.id} in ${document.contentType}`))"""
"""Says on the console what breaks the policy of a page, and where."""

WIDTH = "() => document.documentElement.scrollWidth"


CONTENT = """() => {
  const hidden = [...document.querySelectorAll("main :is(form, search, output, noscript)")].filter(part => !part.hidden);
  for (const part of hidden) part.hidden = true;
  const text = document.querySelector("main").innerText;
  for (const part of hidden) part.hidden = false;
  return text;
}"""
"""The text of a page as it is seen, but for what a script may add, forms to filter or to search with, and what stands in place of it."""


@dataclass(slots=True)
class Visit:
    """A page, and what is wrong with it in the eyes of a browser; each fault says at which width and in which scheme."""

    site: str
    path: str
    text: str = ""
    shift: float = 0
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    overflows: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return what the page is called in a message."""
        return f"{self.site}/{self.path}"


def listen(page: Page, complain: Callable[[str], None]) -> None:
    """Report what the console says, what a script throws, and every request that fails, but for one that is left behind."""
    page.on("console", lambda message: complain(_said(message)))
    page.on("pageerror", lambda error: complain(str(error)))
    page.on(
        "requestfailed",
        lambda request: request.failure == "net::ERR_ABORTED" or complain(f"failed: {request.url}"),
    )


def _said(message: ConsoleMessage) -> str:
    """Return what the console says; of a file that is not there, its address too."""
    failed = message.text.startswith("Failed to load resource")
    return f"{message.text} {message.location['url']}" if failed else message.text


def visited(browser: Browser, hosts: dict[str, str], kinds: Iterable[Kind]) -> list[Visit]:
    """Open the pages of all kinds, one after the other in one tab."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(COUNTING)
    now = Visit("", "")
    listen(page, lambda complaint: now.complaints.append(complaint))
    page.on("request", lambda request: now.requests.append(request.url))
    visits = []
    for kind in kinds:
        for path in kind.pages:
            now = Visit(kind.site, path)
            _look(page, f"{hosts[kind.site]}/{path}", now)
            visits.append(now)
    context.close()
    return visits


def _look(page: Page, address: str, visit: Visit) -> None:
    """Open a page and fill in what is seen there."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    page.emulate_media(color_scheme="light")
    answer = page.goto(address)
    visit.headers = answer.headers if answer else {}
    visit.shift = page.evaluate(SHIFT)
    visit.text = page.evaluate(CONTENT)
    page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            _judge(page, visit, width, scheme)


def _judge(page: Page, visit: Visit, width: int, scheme: str) -> None:
    """Ask a page what is wrong with it as it stands."""
    where = f"{visit.name} at {width} px, {scheme}"
    if page.evaluate(WIDTH) > width:
        visit.overflows.append(where)
    ink, paper = page.evaluate(COLOURS)
    if ink in paper:
        visit.violations.append(f"{where}: ink is paper")
    if width in AUDITED:
        rules = (
            {"type": "tag", "values": RULES} if scheme == "light" else {"type": "rule", "values": OF_COLOUR}
        )
        visit.violations += [f"{where}: {fault}" for fault in page.evaluate(AXE, rules)]
