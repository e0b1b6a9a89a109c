"""The half of a build that is done fact by fact: a fact file and what it is read against, to all that the claim itself gives.

It is a pure function of its inputs. So it is done in any process and in any order, and what came of it can be remembered for as
long as its inputs are the same.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import marshal
import pickle
import sys
from contextlib import suppress
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING

from factsite import analyse, check, load, plain
from factsite.blame import noted
from factsite.bundled import PACKAGE
from factsite.frozen import NamedTuple, dataclass
from factsite.memo.ledger import MARK, Judged, KnownFact
from factsite.memo.memory import Memory
from factsite.memo.pack import packed
from factsite.progress import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factsite.diagnostic import Diagnostic
    from factsite.findings import Background, ClaimFindings, Row
    from factsite.hands import Hands
    from factsite.memo.ledger import Past
    from factsite.memo.memory import Key
    from factsite.model import Claim
    from factsite.progress import Progress
    from factsite.publish import Publication, Shelf
    from factsite.render import Templates

BATCH = 32
"""So many facts are examined at once."""


class Examination(NamedTuple):
    """What one claim gives: its findings, its row, and one result for each thing that was judged."""

    claim: Claim
    found: ClaimFindings
    row: Row
    results: tuple[Diagnostic | None, ...]


class Fact(NamedTuple):
    """A fact file: the id of its claim, its path in the site folder, and its bytes where they are not to be read from there."""

    id: str
    file: str
    content: bytes | None = None


class Setting(NamedTuple):
    """What facts are examined with: the site folder, what they are read against, and the folders of templates.

    ``state`` tells the templates from those that stood in the same folders before.
    """

    folder: str
    background: Background
    templates: tuple[Path, ...] = ()
    state: bytes = b""

    def templating(self) -> Templates:
        """Return the templates, which a process reads once. Raises ``TemplateFaultError``."""
        return _templates(self.templates, self.state)

    def prepare(self, past: Past) -> None:
        """Read the templates, as they were remembered if they were, so that forked processes have them."""
        from factsite.render import TemplateFaultError, Templates

        with suppress(TemplateFaultError):
            _known[self.templates, self.state] = Templates(self.templates, self._remember(past))

    def _remember(self, past: Past) -> Callable[[Key, Callable[[], bytes]], bytes]:
        """Return what keeps compiled templates: those of a site with its own, ours where Python keeps what it compiled of our modules."""
        if self.templates[0].is_dir() or sys.dont_write_bytecode:
            return partial(past.recall, "templates")
        return partial(Memory(PACKAGE / "__pycache__").recall, "templates")


class Examined(NamedTuple):
    """What is to be known of a fact file that was examined.

    ``digest`` is the SHA-256 of the file. There is no ``row`` where it is too faulty; the row's detail lies apart in ``detail``, and
    ``mark`` is a digest of the two. ``needs`` are the ids of the sources that the claim was read against. ``dates`` is what holds of the
    dates on whatever day.
    """

    id: str
    digest: bytes
    faults: tuple[Diagnostic, ...]
    checks: int = 0
    needs: tuple[str, ...] = ()
    row: Row | None = None
    detail: bytes = b""
    mark: bytes = b""
    dates: Judged = Judged(0, 0)


class Batch(NamedTuple):
    """Facts that were examined, and the files of their claims as far as these themselves say what stands in them.

    ``printed`` are marshalled: for each claim that is no draft ``render.Printed``, as a plain tuple, and its card as SVG, or None.
    ``broken`` is what is wrong with a template of the site's own, where a claim could not be printed.
    """

    facts: tuple[Examined, ...]
    printed: bytes
    broken: Diagnostic | None


def examine(claim: Claim, background: Background) -> Examination:
    """Analyse and check one claim."""
    return _done([claim], background)[0]


def examine_all(setting: Setting, facts: Sequence[Fact], *, printing: bool) -> Batch:
    """Read, analyse and check facts, and print the claims of those that hold if that is wanted.

    Each step is taken for all of them before the next is for any: so the processor has its code at hand, and takes two thirds of the time.
    """
    background = setting.background
    read = [_read(fact, setting.folder) for fact in facts]
    done = iter(_done([claim for _, claim, _ in read if claim is not None], background))
    examined, holding = [], []
    for fact, (digest, claim, faults) in zip(facts, read, strict=True):
        if claim is None:
            examined.append(Examined(fact.id, digest, faults))
            continue
        one = next(done)
        examined.append(_examined(one, digest, faults, background if printing else None))
        holds = not any(fault.severity == "error" for fault in examined[-1].faults)
        if holds and not claim.is_draft:
            holding.append(one)
    printed, broken = _printed(holding, setting) if printing and holding else ([], None)
    return Batch(tuple(examined), marshal.dumps(printed), broken)


def _read(fact: Fact, folder: str) -> tuple[bytes, Claim | None, tuple[Diagnostic, ...]]:
    """Return the digest of a fact file, and its claim with what is wrong with it."""
    try:
        content = fact.content if fact.content is not None else plain.read(folder, fact.file)
    except OSError as refusal:
        return b"", None, (load.unreadable(fact.file, refusal),)
    return hashlib.sha256(content).digest(), *load.read_fact(fact.file, content)


def _done(claims: Sequence[Claim], background: Background) -> list[Examination]:
    """Analyse and check claims."""
    found = [analyse.examine_claim(claim, background) for claim in claims]
    both = list(zip(claims, found, strict=True))
    results = [tuple(check.check_claim(claim, of, background)) for claim, of in both]
    return [
        Examination(claim, of, analyse.row_of(claim, of, background.sources), judged)
        for (claim, of), judged in zip(both, results, strict=True)
    ]


def _examined(
    done: Examination, digest: bytes, faults: Sequence[Diagnostic], background: Background | None
) -> Examined:
    """Return what is to be known of a claim, ready to be sent; with the background, and to be remembered."""
    detail = packed(done.row.detail)
    row = done.row.apart()
    found = (*faults, *(result for result in done.results if result is not None))
    if background is None:
        return Examined(
            done.claim.id, digest, found, len(done.results), (), row, detail, dates=_judged(done.row)
        )
    mark = hashlib.blake2b(pickle.dumps(row, 5) + detail, digest_size=MARK).digest()
    needs = analyse.basis_of(done.claim, background).sources
    return Examined(
        done.claim.id,
        digest,
        found,
        len(done.results),
        row.sources if needs == row.sources else needs,  # held and written down once
        row,
        detail,
        mark,
        _judged(done.row),
    )


def _judged(row: Row) -> Judged:
    """Judge the dates of a claim as on the day when none of them lies ahead, after which nothing can become wrong."""
    day = max((dated.day for dated in (*row.dates, *row.dates_read)), default=dt.date.min)
    results = list(check.check_dates([row], day))
    return Judged(0, 0) if any(results) else Judged(day.toordinal(), len(results))


def _printed(
    done: Sequence[Examination], setting: Setting
) -> tuple[list[tuple[object, ...]], Diagnostic | None]:
    """Return the files of claims, each with its card if there are cards; or what is wrong with a template, as the first claim has it."""
    from factsite import render

    background = setting.background
    try:
        templating = setting.templating()
        claims = [(one.claim, one.found) for one in done]
        printed = render.claims_printed(claims, background, templating)
        if not background.site.has_cards:
            return [(*one, None) for one in printed], None
        cards = [render.claim_card(*claim, background, templating).svg for claim in claims]
        return [(*one, card) for one, card in zip(printed, cards, strict=True)], None
    except render.TemplateFaultError as fault:
        alone = (_printed([one], setting)[1] for one in done) if len(done) > 1 else ()
        return [], next(filter(None, alone), fault.diagnostic)


_known: dict[tuple[tuple[Path, ...], bytes], Templates] = {}
"""The templates that this process has read last."""


def _templates(folders: tuple[Path, ...], state: bytes) -> Templates:
    """Return the templates of these folders in this state, which a process reads once."""
    from factsite.render import Templates

    if (folders, state) not in _known:
        _known.clear()
        _known[folders, state] = Templates(folders)
    return _known[folders, state]


@dataclass(frozen=True, slots=True)
class Examining:
    """Examines tasks of facts, and spools what is printed of them; each task has a number, and so have its files."""

    setting: Setting
    into: Publication | Shelf | None

    def __call__(self, task: tuple[int, Sequence[Fact]]) -> Batch:
        """Do a task here."""
        number, facts = task
        try:
            return self._spooled(number, self._examined(facts))
        except OSError:
            raise
        except Exception as fault:
            noted(
                fault, ((f"while {one.file} was examined", partial(self._examined, [one])) for one in facts)
            )
            raise

    def _examined(self, facts: Sequence[Fact]) -> Batch:
        return examine_all(self.setting, facts, printing=self.into is not None)

    def received(self, task: tuple[int, Sequence[Fact]], batch: Batch) -> Batch:
        """Take what came of a task elsewhere; what is wrong with a template is told best where the template lies."""
        return self(task) if batch.broken else self._spooled(task[0], batch)

    def _spooled(self, number: int, batch: Batch) -> Batch:
        if self.into is not None:
            self.into.spool(f"claims-{number}", batch.printed)
        return batch._replace(printed=b"")


class Facts:
    """The facts of a site, examined: what is known of each, in the order of their ids, and their rows.

    ``printed`` says in which batch the files of a claim are spooled; those of the others are as they are published.
    """

    def __init__(self, setting: Setting, past: Past, into: Publication | Shelf | None, hands: Hands) -> None:
        """Take what facts are examined with, what is known of the last build, and where files are spooled, if any are printed."""
        self.setting, self.past, self.into, self.hands = setting, past, into, hands
        self.known: dict[str, KnownFact] = {}
        self.rows: list[Row] = []
        self.printed: dict[str, int] = {}
        self.broken: Diagnostic | None = None
        self.batches = 0
        self.files: Mapping[str, str] = {}
        _known.clear()
        if into is not None:
            setting.prepare(past)

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of every fact file."""
        return {file: self.known[name].digest.hex() for name, file in self.files.items()}

    @property
    def faults(self) -> Iterator[Diagnostic]:
        """What is wrong with the facts, each by itself."""
        return (fault for known in self.known.values() for fault in known.faults)

    @property
    def checks(self) -> int:
        """How many checks were made of the claims that are to be published."""
        return sum(known.checks for known in self.known.values() if known.row and not known.row.draft)

    def check_dates(self, rows: Iterable[Row], today: dt.date) -> Iterator[Diagnostic | None]:
        """Judge the dates of claims; those that are known to hold by now are not judged again."""
        now = today.toordinal()
        for row in rows:
            day, checks = self.known[row.id].dates
            yield from repeat(None, checks) if 0 < day <= now else check.check_dates([row], today)

    def examine(self, files: Mapping[str, str], instead: Mapping[str, bytes], progress: Progress) -> None:
        """Examine the facts of these files, by id, as far as nothing is known of them; ``instead`` has the content of some."""
        self.files = files
        found: dict[str, KnownFact] = {}
        new = []
        for name, file in files.items():
            known = (
                None
                if file in instead
                else self.past.fact(name, file, self.setting.folder, published=self.into is not None)
            )
            if known is None:
                new.append(Fact(name, file, instead.get(file)))
            else:
                found[name] = known
        found |= {one.id: known for one, known in self.examined(new, progress)}
        self.known = {name: found[name] for name in files}
        self.rows = [row for known in self.known.values() if (row := self.past.row(known)) is not None]

    def examined(
        self, facts: Sequence[Fact], progress: Progress = UNWATCHED
    ) -> Iterator[tuple[Examined, KnownFact]]:
        """Examine facts, spool what is printed of them, and yield what is to be known of each."""
        tasks = [
            (self.batches + number, facts[start : start + BATCH])
            for number, start in enumerate(range(0, len(facts), BATCH))
        ]
        self.batches += len(tasks)
        progress.stage("check claims", len(facts))
        batches: Iterator[Batch] = self.hands(Examining(self.setting, self.into), tasks)
        for (number, _), batch in zip(tasks, batches, strict=True):
            self.broken = self.broken or batch.broken
            for one in batch.facts:
                row = one.row and self.past.put(one.row, one.detail)
                if row is not None and not row.draft:
                    self.printed[one.id] = number
                yield (
                    one,
                    KnownFact(one.digest, one.faults, one.checks, one.needs, row, one.mark, one.dates),
                )
                progress.step()
