"""What an article says and quotes, with the lines it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factsite.analyse.wording.utterances import Utterance
    from factsite.analyse.wording.words import Sentence


@dataclass(frozen=True, slots=True)
class Said:
    """A direct quotation of an article, and the line (from 1) that it stands in."""

    line: int
    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence of an article and its line, from 1."""

    line: int
    sentence: Sentence
