"""How the time of matchers and of regular expressions grows with the text: ``python -m tests.trust.growth``.

Each matcher is given texts of doubling size; the exponent is that of the slope between the smallest and the largest: 1 is linear.
Each expression of ours is given the texts that its structure says make it grow, and others made of its repetitions by chance, in the way
in which it is used. ``docs/trust/runs/growth.json`` holds what was seen.
"""

from __future__ import annotations

import datetime as dt
import functools
import gc
import json
import math
import random
import re
import signal
import sys
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factsite.analyse.figures import units
from factsite.load import blocks
from factsite.render import marks, styles
from factsite.report import manual
from factsite.search import texts as pages
from tests.trust import ambiguity, expressions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

RUNS = Path(__file__).parents[2] / "docs/trust/runs/growth.json"
LINEAR = 1.3
"""An exponent up to this is taken for that of n·log n: more digits are noise."""
SIZES = (5_000, 10_000, 20_000)
"""Characters; the last is the longest line of an article."""
TRIED = (2_000, 4_000, 8_000, 16_000)
"""Characters that an expression is given."""
LEAST = 0.001
"""Seconds below which growth is not looked at: at the longest text an expression is done."""
PATIENCE = 1.0
"""Seconds after which no longer text is tried."""
ENOUGH = 2.0
"""Seconds that one expression is tried for."""
AGAIN = 6
"""Times that a text is tried again."""
HARMLESS = {
    units._TOKEN().pattern: "it reads the table of units",
    r"\|(?![^(]*\))": "it reads the table of units",
    blocks.CLOSING.pattern: "it is tried once behind each list, and where it does not match, reading ends",
    marks.PLACES.pattern: "it reads pages of ours, in which every element that is opened is closed",
    pages.TAG.pattern: "it reads pages of ours, in which every element that is opened is closed",
    styles.SPARE.pattern: "it reads style sheets of ours",
    styles.CLOSE.pattern: "it reads style sheets of ours",
    manual.PARTS.pattern: "it reads docstrings of ours",
}
"""Expressions that grow faster than texts made for them, and why none of these texts ever reaches them."""
LINES = {
    "sentences": "It cost $5 million in 2024, Jane Doe said. ",
    "digits": "9 ",
    "dates": "October 23, 2024 ",
    "quotations": '"a b c", he said. ',
    "one word": "bridge ",
    "spaces": " ",
    "brackets": "[a](",
    "open brackets": "(",
    "numbers far apart": "9" + " " * 400,
    "one number": "0",
    "one long word": "a",
    "capitals": "A",
    "names": "Aa Bb ",
    "apostrophes": "A'",
    "hyphens": "a-",
    "points": "...",
    "more than": "more than ",
    "backquotes": "`",
    "quotation marks": '"',
}


class LateError(BaseException):
    """It took too long."""


