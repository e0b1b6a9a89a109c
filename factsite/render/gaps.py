"""What the files of a claim take from other claims, and the gaps that they leave for it.

A claim is printed from what is known of the claim alone; where other claims come in, its page has a gap. So it need not
be printed anew when only they change, and can be printed before they are read. The gaps are filled when all rows are there.

In the text that a template prints, each gap begins with a lone surrogate. None can come from an author or a source: it cannot be written in UTF-8,
in which all that we read is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple
from factsite.page import Page
from factsite.render import urls
from factsite.render.data import ClaimData
from factsite.render.data.joined import in_line
from factsite.render.views import AroundView, Gaps, Link, NoteView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.comparisons import Elsewhere
    from factsite.findings import Row
    from factsite.render.pages.order import Beside
    from factsite.render.templates import Templates

GAP = "\ud800"
GAPS = Gaps(*(f"{GAP}{number}" for number in range(len(Gaps._fields))))
"""What a claim's template prints where a gap is; the number is one digit."""


Titled = tuple[str, str]
"""A claim: its id, and its sentence."""


class Printed(NamedTuple):
    """The files of a claim, as far as the claim itself says what stands in them; all fields are plain values.

    ``pieces`` is the page between its ``gaps``, which go by their names: one more than those. ``cites`` leads to each citation of its evidence:
    address and words. ``document`` is its JSON before and after what is said of other claims; ``files`` are path and content of
    what needs nothing more, ``lines`` as in ``ClaimData``, but for the JSON.
    """

    id: str
    pieces: tuple[bytes, ...]
    gaps: tuple[str, ...]
    cites: tuple[tuple[str, str], ...]
    document: tuple[str, str]
    files: tuple[tuple[str, bytes], ...]
    lines: dict[str, bytes]


class Around(NamedTuple):
    """All that a claim's files take from other claims, in plain values.

    ``others`` are those of its measure that its figures are held against: id and sentence, kind, relation and text of what is said, and the
    citations that it rests on.
    """

    previous: tuple[Titled, ...] = ()
    following: tuple[Titled, ...] = ()
    related: tuple[Titled, ...] = ()
    near: tuple[Titled, ...] = ()
    others: tuple[tuple[str, str, str, str, str, tuple[int, ...]], ...] = ()


def around_of(row: Row, titles: Mapping[str, str], elsewhere: Iterable[Elsewhere], beside: Beside) -> Around:
    """Return what other claims give; ``elsewhere`` says how the figures of the claim stand to theirs, ``beside`` what its neighbours are."""
    previous, following, related, near = (
        tuple((name, titles[name]) for name in names)
        for names in (beside.previous, beside.following, row.related, beside.near)
    )
    return Around(
        previous,
        following,
        related,
        near,
        tuple(
            (other.claim, titles[other.claim], other.kind, other.relation, other.text, other.citations)
            for other in elsewhere
        ),
    )


def split(page: str) -> tuple[tuple[bytes, ...], tuple[str, ...]]:
    """Return what stands between the gaps of a page, and the names of the gaps."""
    first, *others = page.split(GAP)
    pieces = (first, *(part[1:] for part in others))
    return tuple(piece.encode("utf-8") for piece in pieces), tuple(
        Gaps._fields[int(part[0])] for part in others
    )


def filled(printed: Printed, around: Around, templating: Templates) -> tuple[Page, ClaimData]:
    """Return a claim's page and its data."""
    here = urls.claim(printed.id)
    view = _view(printed, around)
    parts = templating.parts(printed.gaps, view, urls.root(here))
    page = [printed.pieces[0]]
    for part, piece in zip(parts, printed.pieces[1:], strict=True):
        page += part.encode("utf-8"), piece
    document = _document(printed.document, around).encode()
    own = Page(urls.claim_data(printed.id), document + b"\n")
    files = (own, *(Page(path, content) for path, content in printed.files))
    return Page(here, b"".join(page)), ClaimData(files, {urls.CLAIMS_DATA: document, **printed.lines})


def _view(printed: Printed, around: Around) -> AroundView:
    return AroundView(
        previous=next(_links(around.previous), None),
        following=next(_links(around.following), None),
        related=tuple(_links(around.related)),
        near=tuple(_links(around.near)),
        others=tuple(
            NoteView(kind, text, _cites(printed, citations), "computed", Link(urls.claim(name), title))
            for name, title, kind, _, text, citations in around.others
        ),
    )


def _links(claims: Iterable[Titled]) -> Iterator[Link]:
    return (Link(urls.claim(name), title) for name, title in claims)


def _cites(printed: Printed, positions: Sequence[int]) -> tuple[Link, ...]:
    """Return the links to what a note rests on, each line once."""
    return tuple(dict.fromkeys(Link(*printed.cites[position]) for position in positions))


def _document(halves: tuple[str, str], around: Around) -> str:
    """Return a claim's JSON with what is said of other claims."""
    said = [
        {"claim": name, "kind": kind, "relation": relation, "text": text, "evidence": citations}
        for name, _, kind, relation, text, citations in around.others
    ]
    before, after = halves
    return before + (in_line(said) if said else "[]") + after
