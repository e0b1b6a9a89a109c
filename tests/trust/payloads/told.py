"""Payloads where no page shows them: as names of files, in fields that take no text, in diagnostics and in comments on changes.

``python -m tests.trust.payloads.told`` tries every payload in each of them, what no file can hold among it. Comments are read by GitHub's own
reader of Markdown where ``cmarkgfm`` is installed, and else by python-markdown. The figures go into ``docs/trust/runs/payloads-told.json``.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
import re
import sys
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from markdown import markdown

from factsite import signs
from factsite.changes import Change, ClaimChange, ClaimLine, Comparison
from factsite.diagnostic import Diagnostic
from factsite.editor.comparison import as_markdown
from factsite.live.inserted import unmade
from factsite.live.server import fault_for_page
from factsite.load import extents, load
from factsite.load.scalars import READERS, Refusal, read_choice
from factsite.place import Place
from factsite.report import concise, data, full, github, sarif
from factsite.report.files import Files
from factsite.report.ink import printable, uncommanded
from factsite.report.manual import manual
from factsite.rules import RULES
from factsite.values import (
    Address,
    BaseAddress,
    CitedFigure,
    Colour,
    Digest,
    Factor,
    FileName,
    Id,
    Language,
    LineRange,
    Period,
    Show,
    Stance,
    VerdictClass,
)
from tests.trust.payloads.lists import own, public

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from enum import StrEnum

RECORD = Path(__file__).parents[3] / "docs/trust/runs/payloads-told.json"
WHERE: Final = (
    "content/facts/{}.yaml", "content/sources/{}.yaml", "content/pages/{}.md", "seeds/{}.txt", "content/{}", "content/facts/{}", "{}.yaml",
)  # fmt: skip
"""Where files are named by payloads; what may lie in ``seeds/`` is on pages too, which are compared like any others."""
AT_ONCE = 100

COMMAND: Final = re.compile(r"::(?:error|warning) (?P<properties>[^\r\n]*?)::[^\r\n]*")
TAG: Final = re.compile(r"<[^>]*>")
LEADS: Final = re.compile(r'href="https://h\.example/blob/[^"]*"')

SHAPES: Final[dict[Any, str]] = {
    Id: r"[a-z0-9-]{1,80}", Colour: "#[0-9a-f]{6}", Digest: "[0-9a-f]{64}", LineRange: "[0-9-]+", Period: "[0-9/-]+", dt.date: "[0-9-]{10}",
    Language: "[A-Za-z0-9-]+", Address: r"(?i:https?)://[^\s\"<>\\^`{|}]+", BaseAddress: r"(?i:https?)://[!-~]+", FileName: r'[^\\:*?"<>|]+',
}  # fmt: skip
"""What the values of a type look like, whoever writes them; what a figure with its citation says is text like any other."""


def every_text() -> list[str]:
    """Return the payloads of all lists, each once, what is no UTF-8 left out of it."""
    texts = [text for one in (*own().values(), *public().values()) for text in one]
    return list(dict.fromkeys(text.encode("utf-8", "ignore").decode() for text in texts if text.strip()))


def named(folder: Path, payloads: Iterable[str]) -> int:
    """Write files that are named by payloads, as far as the file system takes them; return how many there are."""
    count = 0
    for text in payloads:
        name = text.replace("/", "∕").replace("\0", "")
        for where in WHERE:
            path = folder / where.format(name.encode()[:200].decode("utf-8", "ignore"))
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():  # `.` and `..` do
                path.write_text("claim: x\n", "utf-8")
                count += 1
    return count


def typed(payloads: Iterable[str]) -> Iterator[Diagnostic | str]:
    """Write payloads into fields of every type: yield the diagnostic of each that is refused, and what is wrong with a value that is none."""
    for text in payloads:
        for kind, read in READERS.items():
            value = read(text)
            if isinstance(value, Refusal):
                yield Diagnostic(value.rule, Place("content/site.yaml", 3, 9), value.message, value.help)
            elif kind in SHAPES and not re.fullmatch(SHAPES[kind], getattr(value, "written", str(value))):
                yield f"{kind}: {value}"
            else:
                assert kind in SHAPES or kind in (str, CitedFigure, Factor), "a type that nobody looks at"
        for choices in CHOICES:
            value = read_choice(choices, text)
            if isinstance(value, Refusal):
                yield Diagnostic(value.rule, Place("content/site.yaml", 3, 9), value.message, value.help)


CHOICES: Final[tuple[type[StrEnum], ...]] = (Stance, VerdictClass, Show)


def forms(found: Sequence[Diagnostic], files: Files, read: Callable[[str], str]) -> Iterator[str]:
    """Yield what is wrong with diagnostics in any form in which they are told."""
    lines = [*concise.lines(found), *full.lines(found, files, 100)]
    for line in lines:
        if not line.isprintable() or any(signs.found(line)) or uncommanded(line) != line:
            yield f"text: {line!r}"
    for one in found:
        (command,) = github.annotated([one], files)
        parts = COMMAND.fullmatch(command)
        properties = dict(part.split("=", 1) for part in parts["properties"].split(",")) if parts else {}
        if unquote(properties.get("file", "")) != printable(one.place.file):
            yield f"annotation: {command!r}"
    yield from _in_json(found, files)
    for name, make in (("summary", lambda few: read(github.summary(few, "1 claim", "", "https://h.example/blob/"))), ("page", lambda few: unmade("x", few).decode())):  # fmt: skip
        for one in found:
            tags, harmless = (TAG.findall(LEADS.sub("", make([each]))) for each in (one, _harmless(one)))
            if tags != harmless:
                yield f"{name}: {one} {[tag for tag in tags if tag not in harmless][:3]}"


MANUALS: Final = [*map(manual, RULES)]


def _harmless(one: Diagnostic) -> Diagnostic:
    also = tuple((Place("f.yaml"), "x") for _ in one.also)
    return Diagnostic(
        one.rule, Place("f.yaml", one.place.line), "x", "x" if one.help else "", also, severity=one.severity
    )


def _in_json(found: Sequence[Diagnostic], files: Files) -> Iterator[str]:
    """Yield what is not in JSON what it was, or steers the page that shows it."""
    written = json.loads(data.document(found, files, {}))["diagnostics"]
    results = json.loads(sarif.document(found, files, MANUALS, "1"))["runs"][0]["results"]
    for one, plain, result in zip(found, written, results, strict=True):
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        shown = [
            *(value for value in fault_for_page(one).values() if isinstance(value, str)),
            *(words for also in fault_for_page(one)["also"] for words in also),
        ]
        if plain["message"] != one.message or not re.fullmatch(r"[\w./%~-]*", uri, re.ASCII):
            yield f"data: {plain} {uri}"
        if any(not words.isprintable() or any(signs.found(words)) for words in shown):
            yield f"panel: {shown}"


def commented(text: str) -> str:
    """Return the comment on a change in which a text stands wherever one of an author's can."""
    change = ClaimChange(
        id="a", claim=text, verdict=Change("verdict", text, "x"), notes=(Change("figures", "", text),), fields=(Change("summary", "x", text),),
    )  # fmt: skip
    return as_markdown(
        Comparison(
            claims_added=(ClaimLine("b", text, text),), claims_changed=(change,), conflicts=(Change(text, text, ""),), pages=(Change(text, "", text),),
            faults_found=(Diagnostic("stray-file", Place(f"content/{text}", 3), text, text),),
        ),
        text,
    )  # fmt: skip


