"""The half of a build that needs all rows: what claims say of each other, and every other page and file of the site."""

from __future__ import annotations

import marshal
import pickle
from functools import partial
from typing import TYPE_CHECKING

from factsite import render
from factsite.blame import noted
from factsite.facts import Fact
from factsite.frozen import NamedTuple
from factsite.memo.ledger import KnownCoverage, KnownSpans, Ledger, Lines, digest_of, forms_of
from factsite.memo.pack import DamagedError
from factsite.publish import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.facts import Facts
    from factsite.findings import Row, Strokes
    from factsite.making import Making
    from factsite.page import Drawing, Page
    from factsite.progress import Progress
    from factsite.publish import Publication, Shelf

AT_ONCE = 8
"""So many pages are printed at once."""

Place = tuple[str, int, int]
"""Where a line lies: as in a ``Run``, of which there are fewer."""


class Covered(NamedTuple):
    """A source that was covered: its coverage in brief, what of it can be covered, and the length of its line."""

    id: str
    strokes: Strokes
    spans: bytes
    length: int


class Filled(NamedTuple):
    """A claim whose files were laid: their paths, and the lengths of its lines by the files that they go into."""

    id: str
    paths: tuple[str, ...]
    lengths: dict[str, int]


def print_site(making: Making, spans: KnownSpans, facts: Facts, progress: Progress) -> Ledger:
    """Lay every page and file of a site that is not as it is published, and return what is to be known of all.

    ``spans`` are filled with what is known of them. Raises ``TemplateFaultError`` where a template of the site's own does not work.
    """
    printing = _Printing(making, spans, facts)
    printing.claims(progress)
    printing.cards()
    printing.coverage(progress)
    printing.sheets(progress)
    printing.assets()
    printing.joins(progress)
    printing.manifest()
    return printing.ledger


