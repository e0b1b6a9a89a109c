"""Whether the claims that a claim is related to can be linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.findings import Row

Ids = frozenset[str]


def unknown_claim(row: Row, known: Ids, drafts: Ids) -> Iterator[Diagnostic | None]:
    """A related claim has no fact file.

    Why: the link would lead nowhere.
    Fix: correct the id; it is the name of a file in `content/facts/`, without `.yaml`.
    """
    for related in row.related:
        if related == row.id:
            yield Diagnostic(
                "unknown-claim",
                row.places["related"],
                "a claim is not related to itself",
                help=f"take `{related}` out",
            )
        elif related not in drafts:
            yield None if related in known else Diagnostic(
                "unknown-claim", row.places["related"], f"there is no claim `{related}`",
                help=did_you_mean(related, known - {row.id}) or "take it out",
            )  # fmt: skip


def related_draft(row: Row, known: Ids, drafts: Ids) -> Iterator[Diagnostic | None]:
    """A claim that is published is related to a draft.

    Why: a draft has no page that the link could lead to.
    Fix: finish the draft and take `draft` out of it, or take its id out of `related`.
    """
    for related in row.related:
        yield None if related not in drafts else Diagnostic(
            "related-draft", row.places["related"], f"`{related}` is a draft, which is not published",
            help=f"take `draft` out of content/facts/{related}.yaml, or take `{related}` out here",
        )  # fmt: skip


RULES = (unknown_claim, related_draft)
