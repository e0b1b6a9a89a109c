"""How the time of matchers and of regular expressions grows with the text: ``python -m tests.trust.growth``.

Each matcher is given texts of doubling size; the exponent is that of the slope between the smallest and the largest: 1 is linear.
Each expression of ours is given texts that pump its repetitions, once from the beginning (``match``) and once at every place
(``finditer``). ``docs/trust/growth.json`` holds what was seen.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import random
import re
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.trust import expressions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FIGURES = Path(__file__).parents[2] / "docs/trust/growth.json"
RUNS = FIGURES.parent / "runs/growth.json"
LINEAR = 1.3
"""An exponent up to this is taken for that of n·log n: more digits are noise."""
SIZES = (5_000, 10_000, 20_000)
"""Characters; the last is the longest line of an article."""
SHORT, LONG = 500, 2_000
"""Characters that an expression is given."""
LEAST = 0.002
"""Seconds below which growth is not looked at: at the longest text an expression would then take a fifth of a second, were it quadratic."""
PATIENCE = 0.3
LINES = {
    "sentences": "It cost $5 million in 2024, Jane Doe said. ",
    "digits": "9 ",
    "dates": "October 23, 2024 ",
    "quotations": '"a b c", he said. ',
    "one word": "bridge ",
    "spaces": " ",
    "brackets": "[a](",
}


class LateError(BaseException):
    """It took too long."""


def spent(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that something takes, at most so many as one has patience for."""

    def late(*_: object) -> None:
        raise LateError

    signal.signal(signal.SIGVTALRM, late)
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, 4 * PATIENCE)
    try:
        work()
    except LateError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begun


def slope(small: float, large: float, times: float) -> float:
    """Return the exponent, where a text so many times as large took so much longer."""
    return round(math.log(max(large, 1e-6) / max(small, 1e-6)) / math.log(times), 2)


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
            taken = []
            for size in SIZES:
                line = "a" + unit * (size // len(unit)) + "b"
                taken.append(spent(lambda line=line, work=work: work(line)))
            if taken[0] >= LEAST / 2:
                rows.append((slope(taken[0], taken[-1], SIZES[-1] / SIZES[0]), kind, taken))
        if rows:
            exponent, kind, taken = max(rows)
            slowest = max(row[2][-1] for row in rows)
            yield {
                "matcher": name, "exponent": exponent, "text": kind, "sizes": SIZES, "seconds": [round(one, 4) for one in taken],
                "slowest": round(slowest, 3),
            }  # fmt: skip
        else:
            yield {"matcher": name, "exponent": None, "slowest": f"below {LEAST} s"}


def of_expressions() -> Iterator[dict[str, Any]]:
    """Yield how each expression grows, on the text on which it takes longest."""
    for one in expressions.expressions():
        found: dict[str, Any] = {"where": one.where, "pattern": one.pattern, "flags": one.flags}
        pattern = re.compile(one.pattern, one.flags)
        for how, work in {
            "match": lambda text, p=pattern: p.match(text),
            "finditer": lambda text, p=pattern: [*p.finditer(text)],
        }.items():
            found[how] = growth(one, work)
        yield found


def growth(one: expressions.Expression, work: Callable[[str], object]) -> float:
    """Return the worst exponent of an expression on texts made for it; 1 where none takes long enough to tell."""
    worst = 1.0
    pairs = zip(
        expressions.texts(one, SHORT, random.Random(one.pattern), 8),
        expressions.texts(one, LONG, random.Random(one.pattern), 8),
        strict=False,
    )
    for small, large in pairs:
        taken = spent(lambda large=large: work(large))
        if taken >= LEAST:
            short = min(spent(lambda small=small: work(small)) for _ in range(3))
            again = min(taken, spent(lambda large=large: work(large))) if taken < PATIENCE else taken
            if again >= LEAST:
                worst = max(worst, slope(short, again, len(large) / max(1, len(small))))
            if worst > LINEAR:
                break
    return worst


def main() -> int:
    """Measure matchers and expressions, or one of the two, and write it down."""
    wanted = sys.argv[1:] or ["matchers", "expressions"]
    for kind, measured in (("matchers", of_matchers), ("expressions", of_expressions)):
        if kind in wanted:
            rows = []
            for row in measured():
                rows.append(row)
                if kind == "matchers" or max(row["match"], row["finditer"]) > LINEAR:
                    print(row, flush=True)
            known = json.loads(RUNS.read_text("utf-8")) if RUNS.exists() else {}
            parts = {
                "matchers": known.get("matchers", []),
                "expressions": known.get("expressions", []),
                kind: rows,
            }
            record(parts["matchers"], parts["expressions"])
    return 0


def record(grown: list[dict[str, Any]], seen: list[dict[str, Any]]) -> None:
    """Write down how matchers and expressions grow."""
    told = {"command": "python -m tests.trust.growth", "date": dt.date.today().isoformat()}
    exponents = [row["exponent"] for row in grown if row["exponent"] is not None]
    counts = {
        "matchers measured": len(grown),
        "matchers whose exponent is above 1.3, on the worst of their texts": sum(
            e > LINEAR for e in exponents
        ),
        "seconds at most for one matcher and a text of 20,000 characters": max(
            (row["slowest"] for row in grown if row["exponent"] is not None), default=0
        ),
        "regular expressions measured, those of libraries too": len(seen),
        "expressions that grow faster than n·log n from one place": sum(r["match"] > LINEAR for r in seen),
        "expressions that grow faster than n·log n tried at every place": sum(
            r["finditer"] > LINEAR for r in seen
        ),
    }
    if not seen:
        counts = {what: count for what, count in counts.items() if "expressions" not in what}
    figures = [
        {"what": what, "count": c if isinstance(c, int) else str(c), **told} for what, c in counts.items()
    ]
    promise = {
        "promise": "Matchers grow with the text, not with its square.",
        "tested": ["tests/trust/test_bombs.py"],
        "figures": figures,
        "short": "Regular expressions were not measured to the end, and some are quadratic on texts made for them; the limits of lines and values bound what they take.",
    }
    subject = {"subject": "Growth of matchers", "point": 3, "promises": [promise]}
    runs = {"matchers": grown, "expressions": seen}
    RUNS.parent.mkdir(exist_ok=True)
    RUNS.write_text(json.dumps(runs, indent=1, ensure_ascii=False) + "\n", "utf-8")
    FIGURES.write_text(json.dumps(subject, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
