"""Show the site on this machine, and make it anew whenever a file is saved.

The browser shows each change by itself, and what is at fault in the page as well as here. Drafts (`draft: yes` in a fact
file) are shown too. Nothing is written to site/: that is for the build. Ctrl+C ends it.
"""

from __future__ import annotations

import gc
import threading
import time
from typing import TYPE_CHECKING, Final

from factsite.commands import build
from factsite.commands import options as takes
from factsite.commands.reporting import for_people
from factsite.commands.terminal import misused, no_site
from factsite.english import number_of
from factsite.report import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path

    from factsite.diagnostic import Diagnostic
    from factsite.live.workshop import State, Workshop

FEW: Final = 3
"""So many changed files are named."""

EXAMPLES = (
    "",
    "--port 9000",
    "--root ../rivers  # another site folder",
    "--built  # the files in site/, as they were built",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    build.arguments(parser)
    parser.add_argument("--port", type=takes.port, default=8000, help="the port (default: 8000)")
    parser.add_argument("--built", action="store_true", help="show the files in site/, and watch nothing")


def run(options: argparse.Namespace) -> int:
    """Show the site until interrupted."""
    if problem := no_site(options.root):
        return misused(problem)
    gc.enable()  # a build does without; what runs for hours does not
    try:
        (_built if options.built else _live)(options)
    except OSError as refusal:
        return misused(f"the site cannot be shown at port {options.port}: {refusal}")
    except KeyboardInterrupt:
        print()
    return 0


def _built(options: argparse.Namespace) -> None:
    """Show the files of the last build."""
    from factsite.serve import serve

    serve(options.root / "site", options.port)


def _live(options: argparse.Namespace) -> None:
    """Show the site as its files are now."""
    from factsite.live.search import index
    from factsite.live.server import Show, server
    from factsite.live.workshop import Workshop

    folders = [options.root / "templates", takes.TEMPLATES]
    workshop = Workshop(
        options.root, folders, options.date, base_url=options.base_url, cards=not options.no_cards
    )
    show = Show(workshop)
    with server(show, options.port) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        print(
            f"The site is at http://127.0.0.1:{running.server_address[1]}/ – Ctrl+C ends it. "
            "It changes with every file that is saved.",
            flush=True,
        )
        log = Log(options)
        log.refreshed(workshop)
        gc.freeze()  # what was read stays for as long as the command runs
        threading.Thread(target=index, args=(show,), daemon=True).start()
        watch(workshop, log, [options.root / "content", options.root / "seeds", *folders])


def watch(workshop: Workshop, log: Log, folders: list[Path]) -> None:
    """Refresh the workshop whenever something is saved, until interrupted."""
    from factsite.live.watching import saved

    unsure = True
    for paths in saved(lambda: folders):
        if paths:
            log.refreshed(workshop, paths)
            unsure = True
        elif unsure:  # nobody is writing: time to look for what shows only when every page is made
            unsure = False
            threading.Thread(target=log.completed, args=(workshop,), daemon=True).start()


class Log:
    """Says on the terminal what each change did: a line, and the faults where they are others than before."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options, self._root = options, options.root
        self._faults: tuple[Diagnostic, ...] = ()

    def refreshed(self, workshop: Workshop, paths: Iterable[Path] = ()) -> None:
        """Refresh a workshop after these files were saved, and say what came of it."""
        began = time.perf_counter()
        files = sorted(_inside(self._root, path) for path in paths)
        try:
            state = workshop.refresh(files)
        except OSError as refusal:
            misused(f"the disk refuses: {refusal}")  # the next save reads it again
            return
        if (
            files
            and all((self._root / file).is_dir() for file in files)
            and state.diagnostics == self._faults
        ):
            return  # nothing was saved: a folder begins to be watched
        there = [
            file for file in files if (self._root / file).exists()
        ]  # many programs save by way of another file
        what = f"{_named(there or files)} changed" if files else "read"
        self._say(state, f"{what}: {1000 * (time.perf_counter() - began):.0f} ms")

    def completed(self, workshop: Workshop) -> None:
        """Let a workshop look at every page, and say what it found."""
        state = workshop.complete()
        if state is not None:
            self._say(state, "every page looked at")

    def _say(self, state: State, what: str) -> None:
        if state.diagnostics != self._faults:
            self._faults = state.diagnostics
            for line in for_people(state.diagnostics, self._options):
                print(line)
        if not self._options.quiet:
            held = "; everything holds" if state.holds else ""
            print(
                printable(
                    f"{time.strftime('%H:%M:%S')} {what}; {takes.counts(state.claims, state.sources, state.diagnostics)}{held}"
                ),
                flush=True,
            )


def _inside(root: Path, path: Path) -> str:
    """Return a file's path from the top of the site folder; that of a file elsewhere as it is."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _named(files: list[str]) -> str:
    """Return the names of some files, of many only how many there are."""
    names = [file.rpartition("/")[2] for file in files]
    return ", ".join(names) if len(names) <= FEW else number_of(len(names), "file")
