"""Move line ranges after an article changed, and pin it anew.

For an article that really changed: a corrected version, or one that was copied again. Each quotation is looked for in the
new text, and its `lines` become those where it stands now; so do citations in Markdown and `boilerplate`, as far as it can
be told where they stand. Nothing else of a file is changed. What cannot be told is listed, to be looked at.

The article as it was helps. It is taken from git if git has it, or given with --was.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from factsite import report
from factsite.commands import options as takes
from factsite.commands.terminal import faulty, misused, no_site, program, tell
from factsite.diagnostic import did_you_mean
from factsite.editor.changes import diff
from factsite.editor.history import content_with
from factsite.editor.repin import changed, counted, mended, repin
from factsite.editor.writing import RefusedError, write_changed
from factsite.load import load
from factsite.model import split_lines

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from factsite.edits import Edit
    from factsite.model import Corpus, Source
    from factsite.place import Place

EXAMPLES = (
    " # every source whose article changed",
    "eastside --dry-run  # what would be done for one, without doing it",
    "eastside --was ~/eastside-of-monday.txt",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="the sources to pin anew (default: all whose article changed)",
    )
    parser.add_argument(
        "--was", type=Path, metavar="FILE", help="the article of the source as it was when it was pinned"
    )
    parser.add_argument("--dry-run", action="store_true", help="print the diff, and change nothing")


def run(options: argparse.Namespace) -> int:
    """Print the diff and what is to be looked at, and change the files."""
    if problem := no_site(options.root):
        return misused(problem)
    try:
        corpus, faults = load(options.root)
        if faulty(faults):
            tell(faults)
            misused("nothing changed: mend these faults first, or what cannot be read would be left behind")
            return 1
        if problem := _unknown(options.sources, corpus):
            return misused(problem)
        sources = changed(corpus)
        wanted = [source for source in sources if not options.sources or source.id in options.sources]
        for name in options.sources:
            if name not in [source.id for source in sources]:
                print(f"{name} has not changed: its article is what its pin says")
        if not wanted:
            if not options.sources:
                print("no article has changed: all are what their pins say")
            return 0
        former = _former(options, wanted)
        if isinstance(former, str):
            return misused(former)
        return _repin(options, corpus, wanted, former)
    except (RefusedError, OSError) as refusal:
        return misused(f"nothing changed: {refusal}")


def _unknown(names: Sequence[str], corpus: Corpus) -> str:
    """Return why one of the names is no source, or ""."""
    for name in names:
        if name not in corpus.sources:
            advice = did_you_mean(name, corpus.sources)
            return f"there is no source {name!r}" + (f"; {advice}" if advice else "")
    return ""


def _former(options: argparse.Namespace, sources: Sequence[Source]) -> dict[str, Sequence[str]] | str:
    """Return the lines of articles as they were, by source, where that is known; or why what was given is of no use."""
    if options.was is not None:
        if len(sources) != 1:
            return "--was is the article of one source; name that source"
        content = options.was.read_bytes()
        if hashlib.sha256(content).hexdigest() != sources[0].sha256:
            return f"{options.was} is not the article that {sources[0].id} was pinned to"
        return {sources[0].id: split_lines(content.decode("utf-8", "replace"))}
    found = {
        source.id: content_with(options.root, f"seeds/{source.file}", source.sha256) for source in sources
    }
    return {
        name: split_lines(content.decode("utf-8", "replace"))
        for name, content in found.items()
        if content is not None
    }


def _repin(
    options: argparse.Namespace, corpus: Corpus, sources: Sequence[Source], former: dict[str, Sequence[str]]
) -> int:
    """Do it, or with --dry-run only say so."""
    done = {source.id: repin(corpus, source, former.get(source.id)) for source in sources}
    to_see = [item for one in done.values() for item in one.open]

    def told(edit: Edit) -> None:
        to_see.append(
            (edit.place, f"write `{edit.now}` here by hand: how this is written cannot be changed safely")
        )

    before, after = mended(options.root, [edit for one in done.values() for edit in one.edits], told)
    for line in diff(before, after):
        print(line)
    if not options.dry_run:
        write_changed(options.root, before, after)
    for source in sources:
        how = "" if source.id in former else " (the article as it was is not known; --was FILE gives it)"
        print(counted(source.id, done[source.id]) + how)
    _list(to_see)
    if options.dry_run:
        print("nothing was changed; without --dry-run it is")
    else:
        print(f"next: `{program()} check`, and read what changed in the article")
    return 1 if to_see else 0


def _list(to_see: list[tuple[Place, str]]) -> None:
    """Print what an editor has to look at."""
    for place, why in sorted(to_see):
        print(report.printable(f"{place}: {why}"))
