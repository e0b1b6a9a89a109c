"""The claims and articles of the corpus as each of the other generators takes them: ``write(name, folder, claims)``.

Each is given the fastest form that its users would write by hand: one file for a claim and one for an article, so that what an
edit of one file costs can be compared. The article's lines are given to Hugo and Eleventy as a list, which spares them to
split a text for every citation.
"""

from __future__ import annotations

import json
from typing import Any

from bench import corpus

WORDS = {
    "supported": "Supported",
    "refuted": "Refuted",
    "conflicting": "Sources conflict",
    "not-enough-evidence": "Not enough evidence",
}


def claim(number: int, articles: list[list[str]]) -> dict[str, Any]:
    """Return a claim by its number, given the articles of its place, as the others take it; without the explanation."""
    evidence = [
        {"source": cited.source, "line": cited.line, "quote": cited.words, "stance": cited.stance}
        for cited in corpus.cited(number, articles)
    ]
    return {
        "title": corpus.claim_text(number),
        "verdict": WORDS[corpus.fact(number).verdict],
        "summary": corpus.summary(number),
        "checked": corpus.CHECKED,
        "topic": corpus.topic(number),
        "evidence": evidence,
    }


def source(number: int, lines: list[str]) -> dict[str, Any]:
    """Return an article by its number as the others take it."""
    return {"title": corpus.title(number), "publisher": lines[2], "lines": lines}


def explanation(number: int) -> str:
    """Return the explanation of a claim as any Markdown knows it: citations are links."""
    return "\n".join(corpus.explanation(number, _link)) + "\n"


def _link(number: int) -> str:
    return f"[{corpus.title(number)}, line 1](../sources/{corpus.source_id(number)}.html#L1)"


def hugo_claim(number: int, articles: list[list[str]]) -> tuple[str, str]:
    """Return path and text of a claim: front matter in JSON, which Hugo reads fastest, and Markdown."""
    front = json.dumps(claim(number, articles), indent=1)
    return f"content/claims/{corpus.claim_id(number)}.md", f"{front}\n\n{explanation(number)}"


def hugo_source(number: int, lines: list[str]) -> tuple[str, str]:
    """Return path and text of an article: front matter alone."""
    return (
        f"content/sources/{corpus.source_id(number)}.md",
        f"{json.dumps(source(number, lines), indent=1)}\n",
    )


def eleventy_claim(number: int, articles: list[list[str]]) -> tuple[str, str]:
    """Return path and text of a claim: a file of data, its explanation in Markdown."""
    found = {"id": corpus.claim_id(number), **claim(number, articles), "explanation": explanation(number)}
    return f"content/claims/{corpus.claim_id(number)}.json", f"{json.dumps(found, indent=1)}\n"


def eleventy_source(number: int, lines: list[str]) -> tuple[str, str]:
    """Return path and text of an article: a file of data."""
    found = {"id": corpus.source_id(number), **source(number, lines)}
    return f"content/sources/{corpus.source_id(number)}.json", f"{json.dumps(found, indent=1)}\n"


pelican_claim, pelican_source = eleventy_claim, eleventy_source  # its plugin reads the same files
