"""Whether names that have to be one of a kind are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from factsite.findings import Row
    from factsite.model import Corpus
    from factsite.place import Place


STRAIGHT = str.maketrans("‘’“”", "''\"\"")
"""Claims that differ in the shape of quotation marks are the same."""


def claim_repeated(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """Two fact files state the same claim.

    Why: two pages on one claim would sooner or later say different things.
    Fix: put the evidence into one of the two, and delete the other.
    """
    first: dict[str, Row] = {}
    for row in rows:
        other = first.setdefault(row.claim.casefold().translate(STRAIGHT), row)
        yield None if other is row or not row.places.has(["claim"]) else Diagnostic(
            "claim-repeated", row.places["claim"], f"`{other.id}` states this claim already",
            help="put the evidence into one of the two files, and delete the other",
            also=((other.places["claim"], "first stated here"),),
        )  # fmt: skip


def alias_taken(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """An alias of a claim is the id or an alias of another claim.

    Why: one address cannot lead to two claims.
    Fix: take the alias out of one of them.
    """
    owners: dict[str, str] = dict.fromkeys(sorted(corpus.ids["facts"]), "")
    for row in rows:
        for alias in row.aliases:
            taken = alias in owners
            owner = owners.setdefault(alias, row.id) or alias
            yield None if not taken else Diagnostic(
                "alias-taken", row.places["aliases"], f"the address `{alias}` belongs to `{owner}` already",
                help="take it out of one of the two",
            )  # fmt: skip


def origin_name_repeated(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """Two origins go by the same name.

    Why: it could not be told which of them an article credits.
    Fix: make them one origin, or give each a name that is its own.
    """
    first: dict[str, tuple[str, Place]] = {}
    for identifier, origin in corpus.origins.items():
        names = (origin.name, *origin.aliases) if origin.at.has(["name"]) else origin.aliases
        for name in dict.fromkeys(name.casefold() for name in names):
            owner, place = first.setdefault(name, (identifier, origin.at.start))
            yield None if owner == identifier else Diagnostic(
                "origin-name-repeated", origin.at["aliases" if name != origin.name.casefold() else "name"],
                f"`{owner}` goes by “{name}” already", help="make the two one origin, or give each a name of its own",
                also=((place, f"`{owner}` begins here"),),
            )  # fmt: skip


RULES = (claim_repeated, alias_taken, origin_name_repeated)