class _Printing:
    """A site that is being printed."""

    def __init__(self, making: Making, spans: KnownSpans, facts: Facts) -> None:
        assert facts.into is not None
        self.making, self.facts, self.past, self.into = making, facts, facts.past, facts.into
        self.spans = spans
        self.marks = {name: known.mark for name, known in facts.known.items()}
        self.ledger = Ledger(
            self.past.ledger.basis, sources=dict(self.past.sources), drawers=self.past.ledger.drawers
        )
        self.filled: dict[str, tuple[int, Filled]] = {}
        self.citing = _citing(making.rows, self.past.sources, self.marks)
        self.ledger.order = digest_of(*making.order())
        self.ledger.measures = {
            measure: digest_of([self.marks[row.id] for row in rows])
            for measure, rows in making.measures.items()
            if len(rows) > 1
        }
        self.covered: dict[str, Place] = {}
        self.listed: list[str] = []

    def claims(self, progress: Progress) -> None:
        """Lay the files of the claims that are new, and of those that say something else of others than before."""
        known = self.facts.known
        around = self._arounds()
        again = [
            Fact(name, self.facts.files[name])
            for name in around
            if name not in self.facts.printed and known[name].around != around[name]
        ]
        for one, _ in self.facts.examined(again):
            if one.digest != known[one.id].digest:
                raise DamagedError  # somebody changed the file since it was read first, or the disk refuses it now
        progress.stage("render claims", len(self.facts.printed))
        tasks = range(self.facts.batches)
        for number, batch in enumerate(self.facts.hands(partial(fill, self.making, self.into), tasks)):
            for claim in batch:
                self.filled[claim.id] = number, claim
                progress.step()
        every: dict[tuple[str, ...], tuple[str, ...]] = {}
        for name, fact in known.items():
            if name in self.filled:
                forms = forms_of(name, self.filled[name][1].paths)
                fact = fact._replace(forms=every.setdefault(forms, forms))
            if fact.around != (other := around.get(name, b"")):
                fact = fact._replace(around=other)
            self.ledger.facts[name] = fact

    def cards(self) -> None:
        """Draw the cards of the claims that were filled."""
        before = self.past.ledger.cards
        self.ledger.cards = {
            path: before[path]
            for name, known in self.ledger.facts.items()
            for path in known.paths(name)
            if path in before
        }
        for number in range(self.facts.batches):
            if drawings := pickle.loads(self.into.spooled(f"cards-{number}")):
                drawn = self.into.draw(drawings)
                self.ledger.cards |= drawn
                self._describe(drawn)
        self._as_before(self.ledger.cards)

    def coverage(self, progress: Progress) -> None:
        """Find what claims cover of the sources of which that may be something else than before."""
        before, new = self.past.ledger.covered, []
        for name in self.making.corpus.texts:
            known = before.get(name)
            if known is not None and name not in self.past.changed:
                self.spans.written[name] = known.spans
            if known is not None and known.mark == self.citing[name]:
                self.ledger.covered[name] = known
            else:
                new.append(name)
        progress.stage("cover articles", len(new))
        tasks = [(start, new[start : start + AT_ONCE]) for start in range(0, len(new), AT_ONCE)]
        done = self.facts.hands(partial(cover, self.making, self.spans, self.into), tasks)
        for (number, _), batch in zip(tasks, done, strict=True):
            at = 0
            for one in batch:
                self.spans.written[one.id] = one.spans
                self.ledger.covered[one.id] = KnownCoverage(self.citing[one.id], one.strokes, one.spans)
                self.covered[one.id] = lines_of(render.COVERAGE_DATA, number), at, at + one.length
                at += one.length
                progress.step()

    def sheets(self, progress: Progress) -> None:
        """Lay the pages that are made from rows and are not as before."""
        new = []
        for sheet in self.making.sheets(lambda source: self.ledger.covered[source].strokes):
            rows, sources = (
                [self.marks[row.id] for row in sheet.rows],
                [self.citing[name] for name in sheet.sources],
            )
            mark = self.ledger.pages[sheet.path] = digest_of(sheet.rest, b"".join(rows), b"".join(sources))
            if sheet.listed:
                self.listed.append(sheet.path)
            if self.past.ledger.pages.get(sheet.path) != mark or not self.past.intact(sheet.path):
                new.append(sheet)
        progress.stage("render the site", len(new))
        tasks = [new[start : start + AT_ONCE] for start in range(0, len(new), AT_ONCE)]
        for laid in self.facts.hands(partial(lay, self.making, self.into), tasks):
            for path, one in laid:
                self.ledger.files[path] = one
                progress.step()
        self._as_before(self.ledger.pages)

    def joins(self, progress: Progress) -> None:
        """Lay the files of what all claims and sources say to programs."""
        progress.stage("join the data")
        for join in self.making.joins(self.listed):
            if self._join(join):
                self._describe([join.path])
        self._as_before(self.ledger.joins)

    def manifest(self) -> None:
        """Lay the manifest, which tells of every other file."""
        self._join(self.making.manifest(self.ledger.files))

    def _join(self, join: render.Join) -> bool:
        """Lay a file of lines; say whether it may be another than before."""
        of_sources = join.path == render.COVERAGE_DATA
        places, lengths = self._of_sources(join.path) if of_sources else self._of_claims(join.path)
        runs = list(whole(join.path, places, len(join.separator)))
        self.ledger.joins[join.path] = Lines(len(join.head), len(join.separator), lengths)
        mark = self.ledger.pages[join.path] = digest_of(join.head, join.tail, list(lengths.items()))
        as_before = mark == self.past.ledger.pages.get(join.path)
        if as_before and all(run.path == join.path for run in runs):
            return False
        self.into.join(join.path, join.head, runs, join.separator, join.tail)
        return True

    def _describe(self, paths: Iterable[str]) -> None:
        """Take note what files are like that were laid."""
        self.ledger.files.update((path, self.into.described(path)) for path in paths)

    def _as_before(self, paths: Iterable[str]) -> None:
        """Take note that the others of these files are what they were."""
        files, before = self.ledger.files, self.past.ledger.files
        files.update((path, before[path]) for path in paths if path not in files)

    def _of_claims(self, path: str) -> tuple[list[Place], dict[str, int]]:
        """Return where the lines of claims lie that go into a file, and their lengths by claim."""
        new: dict[str, Place] = {}
        ends: dict[int, int] = {}
        for name, (number, one) in self.filled.items():
            if length := one.lengths.get(path, 0):
                start = ends.get(number, 0)
                end = ends[number] = start + length
                new[name] = lines_of(path, number), start, end
        before = self.past.ledger.joins.get(path)
        known, starts = (before.lengths, before.starts()) if before else ({}, {})
        places, lengths = [], {}
        for row in self.making.rows:
            name = row.id
            if name in new:
                _, start, end = new[name]
                places.append(new[name])
                lengths[name] = end - start
            elif name in known and name not in self.filled:
                start, length = starts[name], known[name]
                places.append((path, start, start + length))
                lengths[name] = length
        return places, lengths

    def _of_sources(self, path: str) -> tuple[list[Place], dict[str, int]]:
        """Return where the lines of sources lie in the file of coverage, and their lengths."""
        before = self.past.ledger.joins.get(path)
        known, starts = (before.lengths, before.starts()) if before else ({}, {})
        places = {
            name: self.covered.get(name) or (path, starts[name], starts[name] + known[name])
            for name in self.making.corpus.texts
        }
        return list(places.values()), {name: end - start for name, (_, start, end) in places.items()}

    def assets(self) -> None:
        """Lay the style sheet, scripts and icons, which follow from the basis."""
        paths = self.past.ledger.assets
        if not paths or not all(map(self.past.intact, paths)):
            pages = list(self.making.assets())
            for page in pages:
                self.into.lay(page.path, page.content)
                self.ledger.files[page.path] = render.described(page.content)
            paths = tuple(page.path for page in pages)
        self.ledger.assets = paths
        self._as_before(paths)

    def _arounds(self) -> dict[str, bytes]:
        """Return digests of all that the files of each claim tell of others.

        Where all claims stand to each other as they did, these are as they were, but for claims that are new and for those with a
        measure of which a claim is another.
        """
        now, before = self.ledger, self.past.ledger
        moved = {
            row.id
            for measure, mark in now.measures.items()
            if before.measures.get(measure) != mark
            for row in self.making.measures[measure]
        }
        around = {}
        for row in self.making.rows:
            known = self.facts.known[row.id].around
            as_before = now.order == before.order and known and row.id not in moved
            around[row.id] = known if as_before else self._around(row)
        return around

    def _around(self, row: Row) -> bytes:
        """Return a digest of all that a claim's files tell of other claims."""
        named, measure = self.making.bears_on(row)
        return digest_of(named, self.ledger.measures.get(measure or "", b""))


