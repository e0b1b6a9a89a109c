"""What stands in the files of a built site: the elements of each page, read once, without a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LINKS = {
    ("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src"), ("use", "href"),
    ("image", "href"), ("form", "action"), ("iframe", "src"), ("object", "data"),
}  # fmt: skip
"""Where an address can stand. A ``<link rel=canonical>`` names the page itself, perhaps absolutely, and is a link too."""


@dataclass(slots=True)
class Markup:
    """A page: its elements in order, each with its attributes; its ids; the addresses that it names."""

    path: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        """Return the values of all ``id`` attributes, in order."""
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def addresses(self) -> list[str]:
        """Return everything that the page links to, loads or forwards to, as it is written there."""
        found = [
            attributes[name]
            for tag, attributes in self.elements
            for name in ("href", "src", "action", "data")
            if name in attributes and (tag, name) in LINKS
        ]
        return found + [
            attributes["content"].partition("url=")[2]
            for tag, attributes in self.elements
            if tag == "meta" and attributes.get("http-equiv") == "refresh"
        ]

    @property
    def policy(self) -> dict[str, str]:
        """Return the Content-Security-Policy: each directive with what it allows; empty where there is none."""
        for tag, attributes in self.elements:
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy":
                directives = (part.strip().partition(" ") for part in attributes["content"].split(";"))
                return {name: allowed for name, _, allowed in directives}
        return {}


class _Reader(HTMLParser):
    def __init__(self, markup: Markup) -> None:
        super().__init__()
        self.markup = markup

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.markup.elements.append((tag, {name: value or "" for name, value in attrs}))


def read(site: Path) -> dict[str, Markup]:
    """Return all pages of a built site, by their paths."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        markup = Markup(file.relative_to(site).as_posix())
        _Reader(markup).feed(file.read_text("utf-8"))
        pages[markup.path] = markup
    return pages
