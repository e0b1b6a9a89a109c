"""Files that are made to exhaust a machine, each put into a small site and given to the real commands.

``python -m tests.trust.bombs`` sets off all of them, and writes what each took to ``docs/trust/runs/bombs.json``; words after it set off those
whose names hold one of them, and ``--more`` goes on with a run that was ended. A bomb ends in a diagnostic (exit status 1) or in a site (0), within
10 seconds of processor time and 1 GB of memory, that of all processes together. ``python -m tests.trust.bombs --serve`` saves them while ``serve``
runs, which answers all the while.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factsite.load.limits import (
    LONGEST_LINE,
    LONGEST_PROSE,
    LONGEST_TEXT,
    MOST_ENTRIES,
    MOST_ITEMS,
    MOST_ORIGINS,
)
from factsite.load.text import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests/cases/base"
RUNS = ROOT / "docs/trust/runs/bombs.json"
SECONDS = 10
MEGABYTES = 1000
M = 1_000_000

FACT = "content/facts/length.yaml"
SITE = "content/site.yaml"
SOURCE = "content/sources/opening.yaml"
ORIGINS = "content/origins.yaml"
PAGE = "content/pages/about.md"
SEED = "seeds/opening.txt"

HEAD = "claim: The bridge is 412 metres long.\nverdict: mixed\nsummary: So.\nchecked: 2024-11-20\n"
EVIDENCE = "evidence:\n"
PIECE = "  - source: opening\n    lines: 5\n    quote: The new bridge over the Alm is 412 metres long\n    stance: supports\n"
OTHER = "  - source: survey\n    lines: 3\n    quote: With 430 metres the Alm bridge is the longest in the valley.\n    stance: refutes\n"


def fact(more: str = "", pieces: str = PIECE, head: str = HEAD) -> str:
    """Return a fact file with more in it."""
    return f"{head}{EVIDENCE}{pieces}{OTHER}{more}"


def after(file: str, more: str) -> Callable[[Path], None]:
    """Return what puts a text behind a file."""
    return lambda folder: put(folder, file, (BASE / file).read_text("utf-8") + more)


def instead(file: str, text: str | bytes) -> Callable[[Path], None]:
    """Return what puts a text in the place of a file."""
    return lambda folder: put(folder, file, text)


def put(folder: Path, file: str, text: str | bytes) -> None:
    """Write a file; an article is pinned anew."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    (folder / file).write_bytes(content)
    if file == SEED:
        record = folder / SOURCE
        lines = [line for line in record.read_text().splitlines() if not line.startswith("sha256")]
        record.write_text("\n".join([*lines, f"sha256: {hashlib.sha256(content).hexdigest()}", ""]))


def article(text: str | bytes) -> Callable[[Path], None]:
    """Return what adds a text to the article that facts cite."""
    head = (BASE / SEED).read_bytes()
    return instead(SEED, head + (text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text))


def in_lines(text: str | bytes) -> bytes:
    """Return a text repeated in lines just below the longest that is read, in an article just below the largest."""
    known = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    line = known.replace("\n", " ")[: LONGEST_LINE - 10].encode() + b"\n"
    return line * ((LARGEST - 10_000) // len(line))


def many(number: int, folder_name: str, text: Callable[[int], str]) -> Callable[[Path], None]:
    """Return what writes many files."""

    def write(folder: Path) -> None:
        for one in range(number):
            (folder / folder_name / f"many-{one}.yaml").write_text(text(one))

    return write


def laughs(depth: int) -> str:
    """Return aliases of aliases, ten of each."""
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, depth)]
    return "\n".join(lines) + "\n"


def prose(text: str, key: str = "explanation") -> Callable[[Path], None]:
    """Return what puts Markdown into a fact, and the same into a page."""
    block = "".join(f"  {line}\n" for line in text.split("\n"))

    def write(folder: Path) -> None:
        put(folder, FACT, fact(f"{key}: |2\n{block}"))
        put(folder, PAGE, f"# About\n\n{text}\n")

    return write


def small_articles(folder: Path) -> None:
    """Write two articles of 200,000 different words."""
    for name in ("opening", "walk"):
        head = (BASE / f"seeds/{name}.txt").read_text()
        put(folder, f"seeds/{name}.txt", head + " ".join(f"word{number}" for number in range(200_000)))


