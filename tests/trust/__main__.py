"""``docs/trust.md`` from what is recorded in ``docs/trust/``: ``make trust``, or ``python -m tests.trust``."""

from __future__ import annotations

from tests.trust.page import ROOT, page, subjects

if __name__ == "__main__":
    (ROOT / "docs/trust.md").write_text(page(subjects()), encoding="utf-8", newline="\n")
