"""The colours of a card: the site's own in light, else those of ``templates/styles/1-tokens.css``; a test holds them together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factsite.colours import tokens
from factsite.frozen import NamedTuple
from factsite.values import VerdictClass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factsite import model


class Colours(NamedTuple):
    """Colours under the names that the style sheet has for them; ``verdicts`` by class."""

    paper: str
    ink: str
    quiet: str
    rule: str
    accent: str
    pen: str
    penned: str
    verdicts: Mapping[str, str]

    @property
    def stances(self) -> Mapping[str, str]:
        """The colours of stances: those of the verdicts that they speak for."""
        return {
            "supports": self.verdicts["supported"],
            "refutes": self.verdicts["refuted"],
            "context": self.quiet,
        }


LIGHT: Final = Colours(
    paper="#fdfdfb",
    ink="#1b1e22",
    quiet="#595e64",
    rule="#a9aca8",
    accent="#1d4f91",
    pen="#ffe680",
    penned="#1b1e22",
    verdicts={
        "supported": "#00694b",
        "refuted": "#b03f00",
        "conflicting": "#97366f",
        "not-enough-evidence": "#47647a",
    },
)


def light(own: model.Colours | None) -> Colours:
    """Return the colours of a site's cards, which are always light: nobody knows on what they will be shown."""
    if own is None:
        return LIGHT
    values = tokens(own.light)
    named = {name: values[name] for name in Colours._fields if name in values}
    return LIGHT._replace(**named, verdicts={str(kind): values[kind] for kind in VerdictClass})
