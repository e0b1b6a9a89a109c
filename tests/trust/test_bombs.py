"""Hostile texts end in a diagnostic or a page: the YAML test suite, bombs, what the fuzzer kept, and expressions that grow."""

from __future__ import annotations

import gzip
import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from factsite.load import (
    arranged,
    limits,
    read_essay,
    read_fact,
    read_origins,
    read_site,
    read_source,
    scalars,
    yamltree,
)
from factsite.load import text as placed
from factsite.load.limits import LONGEST_PROSE, LONGEST_TEXT, MOST_ITEMS
from factsite.load.reading import Read, read_article
from factsite.load.text import LARGEST, PlacedText
from factsite.load.yamltree import LOADER
from factsite.render import excerpts
from tests.trust import bombs, fuzz
from tests.trust.targets import TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

SUITE = Path(__file__).parent / "yaml-suite/suite.json.gz"
SAMPLE = {
    "fact: laughs": bombs.yaml_bombs, "Markdown: [": bombs.markdown_bombs, "article of 100 MB: one line": bombs.article_bombs,
}  # fmt: skip


def suite() -> list[tuple[str, str, bool]]:
    """Return the tests of the YAML test suite: name, text, and whether it is no YAML."""
    return [tuple(each) for each in json.loads(gzip.decompress(SUITE.read_bytes()))]


def accepted(text: str) -> bool:
    """Say whether the YAML reader takes a text."""
    try:
        list(iter(LOADER(text).get_event, None))
    except yaml.YAMLError:
        return False
    return True


def test_the_yaml_test_suite_as_every_kind_of_file() -> None:
    """Whatever is YAML, and whatever is none, is a record or has faults; none is put in another order than it can be read back from."""
    for _, text, _ in suite():
        content = text.encode("utf-8", "surrogatepass")
        for read, file in (
            (read_fact, "content/facts/a.yaml"), (read_source, "content/sources/a.yaml"), (read_site, "content/site.yaml"),
            (read_origins, "content/origins.yaml"), (read_essay, "content/pages/a.md"),
        ):  # fmt: skip
            found = read(file, content)
            assert found.faults or found.thing is not None
        for kind in ("fact", "source", "origins", "site"):
            arranged(kind, "content/a.yaml", content)


def test_how_far_the_reader_and_the_suite_agree() -> None:
    """The reader of YAML takes and refuses what the suite says, but for some corners that no record has."""
    agreeing = sum(accepted(text) != fails for _, text, fails in suite())
    assert agreeing >= AGREEING


AGREEING = 335


@pytest.mark.parametrize("name", SAMPLE)
def test_a_bomb_does_no_harm(name: str, tmp_path: Path) -> None:
    """The real command ends with a diagnostic or a site, soon, and in little memory (``python -m tests.trust.bombs`` sets off all)."""
    write = next(write for each, write in SAMPLE[name]() if each == name)
    found = bombs.set_off("build", bombs.laid(write, tmp_path))
    assert bombs.holds(found), found


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_what_the_fuzzer_kept(target: str) -> None:
    """Inputs that once broke something, those that reach most of the code, and mutations of them, raise nothing."""
    chance = random.Random(target)
    kept = [content for _, content in fuzz.corpus(target)]
    assert kept
    for content in chance.sample(kept, min(len(kept), 8)):
        TARGETS[target](content)
        at = chance.randrange(len(content) + 1)
        TARGETS[target](content[:at] + chance.choice(kept)[:40] + content[at + chance.choice((0, 1, 9)) :])


def rules(content: str) -> list[tuple[str, str]]:
    return [
        (fault.rule, fault.message) for fault in read_fact("content/facts/a.yaml", content.encode()).faults
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"summary: {'x' * (LONGEST_TEXT + 1)}\n",
            "`summary` has 10,001 characters; 10,000 is the most that is read",
        ),
        (
            f"explanation: {'x' * (LONGEST_PROSE + 1)}\n",
            "`explanation` has 100,001 characters; 100,000 is the most that is read",
        ),
        (f"related: [{'a, ' * (MOST_ITEMS + 1)}]\n", "`related` has 501 items; 500 is the most that is read"),
        (
            "".join(f"k{number}: v\n" for number in range(MOST_ITEMS + 1)),
            "a fact file has 501 keys; 500 is the most that is read",
        ),
        (
            f"explanation: a{'[' * 2000}\n",
            "this Markdown is nested too deep, or has too many `[`, backquotes or rules in one paragraph",
        ),
    ],
)
def test_what_is_longer_than_any_record_needs(text: str, message: str) -> None:
    """It is told with its size and the most that is read."""
    assert ("too-long", message) in rules(text)


