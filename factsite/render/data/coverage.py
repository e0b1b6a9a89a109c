"""Coverage as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factsite.english import plural
from factsite.findings import tally
from factsite.render import urls
from factsite.render.data.claims import VERSION
from factsite.render.data.joined import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factsite.findings import Coverage, Part
    from factsite.page import Page
    from factsite.render.data.joined import Join


def coverage_join(lines: Iterable[bytes]) -> Join:
    """Return ``data/coverage.json``, one source a line."""
    head = {
        "version": VERSION,
        "offsets": "Unicode code points of the line, from 0, end excluded; lines count from 1",
    }
    return joined(urls.COVERAGE_DATA, head, "sources", lines)


def coverage_line(coverage: Coverage) -> bytes:
    """Return the coverage of a source as JSON in a line. Words of lines that the site may not print are null."""
    return json.dumps(_document(coverage), ensure_ascii=False).encode()


def coverage_page(coverages: Iterable[Coverage]) -> Page:
    """Return all coverage."""
    return coverage_join(map(coverage_line, coverages)).page()


def _document(coverage: Coverage) -> dict[str, Any]:
    return {
        "source": coverage.source,
        "page": urls.source(coverage.source),
        "file": coverage.file,
        "covered": {plural(name): covered for name, covered, _ in tally([coverage.strokes])},
        "lines": [{"line": part.span.line, "claims": list(part.claims)} for part in coverage.lines],
        "figures": [_part(part, coverage.hidden) for part in coverage.figures],
        "quotations": [_part(part, coverage.hidden) for part in coverage.quotations],
    }


def _part(part: Part, hidden: frozenset[int]) -> dict[str, Any]:
    span = part.span
    words = None if span.line in hidden else part.words
    return {
        "line": span.line,
        "start": span.start,
        "end": span.end,
        "words": words,
        "claims": list(part.claims),
    }
