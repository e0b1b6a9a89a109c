"""A page on its way: a network brings it in pieces, and what is on the screen already stays where it is."""

from __future__ import annotations

import re
import threading
import time
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tests.browser.faults import none_of
from tests.browser.visits import SHIFT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _typeshed import SupportsRead, SupportsWrite
    from playwright.sync_api import Browser, Page

    from tests.browser.kinds import Kind


ARRIVE = """most => {
  const pieces = [];
  const take = parent => {
    for (const node of [...parent.childNodes]) {
      pieces.push([node, parent]);
      take(node);
    }
  };
  take(document.body);
  for (const [node] of pieces) node.remove();

  const drawn = "svg, input, select, button, meter, img", edges = ["Top", "Right", "Bottom", "Left"], range = document.createRange();
  const paints = (node, style) => node.nodeType === Node.TEXT_NODE ? node.data.trim()
    : node.matches(drawn) || style.display !== "inline" && (style.backgroundColor !== "rgba(0, 0, 0, 0)"
      || edges.some(edge => parseFloat(style[`border${edge}Width`])));
  const place = node => { // where the eye sees a text, a picture or a box begin; nothing where it sees none
    const box = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (!box || box.closest(".unseen, .skip") || box.parentElement?.closest("svg")) return null;
    const style = getComputedStyle(box);
    if (style.visibility !== "visible" || !paints(node, style)) return null;
    if (box !== node) range.selectNodeContents(node);
    return [...(box === node ? node : range).getClientRects()].find(part => part.width && part.height) ?? null;
  };
  const name = node => node.nodeType === Node.TEXT_NODE ? `“${node.data.trim().slice(0, 40)}”`
    : `<${node.localName} class="${node.getAttribute("class") ?? ""}">`;

  const seen = new Map(), moved = [];
  let step = 0, below = false;
  for (const [node, parent] of pieces) {
    step += 1;
    parent.append(node);
    if (below && step % most && step < pieces.length) continue;
    for (const [other, before] of seen) {
      const now = place(other);
      const by = now && [now.left - before.left, now.top - before.top].map(Math.round);
      if (by?.some(far => Math.abs(far) >= 3)) moved.push(`${name(other)} by ${by} px at ${name(node)}`);
      seen.set(other, now ?? before);
    }
    for (let fresh = node; fresh && fresh !== document.body && !below; fresh = fresh.parentElement) {
      const now = seen.has(fresh) || fresh.nodeType === Node.COMMENT_NODE ? null : place(fresh);
      if (now && now.bottom > 0 && now.top < innerHeight) seen.set(fresh, now);
      below ||= now?.top > innerHeight;
    }
  }
  return seen.size ? moved : ["nothing was seen"];
}"""
"""Takes a page to pieces, puts it together again as a parser does, tag by tag and text by text, and looks after each
piece whether something on the screen has moved; 3 px are what a browser takes for a move. Below the screen it looks
after some pieces only."""


def test_nothing_on_the_screen_moves_while_the_rest_arrives(
    page: Page, hosts: dict[str, str], kinds: tuple[Kind, ...]
) -> None:
    """Cut between any two tags or texts of a page, no later piece pushes an earlier one from its place, on a phone.

    One page of each kind is enough, whichever site it is of: the same template makes them all.
    """
    page.set_viewport_size({"width": 320, "height": 800})
    faults = []
    for kind in {kind.template: kind for kind in reversed(kinds)}.values():
        path = kind.pages[0]
        page.goto(f"{hosts[kind.site]}/{path}")
        faults += [f"{kind.site}/{path}: {fault}" for fault in page.evaluate(ARRIVE, 20)]
    none_of(faults)


@contextmanager
def stalling(folder: Path) -> Iterator[str]:
    """Serve a folder, and stop for a moment at the byte of a page that the query names."""

    class Stalling(SimpleHTTPRequestHandler):
        def copyfile(self, source: SupportsRead[bytes], outputfile: SupportsWrite[bytes]) -> None:
            content, cut = source.read(), int(self.path.partition("?")[2] or 0)
            outputfile.write(content[:cut])
            time.sleep(0.6 if cut else 0)
            outputfile.write(content[cut:])

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Stalling, directory=str(folder))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


def test_a_tally_that_stops_before_its_number_does_not_move(browser: Browser, sites: dict[str, Path]) -> None:
    """The browser itself sees no shift where a front page stops between the words of a verdict and their number.

    It takes a blank between two pieces for a thing that moves, though nobody sees one: numbers bring theirs along.
    """
    content = (sites["rivers"] / "index.html").read_bytes()
    cuts = [found.start() for found in re.finditer(rb'<span class="tallies__count">', content)]
    assert cuts
    page = browser.new_page(viewport={"width": 320, "height": 800})
    with stalling(sites["rivers"]) as host:
        for cut in cuts:
            page.goto(f"{host}/index.html?{cut}")
            assert page.evaluate(SHIFT) == 0
    page.close()
