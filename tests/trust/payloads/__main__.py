"""Try every payload in every field: ``python -m tests.trust.payloads [--most N] [--more FILE …]``.

``--most`` tries that many, chosen by chance that is the same each time; ``--more`` adds the lines of files. The figures go into
``docs/trust/runs/payloads.json`` and are printed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

from tests.browser.chromium import launched
from tests.trust.payloads.fields import HOSTS, MARKDOWN, PLAIN
from tests.trust.payloads.lists import every
from tests.trust.payloads.trying import Tried, tried

AT_ONCE = 50
"""So many payloads stand in the fields of a site at a time: its feeds, of up to 200 entries, tell of all their claims."""
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
    total = Tried()
    for kind in (PLAIN, MARKDOWN):
        for number, first in enumerate(range(0, len(payloads), AT_ONCE)):
            with launched() as chromium:
                found = tried(
                    chromium.new_page(), payloads[first : first + AT_ONCE], kind, HOSTS[number % len(HOSTS)]
                )
            total.add(found)
            print(f"{kind} {first + AT_ONCE} of {len(payloads)}: {len(found.faults)} faults", flush=True)
            print("".join(f"  {fault[:600]}\n" for fault in found.faults[:10]), end="", flush=True)
    figures = {
        "payloads": len(payloads), "fields": len(total.fields), "values": total.values, "pages": total.pages,
        "files": total.files, "cards": total.cards, "faults": len(total.faults),
    }  # fmt: skip
    print(json.dumps(figures))
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 1 if total.faults else 0


if __name__ == "__main__":
    sys.exit(main())
