"""Where the program begins: a build with nothing to do ends here, and all else goes on to ``cli``.

Nearly all of the time of a build with nothing to do is that of importing, so it imports as little as it can.
"""

from __future__ import annotations

import os
import sys
import time

from factsite.memo import seen

TYPE_CHECKING = False


def main(arguments: list[str] | None = None, *, home: str | None = None) -> int:
    """Run a command and return the exit status; ``home`` is the site folder where no other is given, else the current folder is."""
    words = sys.argv[1:] if arguments is None else arguments
    if unchanged(words, home or "."):
        return 0
    if arguments is None and not sys.dont_write_bytecode:
        from factsite.memo import compiled

        compiled.keep(f"{os.path.dirname(__file__)}/__pycache__")  # noqa: PTH120
    from pathlib import Path

    from factsite import cli

    return cli.main(arguments, home=Path(home) if home else None)


def unchanged(words: list[str], home: str) -> bool:
    """Say what the last build said, where this is a plain one with nothing to do; else say nothing, and return False.

    A build that had warnings is not: it has to say more than a sentence.
    """
    began = time.perf_counter()
    asked = _asked(words, home)
    last = seen.seen_in(asked[0]) if asked else None
    if asked is None or last is None:
        return False
    root, no_cards, quiet = asked
    if (
        last.said[-1]
        or last.day > time.strftime("%Y-%m-%d")
        or last.outputs != seen.outputs_of(root)
        or last.inputs != seen.inputs_of(root)
        or last.state != seen.state_of(root, "", no_cards)
        or not os.path.isfile(f"{root}/site/.factsite")  # noqa: PTH113  ``pathlib`` would take longer than all of this
    ):
        return False
    sentence = seen.told(last.said, root, 0, 0, time.perf_counter() - began)
    try:
        if not quiet and sentence.isascii():
            print(sentence, flush=True)
    except OSError:
        return False
    return quiet or sentence.isascii()


def _asked(words: list[str], home: str) -> tuple[str, bool, bool] | None:
    """Return the site folder, whether there are to be no cards, and whether to be quiet; None where something else is asked."""
    words = words[1:] if words[:1] == ["build"] else list(words)
    no_cards, quiet = "--no-cards" in words, "-q" in words or "--quiet" in words
    rest = [word for word in words if word not in ("--no-cards", "-q", "--quiet")]
    if rest and (len(rest) != 2 or rest[0] != "--root"):
        return None
    return rest[1] if rest else home, no_cards, quiet
