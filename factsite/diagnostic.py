"""One fault found in what an author wrote: a value, never an exception."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, Literal

from factsite.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factsite.edits import Edit
    from factsite.place import Place

Severity = Literal["error", "warning"]


LINE: Final = 1_000_000_000
"""The length of a mark that goes to the end of its line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a line to show with a fault, where lines are shown at all, and what there is to say of it.

    ``length`` counts characters; None stands for the value that begins at the place.
    """

    place: Place
    length: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault, where it stands and how to mend it.

    ``rule`` is the fault's name, the same for ever. ``message`` says what is wrong with this value, ``help``
    what to write instead. ``also`` names further places with what stands there ("first given here").
    ``marks`` are lines worth seeing beside the fault, such as those of the article that is cited. ``fix`` is the repair,
    where it is certain. An error keeps the site from being published, a warning does not.
    """

    rule: str
    place: Place
    message: str
    help: str = ""
    also: tuple[tuple[Place, str], ...] = ()
    severity: Severity = "error"
    marks: tuple[Mark, ...] = ()
    fix: Edit | None = None


def sort_key(diagnostic: Diagnostic) -> tuple[Place, str, str]:
    """Order diagnostics by place, then by rule, so that every run shows them alike."""
    return diagnostic.place, diagnostic.rule, diagnostic.message


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, if any; upper and lower case are not told apart."""
    by_folded = {name.casefold(): name for name in sorted(known, reverse=True)}
    found = get_close_matches(word.casefold(), sorted(by_folded), n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "did you mean `x`?" for the nearest of the known words, else the list of them.

    More than twelve words are not listed; none at all gives "".
    """
    names = sorted(set(known))
    meant = nearest(word, names)
    if meant is not None:
        return f"did you mean `{meant}`?"
    return "known here: " + ", ".join(f"`{name}`" for name in names) if 0 < len(names) <= 12 else ""


def slips_of(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words of which this one is a single slip of the pen.

    A slip is a letter too many, too few or another, two letters exchanged; case, and `-` or a space for `_`, are none.
    """
    typed = _plain(word)
    return [name for name in known if _is_slip(typed, _plain(name))]


def _plain(word: str) -> str:
    return word.casefold().strip().replace("-", "_").replace(" ", "_")


def _is_slip(one: str, other: str) -> bool:
    """Say whether two words are the same but for one slip at the most."""
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, others = one[start:], other[start:]
    return (
        rest[1:] == others[1:]
        or rest[1:] == others
        or rest == others[1:]
        or (rest[:2] == others[1::-1] and rest[2:] == others[2:])
    )
