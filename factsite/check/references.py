"""Whether what a claim names exists: topic, verdict, origins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.findings import Background, ClaimFindings
    from factsite.model import Claim


def unknown_topic(claim: Claim, found: ClaimFindings, background: Background) -> Iterator[Diagnostic | None]:
    """A claim's topic is none of those in `content/site.yaml`.

    Why: the claim would be listed nowhere.
    Fix: use one of the topics, or add a new one to `content/site.yaml`.
    """
    if claim.topic is None or not background.site.at.has(["topics"]):
        return
    topics = background.site.topics
    yield None if claim.topic in topics else Diagnostic(
        "unknown-topic", claim.at["topic"], f"there is no topic `{claim.topic}`",
        help=did_you_mean(claim.topic, topics) or "add it under `topics` in content/site.yaml",
    )  # fmt: skip


def unknown_verdict(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """A verdict is none of the site's.

    Why: every verdict has one meaning, which the methodology page explains.
    Fix: use one of the site's verdicts; the message names the nearest, or all.
    """
    if not background.site.at.has(["verdicts"]):
        return
    scale = background.site.scale
    given = [(claim.verdict, claim.at["verdict"])] if claim.at.has(["verdict"]) else []
    given += [
        (change.verdict_was, change.at["verdict_was"]) for change in claim.corrections if change.verdict_was
    ]
    for verdict, place in given:
        yield (
            None
            if verdict in scale
            else Diagnostic(
                "unknown-verdict",
                place,
                f"`{verdict}` is none of the verdicts",
                help=did_you_mean(verdict, scale),
            )
        )


def unknown_origin(claim: Claim, found: ClaimFindings, background: Background) -> Iterator[Diagnostic | None]:
    """Whom a citation credits or quotes is not in `content/origins.yaml`.

    Why: two articles that rely on one origin are not two confirmations, and that is seen by its name alone.
    Fix: use the id, the name or an alias of an origin, or add the origin to `content/origins.yaml`.
    """
    if background.origins_lost:
        return
    for piece in found.evidence:
        for key, resolved in (("speaker", piece.speaker), ("according_to", piece.according_to)):
            written = getattr(piece.evidence, key)
            if written is not None:
                yield None if resolved else Diagnostic(
                    "unknown-origin", piece.evidence.at[key], f"there is no origin `{written}`",
                    help="; or ".join(filter(None, (did_you_mean(written, _names(background)), "add it to content/origins.yaml"))),
                )  # fmt: skip


def _names(background: Background) -> list[str]:
    """Return everything by which an origin can be named."""
    origins = background.origins.items()
    return [name for key, origin in origins for name in (key, origin.name, *origin.aliases)]


def origin_not_in_source(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """An article nowhere has a name of the origin that a citation of it credits or quotes.

    Why: whom an article relies on is for the article to say; we do not guess it.
    Fix: correct the origin, or add the name that the article uses to its `aliases`.
    """
    if background.origins_lost:
        return
    for piece in found.evidence:
        for key in ("speaker", "according_to"):
            origin = getattr(piece, key)
            if origin is not None and piece.quotation is not None:
                yield None if key not in piece.unnamed else Diagnostic(
                    "origin-not-in-source", piece.evidence.at[key],
                    f"{piece.evidence.source} nowhere names {background.origins[origin].name}",
                    help=f"add the name that the article uses to the aliases of `{origin}`, or take `{key}` out",
                )  # fmt: skip


RULES = (unknown_topic, unknown_verdict, unknown_origin, origin_not_in_source)