def yaml_bombs() -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Yield what is wrong with files of records."""
    near = 990_000  # bytes that are read
    for kind, file in (
        ("fact", FACT),
        ("site", SITE),
        ("source", SOURCE),
        ("origins", ORIGINS),
        ("page", PAGE),
    ):
        for name, text in {
            "laughs": laughs(9),
            "merge": "a: &a {b: 1}\nc:\n  <<: [*a, *a, *a]\n" * 20_000,
            "flow-list": "[" * near,
            "flow-map": "{a: " * (near // 4),
            "flow-list-closed": "a: " + "[" * (near // 2) + "]" * (near // 2),
            "block-list": "- " * (near // 2),
            "block-map": "\n".join(" " * n + "a:" for n in range(1300)),
            "question": "? " * (near // 2),
            "scalar": "claim: " + "x" * near,
            "scalar-quoted": 'claim: "' + "\\u00e9" * (near // 6) + '"',
            "scalar-folded": "claim: >\n" + "  x\n" * (near // 4),
            "keys": "\n".join(f"k{n}: v" for n in range(near // 12)),
            "known-keys": "claim: x\n" * (near // 9),
            "near-keys": "\n".join(f"clai{n}: v" for n in range(near // 14)),
            "anchors": "\n".join(f"k{n}: &a{n} v" for n in range(near // 20)),
            "aliases": "a: &a x\nb: [" + ", ".join(["*a"] * (near // 4)) + "]",
            "tags": "\n".join(f"k{n}: !!str v" for n in range(near // 20)),
            "documents": "---\n" * (near // 4),
            "directives": "%YAML 1.1\n" * (near // 10) + "---\na: b\n",
            "tag-directives": "\n".join(f"%TAG !{n}! tag:x" for n in range(near // 20)) + "\n---\na: b\n",
            "comments": "# x\n" * (near // 4) + "claim: x\n",
            "comment-line": "#" * near,
            "digits": "claim: x\nchecked: " + "9" * near,
            "hex": "checked: 0x" + "f" * near,
            "sexagesimal": "checked: " + "59:" * (near // 3) + "0",
            "float": "checked: 1e" + "9" * near,
            "lines-digits": fact(pieces=PIECE.replace("lines: 5", "lines: " + "5" * near)),
            "spaces": "a:" + " " * near + "b",
            "tabs": "\t" * near,
            "breaks": "\n" * near,
            "carriages": "\r" * near,
            "colons": ":" * near,
            "colon-spaces": ": " * (near // 2),
            "dashes": "-" * near,
            "quotes": '"' * near,
            "apostrophes": "a: " + "'" * near,
            "open-quote": 'a: "' + "x\n" * (near // 2),
            "backslashes": 'a: "' + "\\\\" * (near // 2),
            "separators": "a: " + "\u2028" * (near // 3),
            "combining": "a: e" + "\u0301" * (near // 2),
            "astral": "claim: " + "\U0001f9e8" * (near // 4),
            "nuls": b"\0" * near,
            "no-utf-8": b"\xff" * near,
            "long-key": "k" * near + ": v",
            "long-anchor": "a: &" + "b" * near + " v",
            "long-tag": "a: !" + "b" * near + " v",
            "long-alias": "a: *" + "b" * near,
            "simple-keys": "a: {" + "b, " * (near // 3) + "}",
            "too-large": "a: " + "x" * (60 * M),
        }.items():
            if kind == "fact" or name in (
                "laughs",
                "flow-list",
                "keys",
                "near-keys",
                "scalar",
                "known-keys",
                "too-large",
                "digits",
            ):
                yield f"{kind}: {name}", instead(file, text)


def fact_bombs() -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Yield facts that are well-formed, and large."""
    n = 9_000
    yield "fact: 8,000 pieces of evidence", instead(FACT, fact(pieces=PIECE * 8_000))
    yield (
        "fact: pieces that stand nowhere",
        instead(FACT, fact(pieces="".join(PIECE.replace("412", f"{k} or 413") for k in range(7_000)))),
    )
    yield (
        "fact: pieces of sources that are not there",
        instead(FACT, fact(pieces="".join(PIECE.replace("opening", f"openin{k}") for k in range(7_000)))),
    )
    yield (
        "fact: pieces with figures",
        instead(FACT, fact(pieces=(PIECE + "    figure: 412 metres\n") * 6_500)),
    )
    yield (
        "fact: pieces with other figures",
        instead(
            FACT,
            fact(
                pieces="".join(
                    f"{PIECE}    figure: {k} metres\n    as_of: {1000 + k}\n" for k in range(6_000)
                )
            ),
        ),
    )
    yield (
        "fact: pieces of many speakers",
        instead(
            FACT,
            fact(
                pieces="".join(
                    f"{PIECE}    speaker: Jane {k % 50} Doe\n    according_to: council {k}\n"
                    for k in range(5_500)
                )
            ),
        ),
    )
    yield (
        "fact: a quotation of 300,000 figures",
        instead(FACT, fact(pieces=PIECE.replace("412", "412 " * (n * 20)))),
    )
    yield (
        "fact: a quotation of 300,000 gaps",
        instead(FACT, fact(pieces=PIECE.replace("quote: The", "quote: " + "The … " * 100_000))),
    )
    yield (
        "fact: a quotation of marks",
        instead(FACT, fact(pieces=PIECE.replace("quote: The", "quote: >-\n      " + "“" * 300_000))),
    )
    yield "fact: a claim of figures", instead(FACT, fact(head=HEAD.replace("412", "412 " * (n * 20))))
    yield "fact: a claim of dates", instead(FACT, fact(head=HEAD.replace("412", "October 2024 " * 70_000)))
    yield (
        "fact: a claim of number words",
        instead(FACT, fact(head=HEAD.replace("412", "two hundred and " * 55_000))),
    )
    yield (
        "fact: a claim of qualifiers",
        instead(FACT, fact(head=HEAD.replace("412", "about " * 150_000 + "5"))),
    )
    yield "fact: a claim of ranges", instead(FACT, fact(head=HEAD.replace("412", "5 to " * 150_000 + "5")))
    yield "fact: a claim of digits", instead(FACT, fact(head=HEAD.replace("412", "9" * 900_000)))
    yield (
        "fact: a claim of commas and digits",
        instead(FACT, fact(head=HEAD.replace("412", "9,999" * 180_000))),
    )
    yield "fact: a claim of thousands", instead(FACT, fact(head=HEAD.replace("412", "9" + ",999" * 220_000)))
    yield "fact: a claim of scales", instead(FACT, fact(head=HEAD.replace("412", "9" + " million" * 110_000)))
    yield "fact: a claim of points", instead(FACT, fact(head=HEAD.replace("412", "1." * 450_000)))
    yield "fact: a claim of slashes", instead(FACT, fact(head=HEAD.replace("412", "1/2" * 300_000)))
    yield "fact: a figure of digits", instead(FACT, fact("figure: " + "9" * 900_000 + " metres\n"))
    yield "fact: a figure of million millions", instead(FACT, fact("figure: 9" + " million" * 110_000 + "\n"))
    yield (
        "fact: a figure 1e99",
        instead(FACT, fact("figure: 1" + "0" * 400 + " million to 2 trillion metres\n")),
    )
    yield (
        "fact: related claims",
        instead(FACT, fact("related:\n" + "".join(f"  - traffi{k}\n" for k in range(60_000)))),
    )
    yield (
        "fact: aliases",
        instead(FACT, fact("aliases:\n" + "".join(f"  - old-{k}\n" for k in range(60_000)))),
    )
    yield (
        "fact: corrections",
        instead(FACT, fact("corrections:\n" + "  - date: 2024-11-20\n    text: So.\n" * 25_000)),
    )
    yield "fact: notes", instead(FACT, fact("notes:\n" + "  - So it is [@opening:5].\n" * 33_000))
    yield (
        "fact: a note of citations",
        instead(FACT, fact("explanation: |\n" + "  So it is [@opening:5].\n" * 36_000)),
    )
    yield (
        "fact: a note of odd citations",
        instead(FACT, fact("explanation: |\n" + "  [@opening:x y]\n" * 50_000)),
    )
    yield (
        "fact: as_of of slashes",
        instead(FACT, fact(pieces=PIECE + "    as_of: " + "2024/" * 150_000 + "2024\n")),
    )
    yield (
        "fact: an id as long as can be",
        lambda folder: put(folder, "content/facts/" + "a" * 200 + ".yaml", fact()),
    )
    yield "3,000 facts", many(3_000, "content/facts", lambda k: fact())
    yield "3,000 facts of faults", many(3_000, "content/facts", lambda k: "clam: [")
    yield "10,000 facts that are empty", many(10_000, "content/facts", lambda k: "")
    yield "2,000 sources", many(2_000, "content/sources", lambda k: (BASE / SOURCE).read_text())
    for number in (MOST_ENTRIES - 10, 20_000):
        yield f"site: {number:,} topics", entries("topics", number, "name: T")
        yield (
            f"site: {number:,} verdicts",
            entries("verdicts", number, "class: conflicting\n    label: Differ"),
        )
    yield "site: topics with long names", entries("topics", MOST_ENTRIES - 10, f"name: {'T' * 900}")
    yield "site: verdicts that are none", entries("verdicts", MOST_ENTRIES - 10, "class: mixed\n    name: T")
    yield (
        "site: keys of none, in each",
        entries("topics", MOST_ENTRIES - 10, "nam:\n    descriptio:\n    clas:"),
    )
    yield (
        "origins: 15,000 with aliases",
        after(
            ORIGINS,
            "".join(f"o{k}:\n  name: Name {k}\n  type: person\n  aliases: [N{k}]\n" for k in range(15_000)),
        ),
    )
    yield "origins: as many as can be, all in an article", all_origins
    yield (
        "origins: without values",
        instead(ORIGINS, "".join(f"o{k}:\n  name:\n  type:\n" for k in range(MOST_ORIGINS))),
    )
    yield "1,000 pages", pages


