"""A site folder, kept load, examined and rendered: after a change, only what it bears on is done anew.

Where nothing is at fault, every page is that of a build. A fact file with a fault keeps its claim as it was last whole, and
leaves out one that never was; any other fault keeps the whole site as it was.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from factsite import plain
from factsite.check import check_dates, check_links, check_site
from factsite.diagnostic import sort_key
from factsite.live.examining import Articles, Backgrounds, Claims
from factsite.live.pages import Pages
from factsite.load import Kept, load
from factsite.making import Making
from factsite.memo.memory import Memory
from factsite.pipeline import as_asked, file_of, judged, without_drafts
from factsite.render import TemplateFaultError, Templates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from factsite.diagnostic import Diagnostic
    from factsite.facts import Examination
    from factsite.findings import Background
    from factsite.live.pages import Kept as KeptPages
    from factsite.model import Claim, Corpus, Site
    from factsite.values import BaseAddress

FACTS: Final = "content/facts/"


@dataclass(frozen=True, slots=True)
class State:
    """What a site folder is at one time: its faults, how much there is, and the pages that can be made.

    ``number`` counts the states. ``unmade`` are the claims that have no page for the time being. There are no pages where no
    site could be made yet.
    """

    number: int
    diagnostics: tuple[Diagnostic, ...] = ()
    claims: int = 0
    sources: int = 0
    drafts: int = 0
    unmade: frozenset[str] = frozenset()
    pages: Pages | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing keeps the site from being published."""
        return not any(fault.severity == "error" for fault in self.diagnostics)


