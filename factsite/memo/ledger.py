"""What a build was made from and what it made, written down for the next one: where all is as it was, nothing is made anew."""

from __future__ import annotations

import hashlib
import marshal
import pickle
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, TypeVar

from factsite.frozen import NamedTuple
from factsite.memo.pack import Far, Pack, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factsite.comparisons import Shared
    from factsite.diagnostic import Diagnostic
    from factsite.findings import Row, Strokes
    from factsite.memo.memory import Key, Memory
    from factsite.memo.standing import Signature, Standing
    from factsite.model import Corpus


MARK = 16
"""The bytes of a digest."""

T = TypeVar("T")


class KnownFact(NamedTuple):
    """A fact as it was examined, and its claim as it was published.

    All but these are as in ``facts.Examined``: the row's detail lies in the pack at ``slot``; ``around`` is a digest of all that the claim's
    files tell of other claims, and ``paths`` are these files. A draft, and what is too faulty, has none.
    """

    digest: str
    faults: tuple[Diagnostic, ...]
    checks: int
    needs: tuple[str, ...]
    row: Row | None
    mark: bytes
    slot: Slot
    around: bytes = b""
    paths: tuple[str, ...] = ()


class KnownCoverage(NamedTuple):
    """What claims cover of a source, in brief, and a digest of what that was found from.

    ``spans`` are the stretches of the article that can be covered, whatever the claims are; marshalled.
    """

    mark: bytes
    strokes: Strokes
    spans: bytes


class Lines(NamedTuple):
    """Where the lines lie of a file that claims, or sources, give lines to.

    ``head`` is the length in bytes of what stands before them, and ``lengths`` are theirs, in their order, by the id of who gave them.
    """

    head: int
    separator: int
    lengths: dict[str, int]

    def places(self) -> dict[str, tuple[int, int]]:
        """Return where each begins and ends, in bytes from the beginning of the file."""
        places, at = {}, self.head
        for name, length in self.lengths.items():
            places[name] = at, at + length
            at += length + self.separator
        return places


@dataclass(slots=True)
class Ledger:
    """All that is written down of a build.

    ``basis`` is a digest of what every page is made from, ``sources`` has one of each source. ``pages`` leads from pages that are made from rows to
    digests of what they were made from, as do ``joins`` to where the lines lie in files that claims and sources give lines to, and ``covered``
    from sources to their coverage. ``assets`` are the files that follow from the basis alone, ``cards`` leads from drawings to what they are remembered by.
    """

    basis: bytes = b""
    facts: dict[str, KnownFact] = field(default_factory=dict)
    sources: dict[str, bytes] = field(default_factory=dict)
    pages: dict[str, bytes] = field(default_factory=dict)
    joins: dict[str, Lines] = field(default_factory=dict)
    covered: dict[str, KnownCoverage] = field(default_factory=dict)
    assets: tuple[str, ...] = ()
    cards: dict[str, str] = field(default_factory=dict)

    def paths(self) -> set[str]:
        """Return the paths of all files of the site."""
        paths = {path for fact in self.facts.values() for path in fact.paths}
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
        self._inputs, self._outputs, self._memory = inputs, outputs, memory
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

    def thing(self, kind: str, key: Sequence[str], make: Callable[[], T]) -> T:
        """Return the thing that is made of these, with what all is made with, as it is remembered, or made now."""
        if self._memory is None:
            return make()
        content = self._memory.recall(kind, (self.state, *key), lambda: pickle.dumps(make(), 5))
        return pickle.loads(content)  # type: ignore[no-any-return]  # what was made is what was pickled

    def fact(self, name: str, file: str, folder: str, *, published: bool) -> KnownFact | None:
        """Return what is known of a fact file; None where it changed, or a source that it needs, or, if it is ``published``, its pages."""
        known = self.ledger.facts.get(name)
        if known is None or not self.changed.isdisjoint(known.needs):
            return None
        if published and not all(map(self.intact, known.paths)):
            return None
        if not self._as_it_was(file) and _digest(f"{folder}/{file}") != known.digest:
            return None
        return known

    def row(self, known: KnownFact) -> Row | None:
        """Return the row of a fact, whose detail is fetched when it is asked for."""
        return known.row and known.row._replace(detail=Far(self.pack, known.slot))  # type: ignore[arg-type]  # has the same attributes

    def intact(self, path: str) -> bool:
        """Say whether a file of the site is the one that was published."""
        then, now = (_of(standing, path) for standing in self._outputs)
        return then is not None and then == now

    def _as_it_was(self, file: str) -> bool:
        then, now = (_of(standing, file) for standing in self._inputs)
        return then is not None and then == now


def _of(standing: Standing, path: str) -> Signature | None:
    folder, slash, name = path.rpartition("/")
    return standing.get(folder + slash, {}).get(name)


def _digest(path: str) -> str:
    with open(path, "rb") as file:  # noqa: PTH123  a path of its own for each file takes as long as the reading
        return hashlib.sha256(file.read()).hexdigest()


def written(ledger: Ledger) -> bytes:
    """Return a ledger as it is written down."""
    return pickle.dumps(tuple(getattr(ledger, one.name) for one in fields(ledger)), 5)


def read(written: bytes) -> Ledger:
    """Return the ledger that was written down."""
    return Ledger(*pickle.loads(written))


def digest_of(*parts: Any) -> bytes:
    """Return a digest of plain values: what can be marshalled."""
    return hashlib.blake2b(marshal.dumps(parts, 2), digest_size=MARK).digest()


def made_from(corpus: Corpus, state: bytes) -> bytes:
    """Return a digest of what every page of a site is made from: that with which it is made, site.yaml and the origins."""
    files = ("content/site.yaml", "content/origins.yaml")
    return digest_of(state, [corpus.digests.get(file, "") for file in files])


def marks_of(corpus: Corpus, shared: Iterable[Shared], copies: Mapping[str, str]) -> dict[str, bytes]:
    """Return a digest of all that is known of each source: its record, its article, and what this shares with others."""
    pairs: dict[str, list[Shared]] = {}
    for one in shared:
        pairs.setdefault(one.one, []).append(one)
        pairs.setdefault(one.other, []).append(one)
    return {
        name: digest_of(
            corpus.digests[f"content/sources/{name}.yaml"],
            text.sha256,
            copies.get(name, ""),
            pickle.dumps(pairs[name], 5) if name in pairs else b"",
        )
        for name, text in corpus.texts.items()
    }
