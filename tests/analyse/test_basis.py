from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factsite.analyse import Basis, basis_of, called, looks_no_further, shared_texts
from factsite.facts import examine
from factsite.load import load
from factsite.pipeline import background_of
from factsite.values import InlineCitation, LineRange, OriginType, Prose
from tests.samples import article, background, claim, evidence, origin

if TYPE_CHECKING:
    from factsite.findings import Background, SourceFindings

ROOT = Path(__file__).parent.parent.parent
SITES = (ROOT, ROOT / "tests/sites/harbour", ROOT / "tests/sites/rivers")


def only(basis: Basis, whole: Background) -> Background:
    """Return a background that has nothing but a basis."""
    origins = {name: whole.origins[name] for name in basis.origins}

    def known(found: SourceFindings) -> SourceFindings:
        return replace(found, names={name: found.names[name] for name in found.names if name in origins})

    return replace(
        whole,
        sources={name: whole.sources[name] for name in basis.sources if name in whole.sources},
        texts={name: whole.texts[name] for name in basis.sources if name in whole.texts},
        articles={name: known(whole.articles[name]) for name in basis.sources if name in whole.articles},
        origins=origins,
        called=called(origins),
        ids={"sources": whole.ids["sources"] & {*basis.sources}},
        copies={name: whole.copies[name] for name in basis.sources if name in whole.copies},
    )


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_claim_is_examined_alike_where_nothing_but_its_basis_is_there(site: Path) -> None:
    """So an examination that looked no further holds as long as its basis is the same."""
    corpus, _ = load(site)
    whole = background_of(corpus, shared_texts(corpus.sources, corpus.texts))
    sufficed = 0
    for one in corpus.claims:
        done = examine(one, whole)
        if looks_no_further(one, done.found, whole):
            assert examine(one, only(basis_of(one, whole), whole)) == done
            sufficed += 1
    assert sufficed


def test_basis_of() -> None:
    """It has the articles of evidence and prose, and the origins that the claim or one of these articles names."""
    texts = {name: article(words) for name, words in zip("abc", ("Long.", "Ann: long.", "Bob."), strict=True)}
    people = {
        "eve": origin("Eve"),
        "ann": origin("Ann"),
        "bob": replace(origin("Bob"), type=OriginType.PERSON),
    }
    around = background(texts, people)
    prose = Prose("See [@b:1].", (InlineCitation("b", LineRange(1, 1), "[@b:1]", evidence("b").at.start),))
    written = claim(evidence("a", speaker="EVE", according_to="Zoe"), explanation=prose)
    assert basis_of(written, around) == Basis(
        ("a", "b"), ("eve", "ann"), (("EVE", "eve"), ("Zoe", None)), False
    )


@pytest.mark.parametrize(
    ("piece", "holds"),
    [
        (evidence("a", quote="Long"), True),
        (evidence("a", quote="Short"), False),
        (evidence("x", quote="Long"), False),
        (evidence("a", quote="Long", speaker="ann"), True),
        (evidence("a", quote="Long", speaker="zoe"), False),
        (evidence("a", quote="Long", according_to="zoe"), False),
    ],
)
def test_looks_no_further(piece: object, holds: bool) -> None:
    """What is not where it should be is looked for everywhere, or the nearest of all names is offered."""
    around = background({"a": article("Long, said Ann.")}, {"ann": origin("Ann")})
    written = claim(piece)
    assert looks_no_further(written, examine(written, around).found, around) is holds
