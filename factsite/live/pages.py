"""The pages of one state of the site, each made when it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factsite.drawing import picture
from factsite.frozen import NamedTuple
from factsite.page import Page
from factsite.render import COVERAGE_DATA, MANIFEST, described

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factsite.diagnostic import Diagnostic
    from factsite.facts import Examination
    from factsite.making import Making
    from factsite.memo.memory import Memory
    from factsite.render import ClaimData, Sheet


class ClaimPages(NamedTuple):
    """The pages of one claim, and what they were made from."""

    examination: Examination
    templating: object
    around: tuple[object, ...]
    pages: dict[str, bytes]
    written: ClaimData

    @property
    def own(self) -> Iterator[Page]:
        """The same pages, one by one."""
        return (Page(path, content) for path, content in self.pages.items())


Kept = dict[str, ClaimPages]
"""The pages of claims by id, from one state of the site to the next."""


class Pages:
    """The pages of one state of the site."""

    def __init__(
        self,
        making: Making,
        shown: Sequence[Examination],
        kept: Kept,
        memory: Memory,
        lock: threading.RLock,
    ) -> None:
        """Take what the pages are made from, the claims that are shown, what is kept of earlier ones, and what only one page at a time can be made with."""
        self._making, self._kept, self._memory, self._lock = making, kept, memory, lock
        self._examined = {done.claim.id: done for done in shown}
        self._printed: dict[str, bytes] = {}

    def get(self, path: str) -> bytes | None:
        """Return what stands at a path; None where there is nothing. Raises ``TemplateFaultError``."""
        with self._lock:
            folder, _, name = path.rpartition("/")
            done = self._examined.get(name.partition(".")[0])
            if folder == "claims" and done is not None and path in (pages := self._claim(done).pages):
                return pages[path]
            if folder == "cards" and done is not None and self._making.corpus.site.has_cards:
                return picture(self._memory, self._making.card(done))
            if folder == "assets":
                return self.assets.get(path)
            if path in self._sheets:
                return self._page(path)
            if path == MANIFEST:
                return self._manifest
            return self._data.get(path) if self._making.gives(path) else None

    def every(self) -> Iterator[tuple[str, bytes]]:
        """Yield every page with its path, in the order of a build. Raises ``TemplateFaultError``."""
        for done in self._examined.values():
            with self._lock:
                pages = self._claim(done).pages
            yield from pages.items()
        with self._lock:
            paths = list(self._sheets)
        for path in paths:
            with self._lock:
                content = self._page(path)
            yield path, content or b""
        with self._lock:
            rest = self.assets | self._data
        yield from rest.items()
        with self._lock:
            yield MANIFEST, self._manifest

    def faults(self, superseded: Callable[[], bool], *, own_templates: bool) -> list[Diagnostic]:
        """Return what the cards have to leave out; raises ``TemplateFaultError`` where a page or card cannot be made.

        Ours can always be made, so nothing is made but where the site has templates of its own.
        """
        making = self._making
        if own_templates:
            for _ in self.every():
                if superseded():
                    return []
        if not making.corpus.site.has_cards:
            return []
        with self._lock:
            if own_templates:
                for done in self._examined.values():
                    making.card(done)
            return list(making.card_faults())

    @cached_property
    def assets(self) -> dict[str, bytes]:
        """The style sheet, scripts and icons."""
        return _by_path(self._making.assets())

    def _claim(self, done: Examination) -> ClaimPages:
        """Return the pages of a claim, made anew where anything that they tell of is new."""
        making, known = self._making, self._kept.get(done.claim.id)
        around = making.around(done.row)
        if (
            known is None
            or known.examination is not done
            or known.templating is not making.templating
            or known.around != around
        ):
            page, written = making.claim(done)
            pages = _by_path((page, *written.pages))
            known = self._kept[done.claim.id] = ClaimPages(done, making.templating, around, pages, written)
        return known

    def _page(self, path: str) -> bytes | None:
        """Return a page that is made from the rows."""
        if path not in self._printed:
            if path not in self._sheets:
                return None
            self._printed[path] = self._making.page(self._sheets[path].view()).content
        return self._printed[path]

    @cached_property
    def _sheets(self) -> dict[str, Sheet]:
        return {sheet.path: sheet for sheet in self._making.sheets()}

    @cached_property
    def _data(self) -> dict[str, bytes]:
        written = [self._claim(done).written for done in self._examined.values()]

        def lines(path: str) -> Iterator[bytes]:
            if path == COVERAGE_DATA:
                return map(self._making.coverage_line, self._making.corpus.texts)
            return (one.lines.get(path, b"") for one in written)

        listed = [path for path, sheet in self._sheets.items() if sheet.listed]
        return {join.path: b"".join(join.pieces()) for join in self._making.joins(listed, lines)}

    @cached_property
    def _manifest(self) -> bytes:
        """The manifest, but for the cards: these are drawn only when they are asked for."""
        claims = (self._claim(done) for done in self._examined.values())
        lines = [
            self._making.attested(one.examination.claim.id, one.written.lines[MANIFEST], one.own)
            for one in claims
        ]
        pages = {path: self._page(path) or b"" for path in self._sheets}
        files = {path: described(page) for path, page in (pages | self._data | self.assets).items()}
        return self._making.manifest(files, lines).page().content


def _by_path(pages: Iterable[Page]) -> dict[str, bytes]:
    return {page.path: page.content for page in pages}
