"""What is compared: a site folder, read and analysed."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple, dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factsite.comparisons import Elsewhere
    from factsite.diagnostic import Diagnostic
    from factsite.findings import ClaimFindings, Coverage, Figure
    from factsite.model import Claim, Corpus


class Surveyed(NamedTuple):
    """A claim, what was found out about it, and the figures that its sentence has."""

    claim: Claim
    found: ClaimFindings
    spoken: tuple[Figure, ...] = ()

    @property
    def published(self) -> bool:
        """Say whether readers see the claim: a draft is shown to editors alone."""
        return getattr(self.claim, "draft", None) not in (True, "yes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A site folder, read and analysed; ``claims`` go by id, in the order of the ids.

    ``between`` tells for each claim how its figures stand to those of others. ``templates`` has the SHA-256 of each file in
    the site's own ``templates/``, by its path there.
    """

    corpus: Corpus
    claims: Mapping[str, Surveyed]
    between: Mapping[str, tuple[Elsewhere, ...]] = field(default_factory=dict)
    coverage: tuple[Coverage, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    templates: Mapping[str, str] = field(default_factory=dict)

    @property
    def unread(self) -> frozenset[str]:
        """The ids of the claims that have a file which could not be read."""
        return self.corpus.ids.get("facts", frozenset()) - set(self.claims)
