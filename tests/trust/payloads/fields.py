"""A site folder with a payload in every field that an author can write, by the schema, and its harmless twin.

Every text field of every record gets each of the payloads once: of ``n`` payloads there are ``n`` sources, origins, topics, verdicts and essays,
and twice as many claims, of which half are withdrawn. In the twin the signs that mean something to a program are others that
mean nothing, so that everything else is the same: what is made of the two may differ in those signs alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import typing
from collections import abc, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from factsite.load.keys import keys_of
from factsite.model import RECORDS, Claim, Origin, Site, Source
from factsite.values import Address, BaseAddress, Language, Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

HARMLESS = str.maketrans("<>&\"'{}`\\", "‹›¤”’⟨⟩´∖")
"""For every sign with which HTML, XML, JSON, templates or BibTeX begin or end something, one that is nothing to them."""

SPOKEN = {sign: other for sign, other in HARMLESS.items() if chr(sign) != '"'}
"""The same for articles: what stands in quotation marks there is read as somebody's words, so they have to stay."""

LESS = re.compile(r"(<(?=\s*[\d.$€£])|>(?=\s*[\w.$€£]))|.", re.DOTALL)
"""A sign before a number, which may be in words, belongs to a figure of an article: it says "less than" or "more than". What the article is said to say has to say so too."""

NO_NAME = re.compile(r'[\\:*?"<>|/\x00-\x1f\u2028\u2029\x85]')
"""What stands in no name of an article's file."""

ADDRESSES = (
    "https://example.org/a", "https://a.example/'onclick='alert(1)", "https://a.example/?a=1&lt;script&gt;alert(1)", "https://a.example/&quot;onclick=&quot;x",
    "https://a.example/%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "https://a.example/);alert(1)//", "https://a.example/]](x)", "https://a.example/$(x)", "https://a.example/*/",
    "https://a.example/?x=javascript:alert(1)#javascript:alert(1)", "https://javascript:alert(1)@a.example/", "https://a.example:8080//b.example", "HTTPS://A.EXAMPLE/x", "http://[::1]/",
    "https://a.example/?a=1&b=2&amp;c=3&copy=4&#x22;", "https://a.example/%0d%0aSet-Cookie:x", "https://a.example/%s%n%1", "https://a.example/@everyone", "https://a.example/ä?é=ü#ö", "https://a.example/--%3E!",
)  # fmt: skip
"""Web addresses that would be something else were they not written out as they have to be."""

PLAIN, MARKDOWN = "plain", "markdown"
NEUTRAL = "Neutral words."
HOSTS = (
    "https://github.com/alm/bridges",
    "https://gitlab.example.org/alm/bridges",
    "https://git.example.org/alm/bridges",
)
"""Where the fact files are edited: a link to a new issue is different for each."""


