"""What a build was made from and what it made, written down for the next one: where all is as it was, nothing is made anew."""

from __future__ import annotations

import hashlib
import marshal
import pickle
from dataclasses import dataclass, field, fields
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeVar
from zlib import crc32

from factsite.frozen import NamedTuple
from factsite.memo.pack import Far, Pack

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from factsite.comparisons import Sharing
    from factsite.diagnostic import Diagnostic
    from factsite.findings import Row, Strokes
    from factsite.memo.memory import Key, Memory
    from factsite.memo.standing import Standing
    from factsite.model import Corpus


MARK = 16
"""The bytes of a digest."""

GAP = "{}"
"""Stands for the id of a claim in the paths of its files; no path has it."""

DRAWERS = 64
"""In so many parts facts are written down: those in which nothing changed are not written anew."""

Drawer = tuple[dict[str, "KnownFact"], bytes]
"""Some facts, and how they are written down."""

T = TypeVar("T")

if TYPE_CHECKING:
    Pickling = Callable[[], bytes]


class KnownFact(NamedTuple):
    """A fact as it was examined, and its claim as it was published.

    All but these are as in ``facts.Examined``: the row's detail lies in the pack; ``around`` is a digest of all that the claim's
    files tell of other claims, and ``forms`` are the paths of these files, with ``GAP`` for the id: so most claims have the same.
    A draft, and what is too faulty, has none.
    """

    digest: bytes
    faults: tuple[Diagnostic, ...]
    checks: int
    needs: tuple[str, ...]
    row: Row | None
    mark: bytes
    dates: Judged
    around: bytes = b""
    forms: tuple[str, ...] = ()

    def paths(self, name: str) -> list[str]:
        """Return the paths of the claim's files; ``name`` is its id."""
        return [form.replace(GAP, name) for form in self.forms]


class Judged(NamedTuple):
    """What is known of the dates of a claim: that all of them hold from a day on, and how many things are judged then.

    The day is an ordinal, 0 where there is none from which they do.
    """

    day: int
    checks: int


def forms_of(name: str, paths: Iterable[str]) -> tuple[str, ...]:
    """Return the forms of the paths of a claim's files."""
    return tuple([path.replace(name, GAP) for path in paths])


class KnownCoverage(NamedTuple):
    """What claims cover of a source, in brief, and a digest of what that was found from.

    ``spans`` are the stretches of the article that can be covered, whatever the claims are; marshalled.
    """

    mark: bytes
    strokes: Strokes
    spans: bytes


class KnownSpans(dict[str, Any]):
    """The stretches of articles that can be covered, by the articles' ids: unmarshalled when they are asked for."""

    def __init__(self) -> None:
        self.written: dict[str, bytes] = {}

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in self.written

    def __missing__(self, name: str) -> Any:
        found = self[name] = marshal.loads(self.written[name])
        return found


class Lines(NamedTuple):
    """Where the lines lie of a file that claims, or sources, give lines to.

    ``head`` is the length in bytes of what stands before them, and ``lengths`` are theirs, in their order, by the id of who gave them.
    """

    head: int
    separator: int
    lengths: dict[str, int]

    def starts(self) -> dict[str, int]:
        """Return where each begins, in bytes from the beginning of the file."""
        steps = [length + self.separator for length in self.lengths.values()]
        return dict(zip(self.lengths, accumulate(steps, initial=self.head), strict=False))


@dataclass(slots=True)
class Ledger:
    """All that is written down of a build.

    ``basis`` is a digest of what every page is made from, ``sources`` has one of each source. ``pages`` leads from pages that are made from rows to
    digests of what they were made from, as do ``joins`` to where the lines lie in files that claims and sources give lines to, and ``covered``
    from sources to their coverage. ``assets`` are the files that follow from the basis alone, ``cards`` leads from drawings to what they are remembered by.
    ``order`` is a digest of all rows as far as they say what stands around a claim, and ``measures`` leads from what the figures of several
    claims count to a digest of these claims. ``files`` are those of the site that are of no claim alone: digest and length. ``drawers`` are facts as an earlier build wrote them down.
    """

    basis: bytes = b""
    facts: dict[str, KnownFact] = field(default_factory=dict)
    sources: dict[str, bytes] = field(default_factory=dict)
    pages: dict[str, bytes] = field(default_factory=dict)
    joins: dict[str, Lines] = field(default_factory=dict)
    covered: dict[str, KnownCoverage] = field(default_factory=dict)
    assets: tuple[str, ...] = ()
    cards: dict[str, str] = field(default_factory=dict)
    order: bytes = b""
    measures: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, tuple[str, int]] = field(default_factory=dict)
    drawers: tuple[Drawer, ...] = field(default=(), compare=False, repr=False)

    def paths(self) -> set[str]:
        """Return the paths of all files of the site."""
        paths = {path for name, fact in self.facts.items() for path in fact.paths(name)}
        return paths.union(self.pages, self.assets)


