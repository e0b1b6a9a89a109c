"""What the program is made of besides packages: what lies in the repository or in a wheel, and came from elsewhere; and the actions of CI."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from supply.locks import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file that others made."""

    name: str
    version: str
    licence: str
    path: str
    comes: str
    """Where from."""

    @property
    def sha256(self) -> str:
        """The digest of the file."""
        return hashlib.sha256((ROOT / self.path).read_bytes()).hexdigest()


_FONTS = "templates/cards/fonts"
PARTS = (
    Part(
        name="literata",
        version="5.3.0",
        licence="OFL-1.1",
        path=f"{_FONTS}/reading.ttf",
        comes="npm, @fontsource/literata",
    ),
    Part(
        name="inter",
        version="5.3.0",
        licence="OFL-1.1",
        path=f"{_FONTS}/plain.ttf",
        comes="npm, @fontsource/inter",
    ),
    Part(
        name="inter",
        version="5.3.0",
        licence="OFL-1.1",
        path=f"{_FONTS}/strong.ttf",
        comes="npm, @fontsource/inter",
    ),
)
"""The fonts that cards are drawn in, cut to what cards need by ``make.py`` beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a package carries that is not its own."""

    name: str
    version: str
    licence: str
    purl: str
    within: str


CARRIED = (
    Carried(
        name="axe-core",
        version="4.12.1",
        licence="MPL-2.0",
        purl="pkg:npm/axe-core@4.12.1",
        within="axe-playwright-python",
    ),
)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Action:
    """An action that a workflow runs."""

    name: str
    version: str
    commit: str

    @property
    def purl(self) -> str:
        """Its address among all packages."""
        repository, _, path = self.name.replace("/", "\0", 1).partition("/")
        return f"pkg:github/{repository.replace(chr(0), '/')}@{self.commit}{f'#{path}' if path else ''}"


def actions() -> list[Action]:
    """Return the actions of all workflows."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / ".github/workflows").glob("*.yml"))]
    used = re.findall(r"uses: ([\w./-]+)@([0-9a-f]{40}) # v([\d.]+)", "\n".join(texts))
    return sorted({Action(name=name, version=version, commit=commit) for name, commit, version in used})
