"""Try every payload in every field: ``python -m tests.trust.payloads [--most N] [--more FILE …]``.

``--most`` tries that many, chosen by chance that is the same each time; ``--more`` adds the lines of files. The figures go into
``docs/trust/runs/payloads.json`` after each batch, with the payloads that had a fault.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.chromium import launched
from tests.trust.payloads.fields import HOSTS, MARKDOWN, PLAIN
from tests.trust.payloads.lists import every
from tests.trust.payloads.trying import Tried, tried

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

AT_ONCE = 50
"""So many payloads stand in the fields of a site at a time: its feeds, of up to 200 entries, tell of all their claims."""
FEWEST = 2
"""A relation needs two claims."""
RECORD = Path(__file__).parents[3] / "docs/trust/runs/payloads.json"


def main() -> int:
    """Try payloads and print what was found; 1 where something was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int)
    parser.add_argument("--more", type=Path, action="append", default=[])
    options = parser.parse_args()
    lines = [line for file in options.more for line in file.read_text("utf-8", "replace").splitlines()]
    payloads = every(*lines)
    random.Random(7).shuffle(payloads)
    payloads = payloads[: options.most]
    total, found = Tried(), []
    for number, first in enumerate(range(0, len(payloads), AT_ONCE)):
        some, host = payloads[first : first + AT_ONCE], HOSTS[number % len(HOSTS)]
        with launched() as chromium:
            for kind in (PLAIN, MARKDOWN):
                batch = without_raising(chromium, some, kind, host)
                total.add(batch)
                print(
                    f"{kind} {first + len(some)} of {len(payloads)}: {len(batch.faults)} faults", flush=True
                )
                if batch.faults:
                    found.append({"kind": kind, "host": host, **named(chromium, some, kind, host, batch)})
                    print(json.dumps(found[-1], indent=1, ensure_ascii=False), flush=True)
        record(total, first + len(some), found)
    print(json.dumps(figures(total, len(payloads))))
    return 1 if total.faults else 0


def without_raising(chromium: Browser, payloads: Sequence[str], kind: str, host: str) -> Tried:
    """Try payloads; what raises, in the build or where its files are read, is a fault."""
    tab = chromium.new_page()
    try:
        return tried(tab, payloads, kind, host)
    except Exception as error:  # whatever it is, the payload that did it is wanted, and the run goes on
        return Tried(faults=["".join(traceback.format_exception(error)[-3:])])
    finally:
        tab.close()


def named(
    chromium: Browser, payloads: Sequence[str], kind: str, host: str, found: Tried
) -> dict[str, Sequence[str]]:
    """Return as few payloads as still have a fault, with their first faults."""
    half = len(payloads) // 2
    for some in (payloads[:half], payloads[half:]) if half >= FEWEST else ():
        fewer = without_raising(chromium, some, kind, host)
        if fewer.faults:
            return named(chromium, some, kind, host, fewer)
    return {"payloads": payloads, "faults": [fault[:1000] for fault in found.faults[:10]]}


def figures(total: Tried, payloads: int) -> dict[str, int]:
    """Return what was counted."""
    return {
        "payloads": payloads, "fields": len(total.fields), "values": total.values, "pages": total.pages,
        "files": total.files, "cards": total.cards, "faults": len(total.faults),
    }  # fmt: skip


def record(total: Tried, payloads: int, found: Sequence[object]) -> None:
    """Write down what was counted so far: a run that is cut off has told what it did."""
    RECORD.parent.mkdir(exist_ok=True)
    written = figures(total, payloads) | {"found": found}
    RECORD.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