def fill(making: Making, into: Publication | Shelf, number: int) -> list[Filled]:
    """Fill the gaps of the claims of a batch, lay their files, and spool their lines and cards."""
    filled: list[Filled] = []
    lines: dict[str, list[bytes]] = {}
    cards: list[Drawing] = []
    printed = [(render.Printed(*one), card) for *one, card in marshal.loads(into.spooled(f"claims-{number}"))]
    files = [render.filled(one, making.around(making.row(one.id)), making.templating) for one, _ in printed]
    for (one, card), (page, data) in zip(printed, files, strict=True):
        paths = [page.path, *(file.path for file in data.pages)]
        own = (page, *data.pages)
        for file in own:
            into.lay(file.path, file.content)
        said = {
            **data.lines,
            render.MANIFEST: making.attested(one.id, data.lines[render.MANIFEST], own),
        }
        for path, line in said.items():
            lines.setdefault(path, []).append(line)
        if card is not None:
            cards.append(making.drawing(one.id, card))
            paths.append(cards[-1].path)
        filled.append(Filled(one.id, tuple(paths), {path: len(line) for path, line in said.items()}))
    for path, every in lines.items():
        into.spool(lines_of(path, number), b"".join(every))
    into.spool(f"cards-{number}", pickle.dumps(cards, 5))
    return filled


def cover(
    making: Making, known: KnownSpans, into: Publication | Shelf, task: tuple[int, Sequence[str]]
) -> list[Covered]:
    """Find what claims cover of sources, and spool what these say in the file of coverage."""
    number, sources = task
    covered, lines = [], []
    for name in sources:
        lines.append(making.coverage_line(name))
        spans = marshal.dumps(known[name])
        covered.append(Covered(name, making.covered(name).strokes, spans, len(lines[-1])))
    into.spool(lines_of(render.COVERAGE_DATA, number), b"".join(lines))
    return covered


def lay(
    making: Making, into: Publication | Shelf, sheets: Sequence[render.Sheet]
) -> list[tuple[str, render.Described]]:
    """Print and lay the pages of sheets; return what each is like."""
    try:
        views = [sheet.view() for sheet in sheets]
        pages = [making.page(view) for view in views]
        for page in pages:
            into.lay(page.path, page.content)
    except (OSError, render.TemplateFaultError):
        raise
    except Exception as fault:
        noted(fault, ((f"while {one.path} was printed", partial(_page, making, one)) for one in sheets))
        raise
    return [(page.path, render.described(page.content)) for page in pages]


def _page(making: Making, sheet: render.Sheet) -> Page:
    return making.page(sheet.view())


def lines_of(path: str, number: int) -> str:
    """Return where the lines are spooled that a batch gives to a file."""
    return f"{path.replace('/', '-')}-{number}"


def _citing(
    rows: Iterable[Row], sources: Mapping[str, bytes], marks: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return a digest of all that is known of each source and of the claims that cite it."""
    cited: dict[str, list[bytes]] = {name: [] for name in sources}
    for row in rows:
        for name in row.sources:
            cited[name].append(marks[row.id])
    return {name: digest_of(sources[name], by) for name, by in cited.items()}


def whole(path: str, places: Iterable[Place], between: int) -> Iterator[Run]:
    """Return the runs of these places; those are one that follow each other in the published file, with only what separates them between."""
    lies, start, end = "", 0, 0
    for where, begin, stop in places:
        if where == lies == path and begin == end + between:
            end = stop
        else:
            if lies:
                yield Run(lies, start, end)
            lies, start, end = where, begin, stop
    if lies:
        yield Run(lies, start, end)
