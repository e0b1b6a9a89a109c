"""Whether the articles are those that were cited, and all are put to use."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from factsite.check.citations import cites_of, lines_exist, sources_known
from factsite.check.dates import not_yet
from factsite.diagnostic import Diagnostic
from factsite.place import Place

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from factsite.findings import Row
    from factsite.model import Corpus, Source
    from factsite.values import Prose


def pin_broken(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """An article's bytes are not those of its pin.

    Why: the article has changed since it was cited; line numbers and words may have moved.
    Fix: restore the article. If the change is meant, the command `repin` writes the new pin, moves every citation to where
    its quotation stands now, and lists what it could not find.
    """
    for source in corpus.sources.values():
        text = corpus.texts.get(source.id)
        if text is not None and source.at.has(["sha256"]):
            yield None if text.sha256 == source.sha256 else Diagnostic(
                "pin-broken", source.at["sha256"], f"seeds/{source.file} has changed: its SHA-256 is {text.sha256}",
                help=f"restore the file; if the change is meant, the command `repin {source.id}` moves the citations along",
            )  # fmt: skip


def seed_used_twice(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """Two sources are the same article: the same file, or files with the same bytes.

    Why: one article would count as two in every verdict.
    Fix: delete one of the two source files, and cite the other.
    """
    first: dict[str, Source] = {}
    for source in corpus.sources.values():
        if source.id in corpus.texts:
            other = first.setdefault(corpus.texts[source.id].sha256, source)
            yield None if other is source else Diagnostic(
                "seed-used-twice", source.at["file"], f"`{source.id}` is the same article as `{other.id}`",
                help="delete one of the two, and cite the other", also=((other.at["file"], "the other"),),
            )  # fmt: skip


def file_named_alike(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """The files of two sources differ in their names by capitals or by how an accent is written only.

    Why: on macOS and Windows the two are one file, so a checkout there loses one of the articles.
    Fix: give one of the two files another name, and write it in its source.
    """
    first: dict[str, Source] = {}
    for source in corpus.sources.values():
        other = first.setdefault(normalize("NFC", normalize("NFC", source.file).casefold()), source)
        yield None if source.file == other.file else Diagnostic(
            "file-named-alike", source.at["file"], f"{source.file} and {other.file} are one file on macOS and Windows",
            help="give one of the two another name", also=((other.at["file"], "the other"),),
        )  # fmt: skip


def unlisted_seed(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """A file lies in `seeds/` that no source names (a warning).

    Why: an article that was meant to be checked is not.
    Fix: the command `source add seeds/FILE` writes its file in `content/sources/`; or take the article out of `seeds/`.
    """
    if len(corpus.texts) < len(corpus.ids["sources"]):
        return
    named = {source.file for source in corpus.sources.values()}
    for seed in corpus.seeds:
        yield None if seed in named else Diagnostic(
            "unlisted-seed", Place(f"seeds/{seed}"), "no source names this file",
            help=f"run the command `source add seeds/{seed}`, or take it out", severity="warning",
        )  # fmt: skip


def unused_source(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """No claim and no page cites a source (a warning).

    Why: readers see an article listed that nothing was checked in.
    Fix: write a claim that cites it, or delete the source.
    """
    cited = {inline.source for prose in _other_prose(corpus) for inline in prose.citations}
    cited = cited.union(*(row.sources for row in rows))
    all_read = len(rows) == len(corpus.ids["facts"]) and all(row.whole for row in rows)
    if not all_read or not cited <= corpus.ids["sources"]:
        return
    for source in corpus.sources.values():
        yield None if source.id in cited else Diagnostic(
            "unused-source", source.at.start, f"no claim cites `{source.id}`",
            help="write a claim that cites it, or delete the source", severity="warning",
        )  # fmt: skip


def _other_prose(corpus: Corpus) -> list[Prose]:
    """Return the Markdown outside of fact files."""
    return [essay.text for essay in corpus.essays] + [
        source.note for source in corpus.sources.values() if source.note
    ]


def in_other_files(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """Judge citations, lines and dates outside of fact files by the rules that hold inside."""
    prose = _other_prose(corpus)
    yield from sources_known(cites_of((), prose), corpus.ids["sources"])
    yield from lines_exist(cites_of((), prose), corpus.texts)
    for source in corpus.sources.values():
        parts = [part for part in source.boilerplate if part.at.has(["lines"])]
        yield from lines_exist(
            ((source.id, part.lines, part.at["lines"], part.at["lines"]) for part in parts), corpus.texts
        )
        if source.published and source.at.has(["published"]):
            yield not_yet(source.published, source.at["published"], today)


RULES = (pin_broken, seed_used_twice, file_named_alike, unlisted_seed, unused_source)