def entries(key: str, number: int, words: str) -> Callable[[Path], None]:
    """Return what adds entries to a mapping of the site."""
    more = "".join(f"  {key[0]}-{k}:\n    {words}\n" for k in range(number))
    return instead(SITE, (BASE / SITE).read_text("utf-8").replace(f"{key}:\n", f"{key}:\n{more}", 1))


def all_origins(folder: Path) -> None:
    """Write an article that names every origin twice."""
    numbers = range(MOST_ORIGINS - 10)
    after(ORIGINS, "".join(f"o{k}:\n  name: Name {k}\n  type: person\n  aliases: [N{k}]\n" for k in numbers))(
        folder
    )
    article("".join(f"Name {k} said N{k} was there.\n" for k in numbers))(folder)


def pages(folder: Path) -> None:
    """Write a thousand pages of prose."""
    for number in range(1_000):
        put(folder, f"content/pages/page-{number}.md", f"# Page {number}\n\nSo it is.\n")


def printed_bombs() -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Yield claims, titles and names as long as they can be, for cards, the index of the search, feeds and pictures."""
    size = LONGEST_TEXT - 100
    for name, text in {
        "one word": "a" * size,
        "words": "bridge " * (size // 7),
        "different words": " ".join(f"w{number}" for number in range(size // 6)),
        "wide signs": "\u4e2d" * size,
        "marks": "e\u0301" * (size // 2),
        "pictures": "\U0001f9e8" * size,
        "families": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * (size // 5),
        "from right to left": "\u05d0\u05d1 " * (size // 3),
        "both ways": "a \u05d0 " * (size // 4),
        "ligatures": "\ufb03" * size,
        "hyphens": "a-" * (size // 2),
        "soft hyphens": "a\u00ad" * (size // 2),
        "hard spaces": "a\u00a0" * (size // 2),
        "dashes": "\u2014" * size,
        "quotation marks": "\u201ca\u201d" * (size // 3),
        "markup": "<b>&amp;" * (size // 8),
        "figures": "412 metres, " * (size // 12),
        "letters": "a b c d e f g h i j " * (size // 20),
        "accents": "\u00e9\u00df\u0130 " * (size // 4),
    }.items():
        told = json.dumps(text)
        yield f"claim: {name}", instead(FACT, fact(head=HEAD.replace("The bridge is 412 metres long.", told)))
        yield f"title: {name}", titled(told)
    for name, word in {"one stem": "wor{}", "one letter": "{}", "long": "{}" + "x" * 60}.items():
        words = " ".join(word.format(number) for number in range(LONGEST_PROSE // (len(word) + 6)))
        lines = "\n".join(f"  {line}" for line in re.findall(r".{1,2000}(?:\s|$)", words))
        yield f"search: words of {name}", instead(FACT, fact(f"explanation: |2\n{lines}\n"))
    yield (
        "card: quotations as long as they can be",
        instead(FACT, fact(pieces=PIECE.replace("The new", "The new … " * 500) * 60)),
    )
    yield (
        "card: pieces with a figure each",
        instead(FACT, fact(pieces=(PIECE + "    figure: 412 metres\n") * (MOST_ITEMS - 10))),
    )
    yield (
        "300 claims as long as they can be",
        many(300, "content/facts", lambda k: fact(head=HEAD.replace("412", f"412 {'long ' * 600}{k}"))),
    )


def titled(text: str) -> Callable[[Path], None]:
    """Return what makes a text the title of a source, the name of an origin and of a topic."""

    def write(folder: Path) -> None:
        for file, key in ((SOURCE, "title"), (ORIGINS, "  name"), (SITE, "title")):
            known = (folder / file).read_text("utf-8")
            at = re.search(rf"^{key}: .*", known, re.MULTILINE)
            assert at
            known = f"{known[: at.start()]}{key}: {text}{known[at.end() :]}"
            put(folder, file, known.replace("[the council]", "[the council, Alm Valley Council]"))

    return write


def markdown_bombs() -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Yield prose that is slow to read."""
    size = 300_000
    for name, text in {
        "[": "[" * size,
        "![": "![" * size,
        "[ ]": "[" * (size // 2) + "]" * (size // 2),
        "[a](": "[a](" * (size // 4),
        "[a](<": "[a](<" * (size // 5),
        "[a][b]": "[a][b]" * (size // 6),
        "[@": "[@" * (size // 2),
        "[@a:": "[@a:" * (size // 4),
        "citations": "[@opening:5]" * (size // 12),
        "*": "*" * size,
        "* a": "*a " * (size // 3),
        "**a": "**a " * (size // 4),
        "*a**": "*a**" * (size // 4),
        "_": "_" * size,
        "_a": "_a " * (size // 3),
        "*_": "*_" * (size // 2),
        "`": "`" * size,
        "` a": "`a " * (size // 3),
        "ticks": " ".join("`" * n for n in range(1, 770)),
        ">": ">" * size,
        "> >": "> " * (size // 2),
        "quotes-deep": "\n".join("> " * n + "a" for n in range(1, 500)),
        "lists-deep": "\n".join("    " * n + "- a" for n in range(370)),
        "lists": "- a\n" * (size // 4),
        "list-in-line": "- " * (size // 2),
        "numbers": "1. a\n" * (size // 5),
        "headings": "# a\n" * (size // 4),
        "heading-marks": "# a " + "#" * size + " a",
        "setext": "a\n=\n" * (size // 4),
        "rules": "---\n" * (size // 4),
        "rule-long": "- " * (size // 2) + "a",
        "rule-marks": "-" * size + "a",
        "definitions": "\n".join(f"[a{n}]: http://x.y" for n in range(size // 18)),
        "definitions-open": "[a]: <" * (size // 6),
        "definition-titles": '[a]: b "' * (size // 8),
        "code": "    a\n" * (size // 6),
        "html": "<b>" * (size // 3),
        "html-open": "<" * size,
        "html-comment": "<!--" * (size // 4),
        "html-attributes": "<a " + "b='" * (size // 3),
        "entities": "&#60;" * (size // 5),
        "ampersands": "&" * size,
        "autolinks": "<http://a>" * (size // 10),
        "autolink-open": "<http://" * (size // 8),
        "backslashes": "\\" * size,
        "escapes": "\\*" * (size // 2),
        "parentheses": "[a](" + "(" * size,
        "titles": '[a](b "' * (size // 7),
        "spaces": "a" + " " * size + "b",
        "breaks": "a  \n" * (size // 4),
        "lines": "a\n" * (size // 2),
        "blank": "a\n\n" * (size // 3),
        "words": "word " * (size // 5),
        "one-word": "a" * size,
        "stx": "\x02" * 1000,
        "emphases": "*a* " * (size // 4),
        "mixed": "*a [b `c ![d " * (size // 13),
        "tabs": "\t" * size + "a",
        "quotes": '"' * size,
        "combining": "e" + "\u0301" * (size // 2),
    }.items():
        yield f"Markdown: {name}", prose(text)


def article_bombs() -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Yield articles."""
    for size, name in ((100 * M, "100 MB"), (50 * M, "50 MB"), (9 * M, "9 MB"), (900_000, "0.9 MB")):
        yield (
            f"article of {name}: lines",
            article("The bridge over the Alm is long, he said.\n" * (size // 42)),
        )
        yield (
            f"article of {name}: one line",
            article("The bridge over the Alm is long, he said. " * (size // 42)),
        )
    yield "article: a million short lines", article("a\n" * M)
    yield "article: a million blank lines", article("\n" * M)
    size = 200_000
    for name, text in {
        "one word": "bridge " * (size // 7),
        "one word, no space": "a" * size,
        "digits": "9" * size,
        "digits apart": "9 " * (size // 2),
        "numbers": " ".join(str(n) for n in range(size // 6)),
        "commas and digits": "9,999," * (size // 6),
        "thousands": "1" + ",000" * (size // 4),
        "spaced thousands": "1" + " 000" * (size // 4),
        "scales": "9 " + "million " * (size // 8),
        "number words": "two hundred and " * (size // 16),
        "twenty": "twenty-" * (size // 7),
        "months": "October " * (size // 8),
        "dates": "October 23, 2024 " * (size // 17),
        "days and days": "23 and " * (size // 7),
        "between": "between " * (size // 8),
        "ranges": "5 to " * (size // 5),
        "fractions": "1/2" * (size // 3),
        "half a": "half a " * (size // 7),
        "about": "about " * (size // 6),
        "quotes": '"' * size,
        "curly": "“" * (size // 3),
        "curly pairs": "“a” " * (size // 8),
        "apostrophes": "'" * size,
        "words in quotes": '"a b c", he said. ' * (size // 18),
        "he said": "he said " * (size // 8),
        "according to": "according to " * (size // 13),
        "capitals": "Jane " * (size // 5),
        "capitals joined": "Jane-" * (size // 5),
        "capital letters": "A" * size,
        "initials": "A. " * (size // 3),
        "full stops": "." * size,
        "ellipses": "… " * (size // 4),
        "dashes": "—" * (size // 3),
        "brackets": "[" * size,
        "parentheses": "(" * size,
        "spaces": "a" + " " * size + "b",
        "combining": "e" + "\u0301" * (size // 2),
        "combining apart": "e\u0301 " * (size // 4),
        "hangul": "\u1100\u1161\u11a8" * (size // 9),
        "NULs": "\0" * size,
        "no UTF-8": b"\xff" * size,
        "zero width": "\u200b" * (size // 3),
        "bidi": "\u202e" * (size // 3),
        "separators": "\u2028" * (size // 3),
        "carriages": "\r" * size,
        "markup": "<b>&amp;" * (size // 8),
        "underscores": "_" * size,
        "currency": "$" * size,
        "percent": "5% " * (size // 3),
        "letters": "a b c d e f g h i j " * (size // 20),
        "the cited line": "The new bridge over the Alm is 412 metres lon\n" * (size // 46),
        "the cited words": "The new bridge over the Alm is 412 metres lon " * (size // 46),
        "short lines": "9 m\n" * (size // 4),
        "sentences": "It cost $5 million in 2024, Jane Doe said. " * (size // 43),
    }.items():
        for end, cut in (("one line", text), ("lines", in_lines(text))):
            yield f"article of {name}: {end}", article(cut)
    yield "two articles of 200,000 words each", small_articles
    yield "article: the quotation a million times, lines", article("is 412 metres long\n" * 100_000)


Run = dict[str, Any]


class Took(NamedTuple):
    """What a command took: its exit status, what it said, seconds of processors, megabytes of all its processes together."""

    status: int
    said: str
    seconds: float
    megabytes: float


def bombs() -> dict[str, Callable[[Path], None]]:
    """Return all bombs by name; they take a gigabyte."""
    return dict([*yaml_bombs(), *fact_bombs(), *printed_bombs(), *markdown_bombs(), *article_bombs()])


def memory_of(process: int) -> int:
    """Return the bytes that a process and those below it have for themselves."""
    total, waiting = 0, [process]
    while waiting:
        one = waiting.pop()
        try:
            status = Path(f"/proc/{one}/status").read_text()
            total += 1024 * int(status.partition("RssAnon:")[2].split()[0])
            for task in Path(f"/proc/{one}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except (OSError, IndexError, ValueError):
            continue
    return total


def took(arguments: Sequence[str], seconds: float = 150) -> Took:
    """Run the command, and see what it takes; it is ended after so many seconds of a clock."""

    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * M, MEGABYTES * M))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 2, SECONDS + 2))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "build.py"), *arguments],
            stdout=said, stderr=subprocess.STDOUT, preexec_fn=limits, start_new_session=True,
        )  # fmt: skip
        most = [0]

        def watch() -> None:
            while process.poll() is None:
                most[0] = max(most[0], memory_of(process.pid))
                time.sleep(0.02)

        watching = threading.Thread(target=watch)
        watching.start()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()
        watching.join()
        said.seek(0)
        words = said.read(200_000).decode("utf-8", "replace")
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = now.ru_utime + now.ru_stime - before.ru_utime - before.ru_stime
    return Took(process.returncode, words, spent, most[0] / M)


def laid(write: Callable[[Path], None], folder: Path) -> Path:
    """Put a bomb into a site of its own."""
    site = folder / "site-of-bomb"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(BASE, site)
    write(site)
    return site


def set_off(command: str, site: Path) -> Took:
    """Run a command on a site that has a bomb."""
    more = {"fmt": ["--check"], "compare": [str(BASE)]}.get(command, [])
    date = [] if command == "fmt" else ["--date", "2024-12-01"]
    return took([command, *more, "--root", str(site), *date])


def commands(name: str, *, sound: bool) -> Sequence[str]:
    """Return which commands a bomb is given to after ``check``, which found no fault where it is ``sound``."""
    if sound:
        return ("build", "compare", *(("coverage", "suggest") if "article" in name else ()))
    return ("compare", *(("fmt",) if re.match("fact|site|source|origins|page", name) else ()))


def holds(found: Took) -> bool:
    """Say whether a bomb did no harm."""
    return (
        found.status in (0, 1)
        and "Traceback" not in found.said
        and found.seconds <= SECONDS
        and found.megabytes <= MEGABYTES
    )


def end_of(found: Took) -> str:
    """Say how a command ended."""
    if found.status == 0:
        return "well"
    if found.status == 1 and "Traceback" not in found.said:
        return "diagnostic"
    return f"exit status {found.status}"


def summed(runs: Sequence[Run]) -> dict[str, Any]:
    """Return how many runs there were, how they ended, and what they took at most."""
    return {
        "files": len({run["name"] for run in runs}),
        "runs": len(runs),
        "diagnostics": sum(run["end"] == "diagnostic" for run in runs),
        "well": sum(run["end"] == "well" for run in runs),
        "harm": sum(not run["holds"] for run in runs),
        "seconds": max((run["seconds"] for run in runs), default=0),
        "megabytes": max((run["megabytes"] for run in runs), default=0),
    }


def record(runs: Sequence[Run], names: Collection[str]) -> None:
    """Write down what the bombs of these names took, and how many there were."""
    taken = sorted((run for run in runs if run["name"] in names), key=lambda run: (run["name"], run["what"]))
    served = [run for run in taken if run["what"] == "serve"]
    others = [run for run in taken if run["what"] != "serve"]
    counts = {**summed(others), "of": len(names)}
    RUNS.parent.mkdir(exist_ok=True)
    RUNS.write_text(
        json.dumps({"counts": counts, "served": summed(served), "runs": taken}, indent=1, ensure_ascii=False)
        + "\n",
        "utf-8",
    )


def recorded() -> list[Run]:
    """Return what earlier runs wrote down."""
    known: list[Run] = json.loads(RUNS.read_text("utf-8"))["runs"] if RUNS.exists() else []
    return known


def told(name: str, command: str, found: Took) -> Run:
    """Return what is written down of a run."""
    figures = {"seconds": round(found.seconds, 1), "megabytes": round(found.megabytes)}
    run = {"name": name, "what": command, **figures, "end": end_of(found), "holds": holds(found)}
    print(run if run["holds"] else (run, found.said[-600:]), flush=True)
    return run


def set_off_all(name: str, write: Callable[[Path], None], folder: Path) -> Iterator[Run]:
    """Give a bomb to all commands that have to do with it."""
    site = laid(write, folder)
    checked = set_off("check", site)
    yield told(name, "check", checked)
    for command in commands(name, sound=checked.status == 0):
        yield told(name, command, set_off(command, site))


def ticks(process: int) -> float:
    """Return the seconds that a process took, and those below it that have ended or have not."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    own = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    below = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return own + sum(ticks(int(child)) for child in below)


def answers(address: str) -> bool:
    """Say whether ``serve`` gives the first page, that of the claim and that of the article within ten seconds each."""
    for page in ("index.html", "claims/length.html", "sources/opening.html"):
        try:
            with urllib.request.urlopen(address + page, timeout=SECONDS) as answer:
                if b"</html>" not in answer.read():
                    return False
        except OSError:
            return False
    return True


def save(laden: Path, site: Path) -> None:
    """Put all files of a folder that another lacks, or has otherwise, into it, each in one step."""
    for path in laden.rglob("*"):
        there = site / path.relative_to(laden)
        if path.is_file() and not (there.exists() and there.read_bytes() == path.read_bytes()):
            path.replace(there)


def saved_while_served(write: Callable[[Path], None], folder: Path) -> Took:
    """Serve a site, save a bomb in it, and see what it takes until nothing is left to do; ``serve`` gives its pages all the while."""
    site, laden = folder / "site-served", laid(write, folder)
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(BASE, site)
    process = subprocess.Popen(
        [sys.executable, "-u", str(ROOT / "build.py"), "serve", "--root", str(site), "--port", "0", "--date", "2024-12-01", "--color", "never"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    said: list[bytes] = []
    assert process.stdout is not None
    out = process.stdout
    listening = threading.Thread(target=lambda: said.extend(iter(out.readline, b"")))
    listening.start()
    try:
        address = _address(said)
        _rest(process.pid)
        before = ticks(process.pid)
        save(laden, site)
        most, well = _rest(process.pid, address)
        spent = ticks(process.pid) - before
        well = well and b"changed: " in b"".join(said)  # it has seen what was saved
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        listening.join()
    words = b"".join(said).decode("utf-8", "replace")
    return Took(0 if well else 70, words, spent, most)


def _address(said: Sequence[bytes]) -> str:
    """Wait until ``serve`` says where it serves."""
    for _ in range(600):
        if found := re.search(rb"http://[^\s/]+/", b"".join(said)):
            return found[0].decode()
        time.sleep(0.1)
    raise TimeoutError(b"".join(said))


def _rest(process: int, address: str = "", calm: float = 1.5) -> tuple[float, bool]:
    """Wait until a process rests; return the most megabytes that it had, and whether it answered all the while."""
    most, well, last, since = 0.0, True, -1.0, time.monotonic()
    begun, asked = since, 0.0
    while time.monotonic() - since < calm and time.monotonic() - begun < 150:
        if address and time.monotonic() > asked + 1:
            well, asked = answers(address) and well, time.monotonic()
        most = max(most, memory_of(process) / M)
        now = ticks(process)
        if now > last + 0.05:
            last, since = now, time.monotonic()
        time.sleep(0.1)
    return most, well


def main() -> int:
    """Set off all bombs, or those whose names hold one of the words given, and write down what they took."""
    parser = argparse.ArgumentParser("python -m tests.trust.bombs", description=__doc__)
    parser.add_argument("words", nargs="*", help="set off those alone whose names hold one of these")
    parser.add_argument("--more", action="store_true", help="leave out what was set off before")
    parser.add_argument("--serve", action="store_true", help="save each while `serve` runs")
    options = parser.parse_args()
    every = bombs()
    wanted = [name for name in every if not options.words or any(word in name for word in options.words)]
    runs = {(run["name"], run["what"]): run for run in recorded()}
    if not options.more:
        runs = {
            key: run
            for key, run in runs.items()
            if key[0] not in wanted or (key[1] == "serve") != options.serve
        }
    done = {name for name, what in runs if (what == "serve") == options.serve}
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            if name in done:
                continue
            if options.serve:
                found = [told(name, "serve", saved_while_served(every[name], Path(folder)))]
            else:
                found = list(set_off_all(name, every[name], Path(folder)))
            runs |= {(run["name"], run["what"]): run for run in found}
            record(list(runs.values()), every)
    return any(not run["holds"] for run in runs.values())


if __name__ == "__main__":
    sys.exit(main())