def spent(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that something takes, at most so many as one has patience for.

    The clock of the thread is asked: with a timer set, that of the process moves in steps of four thousandths.
    """

    def late(*_: object) -> None:
        raise LateError

    signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, 4 * PATIENCE)
    begun = time.thread_time()
    try:
        work()
    except LateError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.thread_time() - begun


def measured(work: Callable[[str], object], texts: Sequence[str]) -> tuple[float, list[float]]:
    """Return the exponent of the time that texts of doubling size take, and their times.

    What else a machine does only adds to a time: where the exponent is large, the texts are tried again, and the least of each time counts.
    """
    taken: list[float] = []
    for text in texts:
        taken.append(spent(functools.partial(work, text)))
        if taken[-1] > PATIENCE and len(taken) > 1:
            break
    tries = 0
    while slope(texts, taken) > LINEAR and tries < AGAIN and sum(taken) < ENOUGH:
        tries += 1
        taken = [
            min(one, spent(functools.partial(work, text))) for one, text in zip(taken, texts, strict=False)
        ]
    return slope(texts, taken), taken


def slope(texts: Sequence[str], taken: Sequence[float]) -> float:
    """Return the exponent between the longest text that was tried and one of a quarter of its size; 1 where it took no time to speak of."""
    if taken[-1] < LEAST or len(taken) < 2:
        return 1.0
    first, last = max(0, len(taken) - 3), len(taken) - 1
    times = len(texts[last]) / max(1, len(texts[first]))
    return round(math.log(taken[last] / max(taken[first], 1e-6)) / math.log(times), 2) if times > 1 else 1.0


def matchers() -> dict[str, Callable[[str], object]]:
    """Return what looks for something in a text, by name."""
    from factsite.analyse import figures, quotations
    from factsite.analyse.coverage import source_spans
    from factsite.analyse.sources import read_article
    from factsite.analyse.suggest import article, suggest
    from factsite.analyse.wording.shared import shared_texts
    from factsite.editor.changes import diff
    from factsite.load import arranged, reading
    from factsite.model import SourceText
    from factsite.render import markdown
    from factsite.render.excerpts import sentences_around
    from factsite.search.words import words
    from factsite.values import LineRange
    from tests.trust.targets import TODAY, source

    def texts(line: str) -> dict[str, SourceText]:
        return {name: SourceText.of((line,)) for name in ("one", "two")}

    def page(text: str) -> object:
        read = reading.read_essay("content/pages/about.md", f"# Title\n\n{text}\n".encode())
        return read.thing and markdown.full(read.thing.text, "", {})

    return {
        "quotation matching": lambda line: quotations.locate(
            line[:1000] + "x", LineRange(1, 1), "one", texts(line)
        ),
        "an article's fingerprints": lambda line: read_article(source("one"), texts(line)["one"], {}),
        "sharing": lambda line: shared_texts({n: source(n) for n in ("one", "two")}, texts(line)),
        "figures and dates": lambda line: figures.mentions.__wrapped__(line, TODAY),
        "coverage": lambda line: source_spans(source("one"), texts(line)["one"]),
        "sentences around": lambda line: [sentences_around(line, at, at + 1) for at in range(len(line) - 1)],
        "suggest": lambda line: suggest([article("one", (line,)), article("two", (line,))]),
        "words of the search": words,
        "house order": lambda text: arranged(
            "fact", "content/a.yaml", f"explanation: |\n  {text}\n".encode()
        ),
        "diff": lambda text: list(
            diff({"a": text.replace(" ", "\n").encode()}, {"a": text[::-1].replace(" ", "\n").encode()})
        ),
        "Markdown": page,
    }


def of_matchers() -> Iterator[dict[str, Any]]:
    """Yield how each matcher grows, on the text on which it grows most."""
    for name, work in matchers().items():
        work("So it is. ")
        rows = []
        for kind, unit in LINES.items():
            texts = ["a" + unit * (size // len(unit)) + "b" for size in SIZES]
            rows.append((*measured(work, texts), kind))
        exponent, taken, kind = max(rows)
        seconds = [round(one, 4) for one in taken]
        slowest = round(max(row[1][-1] for row in rows), 3)
        yield {
            "matcher": name,
            "exponent": exponent,
            "text": kind,
            "sizes": SIZES,
            "seconds": seconds,
            "slowest": slowest,
        }


def growing(found: Iterable[expressions.Expression]) -> Iterator[str]:
    """Yield what is to be said of expressions whose structure lets them grow faster than a text that they may get."""
    for one in found:
        for how in sorted(one.uses) if one.pattern not in HARMLESS else ():
            said = f"{one.where}: `{one.pattern}` with {how}()"
            try:
                pumps = ambiguity.pumps(one.pattern, one.flags, how, 1)
            except ambiguity.LargeError:
                yield f"{said} is too large to tell whether it grows faster than the text: take it apart"
            else:
                for lead, unit, end in pumps:
                    yield f"{said} grows faster than the text: try {lead!r} + {unit!r} * 1000 + {end!r}"


def of_expressions() -> Iterator[dict[str, Any]]:
    """Yield how each expression grows, on the text on which it grows most."""
    for one in expressions.expressions():
        pattern = re.compile(one.pattern, one.flags)
        row: dict[str, Any] = {
            "where": one.where,
            "pattern": one.pattern,
            "flags": int(one.flags),
            "exponent": 1.0,
            "seconds": 0.0,
        }
        if one.pattern in HARMLESS:
            row["harmless"] = HARMLESS[one.pattern]
        for how in sorted(one.uses):
            exponent, seconds, text = growth(one, how, functools.partial(_used, pattern, how))
            if exponent >= row["exponent"]:
                row |= {"how": how, "exponent": exponent, "text": text}
            row["seconds"] = max(row["seconds"], seconds)
        yield row


def _used(pattern: re.Pattern[str], how: str, text: str) -> object:
    """Use an expression as it is used, and keep nothing of what it finds."""
    return deque(pattern.finditer(text), 0) if how == "search" else getattr(pattern, how)(text)


def growth(one: expressions.Expression, how: str, work: Callable[[str], object]) -> tuple[float, float, str]:
    """Return the worst exponent of an expression on texts made for it, the seconds that the longest would take, and the worst of the texts."""
    worst, longest, begun, seen = 1.0, 0.0, time.thread_time(), ""
    for texts in _texts(one, how):
        if time.thread_time() - begun < ENOUGH:
            exponent, taken = measured(work, texts)
            longest = max(longest, taken[-1] * SIZES[-1] / max(1, len(texts[len(taken) - 1])))
            if exponent > worst:
                worst, seen = exponent, texts[0][:40]
    return worst, round(longest, 4), seen


def _texts(one: expressions.Expression, how: str) -> Iterator[list[str]]:
    """Yield texts of doubling size: those that its structure makes an expression slow on, then those that are made by chance."""
    for pump in ambiguity.pumps(one.pattern, one.flags, how):
        yield [pump.text(size) for size in TRIED]
    by_chance = [expressions.texts(one, size, random.Random(one.where), 12) for size in TRIED]
    yield from map(list, zip(*by_chance, strict=False))


def main() -> int:
    """Measure matchers and expressions, or one of the two, and write it down as it comes."""
    gc.disable()
    for kind, measured in (("matchers", of_matchers), ("expressions", of_expressions)):
        if kind in (sys.argv[1:] or ["matchers", "expressions"]):
            rows = []
            for row in measured():
                rows.append(row)
                if kind == "matchers" or row["exponent"] > LINEAR:
                    print(row, flush=True)
                if len(rows) % 20 == 0:
                    record(kind, rows)
            record(kind, rows)
    return 0


def record(kind: str, rows: list[dict[str, Any]]) -> None:
    """Write down how matchers or expressions grow, beside what is known of the other."""
    runs = json.loads(RUNS.read_text("utf-8")) if RUNS.exists() else {}
    runs |= {kind: rows}
    grown, seen = runs.get("matchers", []), runs.get("expressions", [])
    of_texts = [row for row in seen if "harmless" not in row]
    counts = {
        "matchers": len(grown),
        "steep matchers": sum(row["exponent"] > LINEAR for row in grown),
        "seconds of a matcher": str(max((row["slowest"] for row in grown), default=0)),
        "expressions": len(seen),
        "harmless expressions": len(seen) - len(of_texts),
        "steep expressions": sum(row["exponent"] > LINEAR for row in of_texts),
        "steepest": str(max((row["exponent"] for row in of_texts), default=0)),
        "seconds of an expression": str(max((row["seconds"] for row in of_texts), default=0)),
    }
    RUNS.parent.mkdir(exist_ok=True)
    told = {"date": dt.date.today().isoformat(), "counts": counts, "matchers": grown, "expressions": seen}
    RUNS.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