@dataclass(slots=True)
class Words:
    """What is written into text fields: payloads in those of one kind, in the others neutral words.

    A field takes the payload of its number, each field another one. ``used`` are the payloads that each field got.
    """

    payloads: Sequence[str]
    kind: str
    used: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    shifts: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many there are of each record."""
        return len(self.payloads)

    def of(self, record: str, key: str, number: int, kind: str) -> str:
        """Return what stands in a field of a record with this number."""
        if kind != self.kind:
            return f"{NEUTRAL[:-1]} {record} {key} {number}."
        shift = self.shifts.setdefault((record, key), 5 * len(self.shifts))
        text = self.payloads[(number + shift) % len(self.payloads)]
        self.used[record, key].add(text)
        return text


def harmless(text: str) -> str:
    """Return the twin of a text."""
    return _turned(text, HARMLESS)


def harmless_article(text: str) -> str:
    """Return the twin of a text that stands in an article."""
    return _turned(text, SPOKEN)


def _turned(text: str, signs: Mapping[int, str]) -> str:
    return LESS.sub(lambda found: found[0] if found[1] else found[0].translate(signs), text)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the files of a site folder, by the schema."""

    words: Words
    turn: Callable[[str], str]
    host: str = HOSTS[0]
    cards: str = "yes"

    @property
    def count(self) -> int:
        """How many there are of each record; a relation needs two."""
        return self.words.count

    def files(self) -> dict[str, bytes]:
        """Return the content of every file by its path."""
        numbers = range(self.count)
        files = {
            "content/site.yaml": self.record(Site, 0),
            "content/origins.yaml": {f"o{number}": self.record(Origin, number) for number in numbers},
            **{f"content/facts/c{number}.yaml": self.claim(number) for number in range(2 * self.count)},
        }
        texts = {f"seeds/{self.file(number)}": self.article(number) for number in numbers}
        texts |= {f"content/pages/{name}.md": self.essay(number) for name, number in self.essays()}
        files |= {f"content/sources/s{number}.yaml": self.record(Source, number) for number in numbers}
        written = {path: _yaml(value) for path, value in files.items()}
        return {path: text.encode() for path, text in (written | texts).items()}

    def essays(self) -> list[tuple[str, int]]:
        """Return the names of the pages of prose with their numbers."""
        own = ("about", "methodology", "corrections")
        return [(own[number] if number < len(own) else f"p{number}", number) for number in range(self.count)]

    def text(self, record: str, key: str, number: int, kind: str = PLAIN) -> str:
        """Return what stands in a field."""
        words = self.words.of(record, key, number, kind)
        return self.turn(words) if record not in IN_ARTICLES or self.turn is str else harmless_article(words)

    def file(self, number: int) -> str:
        """Return the name of an article's file: what of a payload a name may hold."""
        words = NO_NAME.sub("", self.words.of("Source", "file", number, PLAIN))[:50].strip()
        return f"s{number} {self.turn(words)}.txt"

    def address(self, record: str, key: str, number: int) -> str:
        """Return a web address that is none but in form: the schema takes no others."""
        if self.words.kind == MARKDOWN:
            return ADDRESSES[0]
        self.words.used[record, key].add(address := ADDRESSES[(number + len(record + key)) % len(ADDRESSES)])
        return self.turn(address)

    def line(self, name: str, number: int) -> str:
        """Return a line of an article: it has no line break in it."""
        return _with_words(" ".join(self.text("article", name, number).split("\n")).strip(" \t\r"))

    def article(self, number: int) -> str:
        """Return an article: a line that is quoted, one with a figure in it, one that is no evidence, some that nobody cites."""
        lines = (
            self.line("quoted", number), self.figure(number), self.line("boilerplate", number), self.line("uncited", number),
            *(" ".join(name.split()) for name in (_name(self, number), _other_name(self, number)[0])),
        )  # fmt: skip
        return "\n".join(lines) + "\n"

    def figure(self, number: int) -> str:
        """Return a line with a figure."""
        return f"The bridge is 412 metres {self.line('figure', number)}"

    def essay(self, number: int) -> str:
        """Return a page of prose."""
        title = _with_words(" ".join(self.text("Essay", "title", number).split()))
        return f"# {title}\n\n{self.text('Essay', 'text', number, MARKDOWN)}\n"

    def claim(self, number: int) -> dict[str, Any]:
        """Return a claim: each second is withdrawn, and says of itself that it is another."""
        written = self.record(Claim, number // 2)
        if number % 2:
            written["claim"] += " again"
            written["aliases"] = [f"old-{number}"]
            written["related"] = [f"c{number - 1}"]
        else:
            del written["withdrawn"]
        return written

    def record(self, record: type, number: int) -> dict[str, Any]:
        """Return a record with a value for each of its keys."""
        return {
            key.name: value
            for key in keys_of(record).values()
            if (value := self.value(record.__name__, key, number)) is not None
        }

    def value(self, record: str, key: Any, number: int) -> Any:
        """Return the value of a key; None where it is left out."""
        if (record, key.name) in SET:
            return SET[record, key.name](self, number)
        return self.typed(key.type, record, key.name, number)

    def typed(self, kind: Any, record: str, key: str, number: int) -> Any:
        """Return a value of a type. A type that is not known here is a field that nobody tries: it raises."""
        if kind is str or kind is Prose:
            return self.text(record, key, number, PLAIN if kind is str else MARKDOWN)
        if kind is Address:
            return self.address(record, key, number)
        if kind in RECORDS:
            return self.record(kind, number)
        origin, inner = typing.get_origin(kind), typing.get_args(kind)
        if origin is tuple:
            return [self.typed(inner[0], record, key, number)]
        if origin is abc.Mapping:
            return {f"{key[0]}{one}": self.record(inner[1], one) for one in range(self.count)}
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return str(next(iter(kind)))
        return VALUES[kind]


VALUES: dict[Any, str] = {
    dt.date: "2024-11-20",
    Language: "pt-BR",
    BaseAddress: "https://example.org/facts/",
}
"""What stands in fields that take no text of the author's."""


def _with_words(line: str) -> str:
    """Return a line in which there is a word: without one it is no title, and nothing to quote."""
    return line if any(sign.isalnum() for sign in line) else f"{line} in words"


def _digest(writer: Writer, number: int) -> str:
    return hashlib.sha256(writer.article(number).encode()).hexdigest()


def _evidence(writer: Writer, number: int) -> list[dict[str, Any]]:
    """Return a citation of each of two articles: one of a payload, one of a figure."""
    other = (number + 1) % writer.count
    first, second = (
        {**writer.typed(_EVIDENCE, "Evidence", "", one), "source": f"s{one}"} for one in (number, other)
    )
    first |= {"lines": "1", "quote": writer.line("quoted", number), "stance": "supports"}
    second |= {
        "lines": "2", "quote": writer.figure(other), "stance": "refutes", "figure": "412 metres", "note": writer.text("Evidence", "note of a figure", number),
    }  # fmt: skip
    return [first, second]


IN_ARTICLES = ("article", "Origin")
"""Whose words stand in articles: an origin is named there."""
_EVIDENCE = next(record for record in RECORDS if record.__name__ == "Evidence")


def _name(writer: Writer, number: int) -> str:
    return writer.text("Origin", "name", number)


def _other_name(writer: Writer, number: int) -> list[str]:
    return [writer.text("Origin", "aliases", number) + " alias"]


SET: dict[tuple[str, str], Callable[[Writer, int], Any]] = {
    ("Claim", "verdict"): lambda _, number: f"v{number}",
    ("Claim", "draft"): lambda *_: None,
    ("Claim", "topic"): lambda _, number: f"t{number}",
    ("Claim", "figure"): lambda *_: "412 metres",
    ("Claim", "evidence"): _evidence,
    ("Claim", "related"): lambda writer, number: [f"c{2 * ((number + 1) % writer.count)}"],
    ("Claim", "aliases"): lambda _, number: [f"old-{2 * number}"],
    ("Relation", "figure"): lambda writer, number: f"412 metres [@s{(number + 1) % writer.count}:2]",
    ("Relation", "times"): lambda *_: "1",
    ("Relation", "of"): lambda writer, number: [f"412 metres [@s{(number + 1) % writer.count}:2]"],
    ("Correction", "verdict_was"): lambda writer, number: f"v{(number + 1) % writer.count}",
    ("Evidence", "source"): lambda *_: "",
    ("Evidence", "lines"): lambda *_: "",
    ("Evidence", "quote"): lambda *_: "",
    ("Evidence", "stance"): lambda *_: "",
    ("Evidence", "figure"): lambda *_: None,
    ("Evidence", "according_to"): _name,
    ("Evidence", "speaker"): lambda writer, number: _other_name(writer, number)[0],
    ("Evidence", "as_of"): lambda *_: "2024-10",
    ("Source", "name"): lambda writer, number: f"{number:03} {writer.text('Source', 'name', number)}",  # lists go by it
    ("Source", "file"): lambda writer, number: writer.file(number),
    ("Source", "sha256"): _digest,
    ("Source", "show"): lambda _, number: "full" if number % 2 else "cited",
    ("Boilerplate", "lines"): lambda *_: "3",
    ("Origin", "name"): _name,
    ("Origin", "aliases"): _other_name,
    ("Publisher", "name"): lambda writer, number: writer.text("Publisher", "name", number) + " press",  # and no origin's
    ("Site", "repository"): lambda writer, _: writer.host,
    ("Site", "colours"): lambda *_: None,
    ("Site", "cards"): lambda writer, _: writer.cards,
}  # fmt: skip
"""What stands in fields whose value has to be one of something, or is made of others."""


def _yaml(value: object) -> str:
    """Return a value as YAML, in which some signs beyond ASCII would end a line."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return re.sub("[\x85\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)


def write(
    folder: Path, words: Words, turn: Callable[[str], str] = str, host: str = HOSTS[0], cards: str = "yes"
) -> Writer:
    """Write a site folder."""
    writer = Writer(words, turn, host, cards)
    for path, content in writer.files().items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return writer