def comments(payloads: Iterable[str], read: Callable[[str], str]) -> Iterator[str]:
    """Yield each payload of which a reader of Markdown makes something else than of a word."""
    harmless = TAG.findall(read(commented("x")))
    for text in payloads:
        tags = TAG.findall(read(commented(text)))
        if tags != harmless:
            yield f"comment: {text!r}: {[tag for tag in tags if tag not in harmless][:3]}"


def reader() -> tuple[str, Callable[[str], str]]:
    """Return the best reader of GitHub's Markdown that there is, and its name."""
    try:
        theirs: Any = importlib.import_module("cmarkgfm")
    except ImportError:
        return "markdown", lambda text: markdown(text, extensions=["tables"])
    unsafe = importlib.import_module("cmarkgfm.cmark").Options.CMARK_OPT_UNSAFE
    return "cmarkgfm", lambda text: theirs.github_flavored_markdown_to_html(text, options=unsafe)


def tried(payloads: Sequence[str], read: Callable[[str], str]) -> tuple[Counter[str], list[str]]:
    """Try payloads in all these places; return what was counted, and what was found."""
    counts: Counter[str] = Counter(payloads=len(payloads))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        counts["names"] = named(folder, payloads)
        _, refused = load(folder)
        texts = {path: (folder / path).read_text("utf-8") for path in ("content/facts/a.yaml",) if (folder / path).is_file()}  # fmt: skip
        files = Files(texts.get, extents)
        wrong = [*forms(refused, files, read)]
    in_fields = [*typed(payloads)]
    wrong += [one for one in in_fields if isinstance(one, str)]
    fields = [one for one in in_fields if isinstance(one, Diagnostic)]
    counts["typed"] = len(payloads) * (len(READERS) + len(CHOICES))
    counts["diagnostics"] = len(refused) + len(fields)
    wrong += forms(fields, files, read)
    counts["comments"] = len(payloads)
    wrong += comments(payloads, read)
    return counts, wrong


def main() -> int:
    """Try every payload, and print what was found; 1 where something was."""
    name, read = reader()
    total: Counter[str] = Counter()
    found: list[str] = []
    texts = iter(every_text())
    while some := [*islice(texts, AT_ONCE)]:
        counts, wrong = tried(some, read)
        total += counts
        found += wrong
        print(f"{total['payloads']}: {len(wrong)} faults", flush=True)
        print("".join(f"  {fault[:300]}\n" for fault in wrong[:5]), end="", flush=True)
        RECORD.write_text(
            json.dumps({**total, "reader": name, "faults": len(found)}, indent=1) + "\n", "utf-8"
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