class Workshop:
    """One site folder and its present state. One thread refreshes it, any number load it."""

    def __init__(
        self,
        folder: Path,
        templates: Sequence[Path],
        today: dt.date,
        *,
        base_url: BaseAddress | None = None,
        cards: bool = True,
    ) -> None:
        """Take what a build takes. Nothing is load before ``refresh``."""
        self.folder, self._folders, self._today = folder, templates, today
        self._base_url, self._cards = base_url, cards
        self.state = State(0)
        self._changed = threading.Condition()
        self._kept, self._articles, self._claims = Kept(), Articles(), Claims()
        self._backgrounds = Backgrounds()
        self._site: tuple[Site, Site] | None = None
        self._whole: dict[str, Claim] = {}
        self._pages: KeptPages = {}
        self._printing = threading.RLock()
        self._busy = False
        self._templates: tuple[object, Templates | TemplateFaultError] | None = None

    def refresh(self, changed: Iterable[str] = ()) -> State:
        """Read what is new in the folder, and make its state known; the files ``changed`` are load whatever their times say.

        Raises ``OSError`` where a file cannot be load.
        """
        self._busy = True
        try:
            state = self._refreshed(changed)
        finally:
            self._busy = False
        self._known(state)
        return state

    def _refreshed(self, changed: Iterable[str]) -> State:
        """Return the state in which the folder is now."""
        changed = list(changed)
        self._kept.forget(changed)
        if any("templates" in file.split("/") for file in changed):
            self._templates = None
        corpus, faults = load(self.folder, kept=self._kept)
        corpus = self._asked(corpus)
        self._articles.read(corpus)
        background = self._backgrounds.of(self._articles.background(corpus))
        published, drafts = without_drafts(corpus)
        examined = {claim.id: self._claims.examine(claim, background) for claim in corpus.claims}
        rows = [examined[claim.id].row for claim in published.claims]
        results = [result for done in examined.values() for result in done.results]
        results += check_dates((done.row for done in examined.values()), self._today)
        results += check_links(rows, published.ids["facts"], published.ids["drafts"])
        results += check_links([examined[draft.id].row for draft in drafts], corpus.ids["facts"])
        results += check_site(published, rows, self._today)
        found = [*faults, *filter(None, results)]
        faulty = {fault.place.file for fault in found if fault.severity == "error"}
        shown = list(self._shown(corpus, examined, background, faulty))
        self._claims.forget_unused()
        diagnostics = list(judged(found, (draft.id for draft in drafts)))
        pages = self.state.pages
        templating = self._templating()
        if all(file.startswith(FACTS) for file in faulty):
            if isinstance(templating, Templates):
                pages = self._made(corpus, background, shown, templating)
            elif not any(fault.severity == "error" for fault in diagnostics):
                diagnostics.append(templating.diagnostic)
        there = {done.claim.id for done in shown} if pages is not self.state.pages else corpus.ids["facts"]
        return replace(
            self.state,
            number=self.state.number + 1,
            diagnostics=tuple(sorted(diagnostics, key=sort_key)),
            claims=len(published.claims),
            sources=len(corpus.sources),
            drafts=len(drafts),
            unmade=corpus.ids["facts"] - there,
            pages=pages,
        )

    def complete(self) -> State | None:
        """Find the faults that show only when every page is made; None where there are none, or the state is superseded.

        Such are those of the site's own templates and of its cards; without either there is nothing to find.
        """
        state = self.state
        if state.pages is None or not state.holds:
            return None
        try:
            own = any(_files(str(self._folders[0])))
            more = state.pages.faults(lambda: self._busy or self.state is not state, own_templates=own)
        except TemplateFaultError as fault:
            more = [fault.diagnostic]
        if not more:
            return None
        diagnostics = tuple(sorted((*state.diagnostics, *more), key=sort_key))
        new = replace(state, number=state.number + 1, diagnostics=diagnostics)
        return new if self._known(new, state) else None

    def wait(self, number: int, seconds: float) -> State:
        """Return the present state, at once if it is another than that of the number, else after so many seconds at most."""
        with self._changed:
            self._changed.wait_for(lambda: self.state.number != number, seconds)
            return self.state

    def _known(self, state: State, after: State | None = None) -> bool:
        """Make a state the present one; one that comes ``after`` another only if that one still is."""
        with self._changed:
            if after is not None and (self._busy or self.state is not after):
                return False
            self.state = state
            self._changed.notify_all()
        return True

    def _asked(self, corpus: Corpus) -> Corpus:
        """Return the corpus with the site that was asked for, the very same one as long as its file is."""
        read_site = corpus.site
        if self._site is None or self._site[0] is not read_site:
            self._site = read_site, as_asked(corpus, self._base_url, cards=self._cards).site
        return replace(corpus, site=self._site[1])

    def _shown(
        self,
        corpus: Corpus,
        examined: dict[str, Examination],
        background: Background,
        faulty: set[str],
    ) -> Iterator[Examination]:
        """Yield the examinations of the claims that can be shown: as they are, or else as they were last whole."""
        whole: dict[str, Claim] = {}
        for name in sorted(corpus.ids["facts"]):
            done = examined.get(name)
            if done is not None and file_of(name) not in faulty:
                whole[name] = done.claim
                yield done
            elif name in self._whole:
                claim = whole[name] = self._whole[name]
                done = self._claims.examine(claim, background, "as it was")
                if not any(result and result.severity == "error" for result in done.results):
                    yield done
        self._whole = whole

    def _made(
        self, corpus: Corpus, background: Background, shown: list[Examination], templating: Templates
    ) -> Pages:
        """Return the pages of a site that shows these claims."""
        corpus = replace(corpus, claims=tuple(done.claim for done in shown))
        rows = [done.row for done in shown]
        every = cache(lambda: {one.source: one for one in self._articles.covered(corpus, rows)})
        making = Making(
            corpus, background, self._articles.shared, rows, templating, lambda source: every()[source]
        )
        return Pages(making, shown, self._pages, Memory(self.folder), self._printing)

    def _templating(self) -> Templates | TemplateFaultError:
        """Return the templates, or what is wrong with them; load anew where a file of theirs is new."""
        signature = [file for folder in self._folders for file in _files(str(folder))]
        if self._templates is None or self._templates[0] != signature:
            try:
                self._templates = signature, Templates(self._folders)
            except TemplateFaultError as fault:
                self._templates = signature, fault
        return self._templates[1]


def _files(folder: str) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield every file below a folder, with what tells whether it is as before; a link to a folder is one itself."""
    if plain.is_link(folder):
        yield folder, 0, 0, 0, 0
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        else:
            found = entry.stat(follow_symlinks=False)
            yield entry.path, found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
