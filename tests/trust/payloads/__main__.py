"""Try every payload in every field: ``python -m tests.trust.payloads [--most N] [--more FILE …]``.

``--most`` tries that many, chosen by chance that is the same each time; ``--more`` adds the lines of files; ``--again`` tries those
batches again that had faults, by the record. The figures go into
``docs/trust/runs/payloads.json`` after each batch, with the payloads that had a fault.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser.chromium import launched
from tests.trust.payloads.fields import HOSTS, MARKDOWN, PLAIN
from tests.trust.payloads.lists import every, within
from tests.trust.payloads.trying import Tried, tried

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from playwright.sync_api import Browser

    Batch = tuple[str, str, list[str]]

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
    parser.add_argument("--again", action="store_true")
    options = parser.parse_args()
    lines = [line for file in options.more for line in file.read_text("utf-8", "replace").splitlines()]
    payloads = every(*lines)
    random.Random(7).shuffle(payloads)
    payloads = payloads[: options.most]
    batches = [
        (kind, HOSTS[number % len(HOSTS)], payloads[first : first + AT_ONCE])
        for number, first in enumerate(range(0, len(payloads), AT_ONCE))
        for kind in (PLAIN, MARKDOWN)
    ]
    known: dict[str, Any] = json.loads(RECORD.read_text("utf-8")) if options.again else {"found": []}
    if options.again:
        batches = [batch for batch in batches if any(_is_of(found, batch) for found in known["found"])]
    return run(batches, known)


def run(batches: Sequence[Batch], known: dict[str, Any]) -> int:
    """Try batches and write down what was counted with what is known; 1 where something was found."""
    total, found, done = Tried(), [], set()
    for kind, host, payloads in batches:
        with launched() as chromium:
            tried_now = without_raising(chromium, payloads, kind, host)
            print(f"{kind} {payloads[0]!r:.40} …: {len(tried_now.faults)} faults", flush=True)
            if tried_now.faults:
                found.append({"kind": kind, "host": host, **named(chromium, payloads, kind, host, tried_now)})
                print(json.dumps(found[-1], indent=1, ensure_ascii=False), flush=True)
            else:
                total.add(tried_now)
        done.update(payloads)
        record(total, done, found, known)
    print(json.dumps(json.loads(RECORD.read_text("utf-8"))))
    return 1 if found else 0


def _is_of(found: dict[str, Any], batch: Batch) -> bool:
    kind, host, payloads = batch
    return (found["kind"], found["host"]) == (kind, host) and set(found["payloads"]) <= {*payloads}


def without_raising(chromium: Browser, payloads: Sequence[str], kind: str, host: str) -> Tried:
    """Try payloads; what raises, in the build or where its files are read, is a fault."""
    tab = chromium.new_page()
    try:
        return tried(tab, [*filter(within, payloads)], kind, host)
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


def record(total: Tried, payloads: Collection[str], found: Sequence[object], known: dict[str, Any]) -> None:
    """Write down what was counted so far, batches with faults not among it: a run that is cut off has told what it did.

    Where batches that are ``known`` to have had faults are tried again, it is added to what was counted without them.
    """
    figures = {
        "payloads": 0 if known["found"] else len(payloads), "fields": 0 if known["found"] else len(total.fields),
        "values": total.values, "pages": total.pages, "files": total.files, "cards": total.cards,
    }  # fmt: skip
    written: dict[str, Any] = {name: count + known.get(name, 0) for name, count in figures.items()}
    written |= {"faults": len(found), "found": found}
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
