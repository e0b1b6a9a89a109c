"""What templates print: one frozen view per template, in which everything is ready to be printed.

They are named tuples, which are made ten times faster than frozen data classes when the program starts. Addresses in
views count from the top of the site; a template puts ``frame.root`` before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.render.views.cards import (
    CardBar,
    CardGap,
    CardQuotation,
    CardStrip,
    CardText,
    CardTick,
    CardView,
    CardWords,
    PenStroke,
)
from factsite.render.views.claims import (
    AroundView,
    CiteView,
    ClaimView,
    ComparedView,
    EvidenceView,
    Gaps,
    NoteView,
    PairView,
    ReadingView,
    RedirectView,
    WordingView,
)
from factsite.render.views.coverage import (
    CoverageView,
    CoveredLine,
    Covering,
    Meter,
    SourceCoverage,
    Unchecked,
)
from factsite.render.views.essays import (
    Change,
    CorrectionsView,
    EssayView,
    MethodologyView,
    NotFoundView,
    RuleCase,
)
from factsite.render.views.frames import Alternate, Card, CitedLine, Dated, Frame, Link, Mark, Segment
from factsite.render.views.lists import (
    Choice,
    ClaimItem,
    DiscrepanciesView,
    Group,
    IndexView,
    ListView,
    Paging,
    SearchView,
    Side,
    Sieve,
    TopicItem,
    TopicsView,
)
from factsite.render.views.matrix import MatrixGroup, MatrixRow, MatrixTable, MatrixView, Sign
from factsite.render.views.pictures import BarView, GapView, StripRow, StripView, TallyView, TickView
from factsite.render.views.sources import (
    Backlink,
    Particular,
    SharedView,
    SourceItem,
    SourceLine,
    SourcesView,
    SourceView,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Alternate",
    "AroundView",
    "Backlink",
    "BarView",
    "Card",
    "CardBar",
    "CardGap",
    "CardQuotation",
    "CardStrip",
    "CardText",
    "CardTick",
    "CardView",
    "CardWords",
    "Change",
    "Choice",
    "CiteView",
    "CitedLine",
    "ClaimItem",
    "ClaimView",
    "ComparedView",
    "CorrectionsView",
    "CoverageView",
    "CoveredLine",
    "Covering",
    "Dated",
    "DiscrepanciesView",
    "EssayView",
    "EvidenceView",
    "Frame",
    "GapView",
    "Gaps",
    "Group",
    "IndexView",
    "Link",
    "ListView",
    "Mark",
    "MatrixGroup",
    "MatrixRow",
    "MatrixTable",
    "MatrixView",
    "Meter",
    "MethodologyView",
    "NotFoundView",
    "NoteView",
    "Paging",
    "PairView",
    "Particular",
    "PenStroke",
    "ReadingView",
    "RedirectView",
    "RuleCase",
    "SearchView",
    "Segment",
    "SharedView",
    "Side",
    "Sieve",
    "Sign",
    "SourceCoverage",
    "SourceItem",
    "SourceLine",
    "SourceView",
    "SourcesView",
    "StripRow",
    "StripView",
    "TallyView",
    "TickView",
    "TopicItem",
    "TopicsView",
    "Unchecked",
    "WordingView",
]

TEMPLATES: Sequence[tuple[type, str]] = (
    (ClaimView, "pages/claim.html"),
    (IndexView, "pages/index.html"),
    (ListView, "pages/list.html"),
    (DiscrepanciesView, "pages/discrepancies.html"),
    (MatrixView, "pages/matrix.html"),
    (TopicsView, "pages/topics.html"),
    (SearchView, "pages/search.html"),
    (SourceView, "pages/source.html"),
    (SourcesView, "pages/sources.html"),
    (CoverageView, "pages/coverage.html"),
    (MethodologyView, "pages/methodology.html"),
    (CorrectionsView, "pages/corrections.html"),
    (EssayView, "pages/essay.html"),
    (NotFoundView, "pages/not-found.html"),
    (RedirectView, "pages/redirect.html"),
    (CardView, "cards/claim.svg"),
)

AROUND = "parts/around.html"
"""What fills the gaps of a claim's page: a macro for each, of the same name."""
