"""What the pages of prose show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from markupsafe import Markup

    from factsite.render.views.frames import Dated, Frame, Link, Mark


class RuleCase(NamedTuple):
    """A line of the verdict rule."""

    condition: str
    mark: Mark


class MethodologyView(NamedTuple):
    """How verdicts are reached: the editors' words, then the rule as the program has it.

    ``data`` are the files for programs, each with what it holds.
    """

    frame: Frame
    text: Markup | None
    rule: tuple[RuleCase, ...]
    readings: tuple[tuple[str, str], ...]
    labels: tuple[tuple[Mark, Mark], ...]
    manifest: str
    data: tuple[tuple[Link, str], ...]


class Change(NamedTuple):
    """A correction or withdrawal in the log."""

    kind: str
    dated: Dated
    claim: Link


class CorrectionsView(NamedTuple):
    """The policy on corrections, where to report a mistake if there is such a place, and all corrections there were."""

    frame: Frame
    text: Markup | None
    report: str | None
    changes: tuple[Change, ...]


class EssayView(NamedTuple):
    """A page of prose."""

    frame: Frame
    text: Markup


class NotFoundView(NamedTuple):
    """What a server shows for an address that there is not."""

    frame: Frame