def test_what_is_as_long_as_can_be() -> None:
    """At the limits, everything is read."""
    text = f"summary: {'x' * LONGEST_TEXT}\nexplanation: {'x' * LONGEST_PROSE}\n"
    assert "too-long" not in [rule for rule, _ in rules(text)]


def test_an_article_larger_than_any() -> None:
    """An article of more than a million bytes is not read, and that is said."""
    assert [fault.rule for fault in read_article("seeds/a.txt", b"a\n" * (LARGEST // 2)).faults] == []
    (fault,) = read_article("seeds/a.txt", b"a" * (LARGEST + 1)).faults
    assert (fault.rule, fault.message) == (
        "too-large",
        "this file has 1,000,001 bytes; 1,000,000 is the most that is read",
    )


def numbers_in(module: ModuleType) -> set[int]:
    """Return the limits that a module has."""
    return {
        value
        for name, value in vars(module).items()
        if re.match("LARGEST|LONGEST|MOST|DEEPEST", name) and isinstance(value, int)
    }


def test_limits_are_documented() -> None:
    """The table of the manual has all limits, and no other: what is not read is told before somebody writes it."""
    manual = (fuzz.ROOT / "docs/authoring.md").read_text("utf-8")
    table = manual.partition("| the most that is read |")[2].partition("\n\n")[0]
    given = {int(number.replace(",", "")) for number in re.findall(r"\| ([0-9,]+)", table)}
    assert given == set().union(*map(numbers_in, (limits, placed, yamltree, scalars)))


@pytest.mark.parametrize(
    ("read", "file", "head", "entry", "most", "message"),
    [
        (read_site, "content/site.yaml", "topics:\n", "  t{}:\n    name: T{}\n", limits.MOST_ENTRIES,
         "`topics` has 1,001 entries; 1,000 is the most that is read"),
        (read_origins, "content/origins.yaml", "", "o{}:\n  name: O{}\n  type: person\n", limits.MOST_ORIGINS,
         "origins.yaml has 10,001 entries; 10,000 is the most that is read"),
    ],
)  # fmt: skip
def test_as_many_records_as_can_be(
    read: Callable[[str, bytes], Read[object]], file: str, head: str, entry: str, most: int, message: str
) -> None:
    """A mapping of records has a limit of its own, and the fault of one more says where it begins and what to do."""
    entries = [entry.format(number, number) for number in range(most + 1)]
    said = [fault.rule for fault in read(file, (head + "".join(entries[:-1])).encode()).faults]
    assert "too-long" not in said
    (fault,) = [
        fault for fault in read(file, (head + "".join(entries)).encode()).faults if fault.rule == "too-long"
    ]
    assert (fault.message, fault.help) == (message, "take out those that no claim has")
    assert (fault.place.line, fault.place.column) == ((2, 3) if head else (1, 1))


def test_faults_of_thousands_of_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key without its value, and a misspelt one, are told of and repaired by looking at the faults of their own record alone."""
    asked = []
    point = PlacedText.point
    monkeypatch.setattr(PlacedText, "point", lambda self, index: asked.append(index) or point(self, index))
    entries = "".join(f"o{number}:\n  name:\n  tpe: person\n" for number in range(200))
    faults = read_origins("content/origins.yaml", entries.encode()).faults
    assert [(fault.rule, fault.message, fault.fix and fault.fix.now) for fault in faults[-2:]] == [
        ("unknown-key", "`tpe` is no key of `o199`", "type"),
        ("empty-value", "`name` has no value", None),
    ]
    assert len(faults) == 400
    assert len(asked) < 200 * 20


def test_sentences_of_a_line_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many figures stand in a line, its sentences are looked for once."""
    line = "It was 5. " * 100
    asked = []
    pattern = excerpts.SENTENCE_END

    class Counted:
        def finditer(self, text: str) -> Iterator[re.Match[str]]:
            asked.append(text)
            return pattern.finditer(text)

    monkeypatch.setattr(excerpts, "SENTENCE_END", Counted())
    excerpts._sentences.cache_clear()
    assert [excerpts.sentences_around(line, at, at + 1) for at in range(7, 1000, 10)] == [
        (at, at + 9) for at in range(0, 1000, 10)
    ]
    assert asked == [line]
