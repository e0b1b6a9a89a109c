"""Whether built sites show the same: ``python -m bench.same OURS THEIRS…``.

Their pages are parsed, and what a reader sees is compared: of each claim its words, verdict, summary, explanation and
quotations, each with stance, source, line and the line's words; of each article its numbered lines and the claims that
cite each; of the paged index the number of pages, how many claims each has, and all entries. The templates of the other
generators name these things as ours do (``bench/*/``), so one reader does for all. What only ours shows (figures, notes, data,
other lists, links back from an explanation) takes no part.
"""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
SHOWN = 10
"""So many differences are printed."""


class Node:
    """An element of a page."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.classes = frozenset((attributes.get("class") or "").split())
        self.children: list[Node | str] = []

    def within(self) -> Iterator[Node]:
        """Yield the elements inside, in the order of the page."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.within()

    def all(self, name: str) -> Iterator[Node]:
        """Yield the elements inside that are of a class."""
        return (node for node in self.within() if name in node.classes)

    def one(self, name: str) -> Node:
        """Return the first element inside of a class, or of a tag; an empty one where there is none."""
        found = (node for node in self.within() if name in node.classes or node.tag == name)
        return next(found, Node(name, {}))

    def text(self) -> str:
        """Return the words inside, with single spaces."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._words()


class Reader(HTMLParser):
    """Makes a tree of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.top = Node("", {})
        self.open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            inside = self.open[-1].children[-1]
            assert isinstance(inside, Node)
            self.open.append(inside)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Add an element that has nothing inside."""
        self.open[-1].children.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag not in VOID and any(node.tag == tag for node in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Add words."""
        self.open[-1].children.append(data)


class Quotation(NamedTuple):
    """A quotation as a claim's page shows it: id of the source, line, stance, the words, and all words of the line."""

    source: str
    line: int
    stance: str
    words: str
    text: str


class Claim(NamedTuple):
    """What a claim's page shows."""

    text: str
    verdict: str
    summary: str
    explanation: str
    quotations: tuple[Quotation, ...]


class Source(NamedTuple):
    """What an article's page shows: title, numbered lines, and line, claim and stance of each link back."""

    title: str
    lines: tuple[tuple[int, str], ...]
    links: tuple[tuple[int, str, str], ...]


class Entry(NamedTuple):
    """What the index shows of a claim."""

    claim: str
    text: str
    verdict: str
    summary: str


class Index(NamedTuple):
    """The paged index: how many entries its pages have, and all entries."""

    sizes: tuple[int, ...]
    entries: tuple[Entry, ...]


def tree(path: Path) -> Node:
    """Return a page as a tree."""
    reader = Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return reader.top


def shown(site: Path) -> dict[str, Claim | Source | Index]:
    """Return what the pages of a site show, by what they are of."""
    claims = sorted((site / "claims").rglob("*.html"))
    found: dict[str, Claim | Source | Index] = {
        path.stem: claim(tree(path)) for path in claims if path.stem.startswith("claim-")
    }
    for path in sorted((site / "sources").glob("article-*.html")):
        found[path.stem] = source(tree(path))
    pages = [tuple(entries(tree(path))) for path in claims if not path.stem.startswith("claim-")]
    found["the index"] = Index(
        tuple(sorted(map(len, pages))), tuple(sorted(entry for page in pages for entry in page))
    )
    return found


def claim(page: Node) -> Claim:
    """Return what the page of a claim shows."""
    explained = next(
        (node for node in page.within() if node.attributes.get("aria-labelledby") == "explanation"),
        Node("", {}),
    )
    return Claim(
        page.one("claim__claim").text(),
        page.one("claim__verdict").one("verdict__words").text(),
        page.one("claim__summary").text(),
        explained.one("prose").text(),
        tuple(sorted(map(quotation, page.all("evidence")))),
    )


def quotation(figure: Node) -> Quotation:
    """Return a quotation; its number must be that of the line that it leads to."""
    name, line = re.fullmatch(
        r"\.\./sources/(.+)\.html#L(\d+)", figure.one("numeral").attributes.get("href") or ""
    ).groups()  # type: ignore[union-attr]
    cited = figure.one("blockquote")
    return Quotation(
        name if number(figure) == int(line) else "", int(line), figure.one("stance__word").text(),
        cited.one("mark").text(), cited.text(),
    )  # fmt: skip


def number(inside: Node) -> int:
    """Return the number that is printed beside a line; 0 if there is none."""
    printed = re.search(r"\d+$", inside.one("numeral").text())
    return int(printed[0]) if printed else 0


def source(page: Node) -> Source:
    """Return what the page of an article shows."""
    lines = list(page.all("article-line"))
    return Source(
        page.one("h1").text(),
        tuple(
            (number(line) if line.attributes.get("id") == f"L{number(line)}" else 0, line.one("article-line__text").text())
            for line in lines
        ),
        tuple(sorted(link for line in lines for link in links(line))),
    )  # fmt: skip


def links(line: Node) -> Iterator[tuple[int, str, str]]:
    """Yield the links back from a line: its number, claim, stance."""
    for link in line.all("backlink"):
        stance = next(name for name in link.classes if name.startswith("backlink--")).removeprefix(
            "backlink--"
        )
        if stance != "mentioned":
            yield number(line), Path(link.one("a").attributes.get("href") or "").stem, stance


def entries(page: Node) -> Iterator[Entry]:
    """Yield what a page of the index lists."""
    for item in page.all("claim-item"):
        link = item.one("claim-item__claim").one("a")
        yield Entry(
            Path(link.attributes.get("href") or "").stem, link.text(),
            item.one("verdict__words").text(), item.one("claim-item__summary").text(),
        )  # fmt: skip


def differences(one: Mapping[str, object], other: Mapping[str, object]) -> Iterator[str]:
    """Yield where what two sites show is not the same."""
    for name in sorted({*one, *other}):
        if name not in one or name not in other:
            yield f"{name}: only in the {'first' if name in one else 'second'}"
        elif one[name] != other[name]:
            first, second = one[name], other[name]
            for field in first._fields:  # type: ignore[attr-defined]
                if getattr(first, field) != getattr(second, field):
                    yield f"{name}: {field}: {_parting(getattr(first, field), getattr(second, field))}"


def _parting(first: object, second: object) -> str:
    """Return where two values part, the first of their parts if they have many."""
    if isinstance(first, tuple) and isinstance(second, tuple):
        only = [
            [part for part in these if part not in those]
            for these, those in ((first, second), (second, first))
        ]
        if not any(only):
            return f"{len(first)} – {len(second)}, or in another order"
        return " – ".join(repr(parts[0]) if parts else "nothing" for parts in only)
    return f"{first!r} – {second!r}"


def unlike(sites: Mapping[str, Path]) -> list[str]:
    """Return where sites, given by name, do not show what the first shows; nothing shown is a difference too."""
    (first, folder), *others = sites.items()
    expected = shown(folder)
    if len(expected) < 2:
        return [f"{first}: no page of a claim or an article in {folder}"]
    return [
        f"{first} and {name}: {found}"
        for name, other in others
        for found in differences(expected, shown(other))
    ]


def main() -> int:
    """Compare the folders of the command line with the first."""
    found = unlike({name: Path(name) for name in sys.argv[1:]})
    print("\n".join(found[:SHOWN]) or "all show the same")
    if len(found) > SHOWN:
        print(f"{len(found) - SHOWN} more")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
