"""Add an article as a source, or list the sources.

`source add FILE` copies the article's text byte for byte to seeds/, pins it, and writes content/sources/<id>.yaml with what
can be read off the text: headline, byline, date. The rest stands there as comments to fill in. `-` takes the text from the
standard input. `source list` prints the sources that are there.
"""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factsite import plain, report
from factsite.commands import options as takes
from factsite.commands.terminal import misused, no_site, program, short
from factsite.editor.articles import LARGEST, no_article, read_off
from factsite.editor.sources import digest_of, same_article, source_file, table
from factsite.editor.writing import RefusedError, write_new
from factsite.load import Refusal, id_of, load, read_file_name, read_id
from factsite.model import split_lines

if TYPE_CHECKING:
    import argparse

    from factsite.model import Corpus

EXAMPLES = (
    "add ~/Downloads/harbour.txt",
    'add - --id harbour --publisher "The Harbour Post" < article.txt',
    "list",
)

GIVEN = ("title", "publisher", "author", "url", "published", "name")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)
    takes.add_date(parser)
    parser.add_argument("action", choices=("add", "list"), help="what to do")
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="the article, a plain text file; - for the standard input"
    )
    parser.add_argument(
        "--id",
        metavar="ID",
        help="what citations call it, as in `harbour-post` (default: from the file's name)",
    )
    for name in GIVEN:
        words = {"published": "YYYY-MM-DD", "url": "URL"}.get(name, "TEXT")
        kind = {"published": takes.day, "url": takes.web_address}.get(name, str)
        parser.add_argument(
            f"--{name}", metavar=words, type=kind, help=f"its `{name}`, where the text does not say it"
        )


def run(options: argparse.Namespace) -> int:
    """Add the article, or print the list."""
    if problem := no_site(options.root):
        return misused(problem)
    try:
        corpus, _ = load(options.root)
        if options.action == "list":
            for line in table(corpus):
                print(report.printable(line))
            return 0
        if options.file is None:
            return misused(f"name the article's file: {program()} source add FILE")
        content, problem = _content(options.file)
        problem = problem or no_article(content) or _twice(corpus, content, options)
        if problem:
            return misused(f"{'standard input' if options.file == '-' else options.file}: {problem}")
        return _add(options, corpus, content)
    except (RefusedError, OSError, ValueError) as refusal:
        return misused(f"nothing added: {refusal}")


def _content(file: str) -> tuple[bytes, str]:
    """Return the bytes of the article, or why they are not read."""
    if file == "-":
        if sys.stdin.isatty():
            print("paste the article, then end it with Ctrl-D (Ctrl-Z on Windows)", file=sys.stderr)
        return sys.stdin.buffer.read(LARGEST + 1), ""
    try:
        mode = Path(file).lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return b"", "there is no such file"
    if stat.S_ISLNK(mode):
        return b"", "this is a link; name the file that it leads to"
    if not stat.S_ISREG(mode):
        return b"", "this is no plain file"
    with Path(file).open("rb") as article:
        return article.read(LARGEST + 1), ""


def _twice(corpus: Corpus, content: bytes, options: argparse.Namespace) -> str:
    """Return why the article is there already, or ""."""
    if name := same_article(corpus, content):
        return f"this article is there already: it is the source `{name}`"
    for seed in corpus.seeds:
        path = options.root / "seeds" / seed
        is_itself = options.file != "-" and path.resolve() == Path(options.file).resolve()
        if (
            not is_itself
            and path.stat().st_size == len(content)
            and plain.read(options.root / "seeds", seed) == content
        ):
            return f"this article lies in seeds/ already; add it from there: {program()} source add {short(path)}"
    return ""


def _add(options: argparse.Namespace, corpus: Corpus, content: bytes) -> int:
    """Write the two files of a new source."""
    name = options.id or ("" if options.file == "-" else id_of(Path(options.file).stem))
    if not name:
        return misused("an article needs an id: give it with --id, as in `--id harbour-post`")
    identifier = read_id(name)
    if isinstance(identifier, Refusal):
        return misused(f"{identifier.message}; {identifier.help}" + ("" if options.id else ", with --id"))
    seeds = options.root / "seeds"
    here = Path(options.file).resolve() if options.file != "-" else None
    in_seeds = here is not None and here.is_relative_to(seeds.resolve())
    file = here.relative_to(seeds.resolve()).as_posix() if here and in_seeds else f"{name}.txt"
    record = options.root / "content" / "sources" / f"{name}.yaml"
    if name in corpus.ids["sources"]:
        return misused(f"there is a source `{name}` already; give this one another name with --id")
    if any(source.file == file for source in corpus.sources.values()):
        return misused(f"seeds/{file} belongs to another source; give this one another name with --id")
    if in_seeds and isinstance(read_file_name(file), Refusal):
        return misused(
            f"seeds/{file}: rename this file first; its name has characters that not every system takes"
        )
    if options.published and options.published > options.date:
        return misused(f"--published {options.published} has not come yet; today is {options.date}")
    text = content.decode("utf-8")
    read = read_off(split_lines(text), options.date)
    given = {key: str(value) for key in GIVEN if (value := getattr(options, key)) is not None}
    written = source_file(file, digest_of(content), given, read)
    if not in_seeds:
        write_new(seeds / file, content, options.root)
    try:
        write_new(record, written, options.root)
    except BaseException:
        if not in_seeds:
            (seeds / file).unlink()
        raise
    _tell(name, [record] if in_seeds else [seeds / file, record], written)
    return 0


def _tell(name: str, paths: list[Path], written: str) -> None:
    """Say what was written, and what comes next."""
    for path in paths:
        print(f"wrote {short(path)}")
    for line in written.splitlines():
        print(report.printable(f"    {line}"))
    print("next:")
    print("  read that file; fill in what the article says of itself, delete the other comments")
    print(f"  {program()} suggest          # where it disagrees with the others")
    print(f'  {program()} cite "words"     # the citation of some words of it, as `{name}`')
