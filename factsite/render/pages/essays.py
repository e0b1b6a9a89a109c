"""Pages of prose: about, methodology with the verdict rule, corrections with their log, and whatever else there is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factsite.render import disputes, markdown, urls
from factsite.render.frames import class_mark, frame
from factsite.render.pages.claims import corrections_of, withdrawal_of
from factsite.render.sheets import Sheet
from factsite.render.views import (
    Change,
    CorrectionsView,
    EssayView,
    Link,
    Mark,
    MethodologyView,
    NotFoundView,
    RuleCase,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markupsafe import Markup

    from factsite.findings import Method, Row
    from factsite.model import Corpus, Site
    from factsite.render.sheets import Labels
    from factsite.render.views import Frame

PARTS = ("methodology", "corrections")
"""Essays that are a part of a page which every site has."""


DATA = (
    (
        Link(urls.CLAIMS_DATA, "Claims as JSON"),
        "Each claim with its evidence, its figures as they are read, and its notes. Each is also a file of its own beside its page.",
    ),
    (Link(urls.CLAIMS_SCHEMA, "JSON Schema"), "The form of that file, and its version."),
    (
        Link(urls.CLAIMS_TABLE, "Claims as a table"),
        "CSV, a row for each claim. Text that a spreadsheet would take for a formula has an apostrophe before it.",
    ),
    (Link(urls.EVIDENCE_TABLE, "Evidence as a table"), "CSV, a row for each citation."),
    (
        Link(urls.ANNOTATIONS, "Web Annotations"),
        "Each citation in the model of the W3C, with its place in the article.",
    ),
    (
        Link(urls.MANIFEST, "Proof manifest"),
        "Each quotation with its article, lines, characters and digest, and each article with its SHA-256.",
    ),
    (Link(urls.COVERAGE_DATA, "Coverage"), "What of the articles claims cover, and what nobody has checked."),
)
"""The files of data that every site has."""

ABSOLUTE = (
    (
        Link(urls.REVIEWS_DATA, "ClaimReview"),
        "Each claim in the words of schema.org. There a supported claim is rated 5 and a refuted one 1, of 1 to 5; the other "
        "verdicts lie nowhere between and have words alone.",
    ),
    (
        Link(urls.FEED, "Feed (Atom)"),
        "Claims that were published, corrected or withdrawn, or whose verdict changed: the last ten, or those of the last week if they are more, and 200 at most.",
    ),
    (Link(urls.JSON_FEED, "Feed (JSON)"), "The same as JSON Feed."),
)
"""The files that need absolute addresses."""


def essay_sheets(corpus: Corpus, labels: Labels) -> Iterator[Sheet]:
    """Yield the pages that are prose alone; every site has an "about"."""
    names = {essay.id for essay in corpus.essays} | {"about"}
    for name in sorted(names.difference(PARTS)):
        yield Sheet(
            urls.essay(name), (), (), _written(corpus, name, labels), partial(_essay_view, corpus, name)
        )


def _essay_view(corpus: Corpus, name: str) -> EssayView:
    text = _text(corpus, name)
    return EssayView(
        frame=_frame(corpus, name, "About"), text=text or markdown.plain(corpus.site.description or "")
    )


def _written(corpus: Corpus, name: str, labels: Labels) -> tuple[object, ...]:
    """Return what an essay's page is made from: its words, and what it says of the sources that it cites."""
    return tuple(
        (essay.title, essay.text.text, labels.named(cited.source for cited in essay.text.citations))
        for essay in corpus.essays
        if essay.id == name
    )


def _frame(corpus: Corpus, name: str, default: str) -> Frame:
    """Return the frame of an essay's page; ``default`` is its title where nobody wrote the essay."""
    title = next((essay.title for essay in corpus.essays if essay.id == name), default)
    return frame(corpus.site, urls.essay(name), title, f"{title} – {corpus.site.title}")


def _text(corpus: Corpus, name: str) -> Markup | None:
    """Return an essay's text, if somebody wrote it."""
    essay = next((essay for essay in corpus.essays if essay.id == name), None)
    return markdown.html(essay.text, urls.root(urls.essay(name)), corpus.sources, top=2) if essay else None


def methodology_sheet(corpus: Corpus, method: Callable[[], Method], labels: Labels) -> Sheet:
    """Return the methodology page, with the tables that the program works by."""
    rest = _written(corpus, "methodology", labels)
    return Sheet(urls.METHODOLOGY, (), (), rest, lambda: _methodology_view(corpus, method()))


def _methodology_view(corpus: Corpus, method: Method) -> MethodologyView:
    site = corpus.site
    own = [verdict for name, verdict in site.scale.items() if name in site.verdicts]
    return MethodologyView(
        frame=_frame(corpus, "methodology", "Methodology"),
        text=_text(corpus, "methodology"),
        rule=tuple(RuleCase(condition, class_mark(site, kind)) for condition, kind in method.rule),
        readings=method.readings,
        labels=tuple(
            (
                Mark(verdict.verdict_class, verdict.label),
                Mark(verdict.verdict_class, str(verdict.verdict_class)),
            )
            for verdict in own
        ),
        manifest=urls.MANIFEST,
        data=DATA + ABSOLUTE if site.base_url else DATA,
    )


def corrections_sheet(corpus: Corpus, rows: Sequence[Row], labels: Labels) -> Sheet:
    """Return the policy on corrections and the log of all there were, the newest first."""
    changed = tuple(row for row in rows if row.corrections or row.withdrawn)
    rest = (_written(corpus, "corrections", labels), labels.of(changed))
    return Sheet(urls.CORRECTIONS, changed, (), rest, lambda: _corrections_view(corpus, changed))


def _corrections_view(corpus: Corpus, rows: Sequence[Row]) -> CorrectionsView:
    root = urls.root(urls.CORRECTIONS)
    changes = []
    for row in rows:
        link = Link(urls.claim(row.id), row.claim)
        changes += [
            Change("corrected", dated, link)
            for dated in corrections_of(row, root, corpus.site, corpus.sources)
        ]
        if row.withdrawn:
            changes.append(Change("withdrawn", withdrawal_of(row.withdrawn, root, corpus.sources), link))
    changes.sort(key=lambda change: change.dated.iso, reverse=True)
    return CorrectionsView(
        frame=_frame(corpus, "corrections", "Corrections"),
        text=_text(corpus, "corrections"),
        report=disputes.report(corpus.site),
        changes=tuple(changes),
    )


def not_found_sheet(corpus: Corpus) -> Sheet:
    """Return the page for addresses that there are not."""
    return Sheet(urls.NOT_FOUND, (), (), (), lambda: _not_found_view(corpus.site), listed=False)


def _not_found_view(site: Site) -> NotFoundView:
    """Return the page; its links begin at the base address, for it is shown anywhere."""
    path = urls.base_path(site)
    return NotFoundView(
        frame=frame(site, urls.NOT_FOUND, "Page not found", "There is no page at this address.", root=path)
    )
