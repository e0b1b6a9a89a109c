"""Whether names that have to be one of a kind are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic
from factsite.values import VerdictClass

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from factsite.findings import Row
    from factsite.model import Corpus


STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def folded(name: str) -> str:
    """Return a name or sentence for comparison: case and the shape of quotation marks do not tell two apart."""
    return name.casefold().translate(STRAIGHT)


def claim_repeated(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """Two fact files state the same claim.

    Why: two pages on one claim would sooner or later say different things.
    Fix: put the evidence into one of the two, and delete the other.
    """
    first: dict[str, Row] = {}
    for row in rows:
        other = first.setdefault(folded(row.claim), row)
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
    """Two origins go by the same name; their ids count as names too.

    Why: it could not be told which of them an article credits.
    Fix: make them one origin, or give each a name that is its own.
    """
    first = {
        folded(identifier): (identifier, origin.at.start) for identifier, origin in corpus.origins.items()
    }
    for identifier, origin in corpus.origins.items():
        names = [("name", origin.name)] if origin.at.has(["name"]) else []
        names += [("aliases", alias) for alias in origin.aliases]
        for key, name in names:
            owner, place = first.setdefault(folded(name), (identifier, origin.at.start))
            yield None if owner == identifier else Diagnostic(
                "origin-name-repeated", origin.at[key], f"`{owner}` goes by “{name}” already",
                help="make the two one origin, or give each a name of its own",
                also=((place, f"`{owner}` begins here"),),
            )  # fmt: skip


def verdict_name_misleads(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """A verdict of the site's own has the name of a class and falls in another one.

    Why: `refuted` in a fact file would mean one thing to its author and another to the rule.
    Fix: give the verdict a name of its own, or the class that it is named after.
    """
    for name, verdict in corpus.site.verdicts.items():
        if verdict.at.has(["verdict_class"]):
            misleads = str(name) in {*VerdictClass} - {verdict.verdict_class}
            yield None if not misleads else Diagnostic(
                "verdict-name-misleads", verdict.at["verdict_class"],
                f"`{name}` is the name of a class, and this verdict falls in `{verdict.verdict_class}`",
                help="give the verdict another name, or the class that it is named after",
            )  # fmt: skip


RULES = (claim_repeated, alias_taken, origin_name_repeated, verdict_name_misleads)
