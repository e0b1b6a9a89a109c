"""Find words in all articles, and print the citations to paste under `evidence:`.

Forgiven is what quotations are forgiven: white space and the shape of quotation marks; ` … ` leaves words out. If the words
stand nowhere, it shows them in other capitals, else the nearest passage of each article, with the difference. A figure is also
found in another form: 1,300,000 for 1.3 million. What is printed besides the citations are comments.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from factsite.commands import options as takes
from factsite.commands.terminal import Watch, misused, no_site, tell
from factsite.diagnostic import did_you_mean
from factsite.editor import citations
from factsite.editor.desk import desk, occurrences, search_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection

EXAMPLES = (
    '"1.3 million"',
    '"very serious" --sentence  # quote all of the sentence',
    '"troops … Russia" --source eastside',
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("words", nargs="+", help="the words to look for")
    parser.add_argument(
        "--source",
        action="append",
        default=[],
        metavar="ID",
        help="look in this article only; can be repeated",
    )
    parser.add_argument("--sentence", action="store_true", help="quote the whole sentence around the words")
    parser.add_argument(
        "--all", action="store_true", help=f"print more than {citations.SHOWN} places of a kind"
    )
    takes.add_site(parser)
    takes.add_date(parser)
    takes.add_format(parser, "text", "json")
    takes.add_loudness(parser)


def run(options: argparse.Namespace) -> int:
    """Print where the words stand; faults of the sources go beside it."""
    if problem := no_site(options.root):
        return misused(problem)
    words = " ".join(options.words)
    if not any(sign.isalnum() for sign in words):
        return misused("there is no word to look for")
    with Watch(options) as watch:
        table = desk(options.root, watch, verdicts=False)
        for name in options.source:
            if problem := unreadable(name, table.corpus.texts):
                return misused(problem)
        found = occurrences(words, search_of(table, options.source, sentence=options.sentence), watch)
    tell((fault for fault in table.faults if not fault.place.file.startswith("content/facts/")), sys.stderr)
    if options.format == "json":
        print(citations.as_json(found), end="")
    else:
        print(citations.as_text(found, every=options.all), end="")
        if not found:
            print("# Nothing is near either. Look for fewer words, or read the articles: seeds/.")
    return 0


def unreadable(name: str, known: Collection[str]) -> str:
    """Return why an article cannot be looked into, or ""."""
    return (
        ""
        if name in known
        else f"there is no source {name!r}; {did_you_mean(name, known) or 'look into content/sources/'}"
    )