class Past:
    """What the last build left, as far as it can be used now."""

    def __init__(
        self,
        ledger: Ledger | None = None,
        pack: Pack | None = None,
        state: bytes = b"",
        inputs: tuple[Standing, Standing] = ({}, {}),
        outputs: tuple[Standing, Standing] = ({}, {}),
        memory: Memory | None = None,
    ) -> None:
        """Take what was written down, and how the files stood that were read and that were made: then, and now.

        ``state`` is a digest of all that a site is made with: generator, templates and options. ``memory`` has what was made earlier.
        """
        self.ledger, self.pack, self.state = ledger or Ledger(), pack or Pack(None), state
        self._inputs, self._outputs, self._memory = _same(*inputs), _same(*outputs), memory
        self.sources: Mapping[str, bytes] = {}
        self.changed: frozenset[str] = frozenset()

    def of(self, basis: bytes, sources: Mapping[str, bytes]) -> Past:
        """Return this past as far as it is that of a build with this basis, and of these sources by their marks."""
        if self.ledger.basis != basis or not all(map(self.intact, self.ledger.joins)):
            return Past(Ledger(basis), self.pack, self.state, memory=self._memory).of(basis, sources)
        then, self.sources = self.ledger.sources, sources
        self.changed = frozenset(name for name in {*then, *sources} if then.get(name) != sources.get(name))
        return self

    def recall(self, kind: str, key: Key, make: Callable[[], bytes]) -> bytes:
        """Return the thing of a kind that has this key, as it is remembered, or made now."""
        return self._memory.recall(kind, key, make) if self._memory else make()

    def thing(
        self, kind: str, key: Sequence[str], make: Callable[[], T], do: Callable[[Pickling], bytes]
    ) -> T:
        """Return the thing that is made of these, with what all is made with, as it is remembered, or made now.

        ``do`` is given what makes and pickles it, and returns what came of that.
        """
        content = self.recall(kind, (self.state, *key), lambda: do(lambda: pickle.dumps(make(), 5)))
        return pickle.loads(content)  # type: ignore[no-any-return]  # what was made is what was pickled

    def fact(self, name: str, file: str, folder: str, *, published: bool) -> KnownFact | None:
        """Return what is known of a fact file; None where it changed, or a source that it needs, or, if it is ``published``, its pages."""
        known = self.ledger.facts.get(name)
        if known is None or not self.changed.isdisjoint(known.needs):
            return None
        if published and not all(map(self.intact, known.paths(name))):
            return None
        if not self._as_it_was(file) and _digest(f"{folder}/{file}") != known.digest:
            return None
        return known

    def put(self, row: Row, detail: bytes) -> Row:
        """Return a row whose detail, which is put into the pack, is fetched when it is asked for."""
        slot = self.pack.add(detail)
        return row._replace(detail=Far(*slot, self.pack))  # type: ignore[arg-type]  # has the same attributes

    def row(self, known: KnownFact) -> Row | None:
        """Return the row of a fact, if it has one."""
        if known.row is not None:
            known.row.detail.pack = self.pack  # type: ignore[attr-defined]  # it is ``Far``
        return known.row

    def intact(self, path: str) -> bool:
        """Say whether a file of the site is the one that was published."""
        folder, slash, name = path.rpartition("/")
        return name in self._outputs.get(folder + slash, ())

    def _as_it_was(self, file: str) -> bool:
        folder, slash, name = file.rpartition("/")
        return name in self._inputs.get(folder + slash, ())


def _same(then: Standing, now: Standing) -> dict[str, Container[str]]:
    """Return, by folder, the names of the files that stand as they stood. Mostly these are all of a folder."""
    return {
        folder: names
        if names == then.get(folder)
        else {name for name, one in names.items() if then.get(folder, {}).get(name) == one}
        for folder, names in now.items()
    }


def _digest(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123  a path of its own for each file takes as long as the reading
        return hashlib.sha256(file.read()).digest()


def written(ledger: Ledger) -> bytes:
    """Return a ledger as it is written down."""
    facts: list[dict[str, KnownFact]] = [{} for _ in range(DRAWERS)]
    for name, fact in ledger.facts.items():
        facts[crc32(name.encode()) % DRAWERS][name] = fact
    before = ledger.drawers or (({}, b""),) * DRAWERS
    drawers = [
        then if then and drawer == old else pickle.dumps(drawer, 5)
        for drawer, (old, then) in zip(facts, before, strict=True)
    ]
    rest = {name: getattr(ledger, name) for name in _PLAIN}
    return marshal.dumps((drawers, pickle.dumps(rest, 5)))


_PLAIN = [one.name for one in fields(Ledger) if one.name not in ("facts", "drawers")]


def read(written: bytes) -> Ledger:
    """Return the ledger that was written down."""
    drawers, rest = marshal.loads(written)
    read = tuple((pickle.loads(drawer), drawer) for drawer in drawers)
    facts = {name: fact for drawer, _ in read for name, fact in drawer.items()}
    return Ledger(facts=facts, drawers=read, **pickle.loads(rest))


def digest_of(*parts: Any) -> bytes:
    """Return a digest of plain values: what can be marshalled."""
    return hashlib.blake2b(marshal.dumps(parts, 2), digest_size=MARK).digest()


def made_from(corpus: Corpus, state: bytes) -> bytes:
    """Return a digest of what every page of a site is made from: that with which it is made, site.yaml and the origins."""
    files = ("content/site.yaml", "content/origins.yaml")
    return digest_of(state, [corpus.digests.get(file, "") for file in files])


def marks_of(corpus: Corpus, shared: Sharing, copies: Mapping[str, str]) -> dict[str, bytes]:
    """Return a digest of all that is known of each source: its record, its article, and what this shares with others."""
    return {
        name: digest_of(
            corpus.digests[f"content/sources/{name}.yaml"],
            text.sha256,
            copies.get(name, ""),
            shared.packed(name),
        )
        for name, text in corpus.texts.items()
    }
