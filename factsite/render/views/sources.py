"""What the pages of the articles show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from markupsafe import Markup

    from factsite.render.views.coverage import Meter
    from factsite.render.views.frames import Frame, Link, Mark, Segment
    from factsite.render.views.lists import Paging


class Particular(NamedTuple):
    """What is known of a source: its name, its value ("not stated" where there is none) and where it stands.

    ``line`` is the line of the article that has it; None with a value means that the editors gave it.
    """

    name: str
    value: str | None
    line: Link | None = None
    href: str | None = None


class SourceItem(NamedTuple):
    """A source in a list; ``lines`` says how many of its lines claims cite."""

    href: str
    label: str
    title: str | None
    particulars: tuple[Particular, ...]
    cited: str
    shares: str
    coverage: Link
    lines: Meter


class Backlink(NamedTuple):
    """A claim that cites a line, and with what stance (None: in its prose)."""

    href: str
    claim: str
    mark: Mark
    stance: str | None


class SourceLine(NamedTuple):
    """A line of an article on its own page. ``segments`` is None where the line is not shown.

    ``ranges`` are the ranges of several lines that begin here and are linked to: the fragment, and how many lines.
    """

    number: int
    segments: tuple[Segment, ...] | None
    claims: tuple[Backlink, ...]
    boilerplate: str | None
    ranges: tuple[tuple[str, int], ...]


class SharedView(NamedTuple):
    """What an article shares with another: what that amounts to, and where the same words stand.

    Each run has the number of its words, the lines here and there, and the words where both articles may be shown.
    """

    other: Link
    words: str
    copied: bool
    runs: tuple[tuple[str, Link, Link, str], ...]


class SourceView(NamedTuple):
    """A source's page. ``name`` is what the site calls the article, where its headline is another; ``missing`` says what is not stated."""

    frame: Frame
    heading: str
    name: str | None
    byline: tuple[str, ...]
    missing: str | None
    particulars: tuple[Particular, ...]
    file: str
    sha256: str
    note: Markup | None
    cited: str
    shared: tuple[SharedView, ...]
    shared_further: str
    coverage: Link
    partial: bool
    lines: tuple[SourceLine, ...]
    edit: str | None
    previous: Link | None
    following: Link | None
    facets: tuple[str, ...]


class SourcesView(NamedTuple):
    """A page of the list of sources; ``shared`` says on the first whether any copy each other."""

    frame: Frame
    items: tuple[SourceItem, ...]
    shared: str
    coverage: Link
    paging: Paging | None
