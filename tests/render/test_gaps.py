"""What a claim's page takes from other claims, and the gaps that it leaves for it."""

from __future__ import annotations

import json
import marshal
from dataclasses import replace

import pytest

from factsite.analyse import examine_claim
from factsite.comparisons import Elsewhere
from factsite.model import Claim, SourceText
from factsite.render import Around, Printed, Templates, around_of, claims_printed, filled
from factsite.render.gaps import GAPS
from factsite.render.pages.order import Beside
from factsite.values import Prose
from tests.built import ROOT
from tests.samples import background, claim, evidence, row

TEXTS = {"a": "It is so long.", "b": "so it is"}
BACKGROUND = background({name: SourceText(text.encode(), "0" * 64) for name, text in TEXTS.items()})
TEMPLATES = Templates([ROOT / "templates"])
TITLES = {"other": "The other is <b>long</b>.", "wide": "It is wide & high."}
OTHERS = Elsewhere("other", "figures", "conflicting", "Both <cannot> stand.", (1, 0, 1))
AROUND = around_of(row("length", related=("wide",)), TITLES, [OTHERS], Beside(("wide",), (), ("other",)))

HOSTILE = (
    "&#55296; &#xD801; \\ud802 \\uD803 %ED%A0%80 \ufffd {{ page.gaps.related }} {% raw %} {{ gaps }} related others alone "
    "\U00010000 \U000103ff"
)


def printed(of: Claim) -> Printed:
    """Return what a claim gives by itself."""
    return claims_printed([(of, examine_claim(of, BACKGROUND))], BACKGROUND, TEMPLATES)[0]


CLAIM = claim(evidence("a"), evidence("b"))


def test_what_is_printed_and_what_others_give_are_plain_values() -> None:
    """They can be kept and sent as they are."""
    one = printed(CLAIM)
    assert Printed(*marshal.loads(marshal.dumps(tuple(one)))) == one
    assert Around(*marshal.loads(marshal.dumps(tuple(AROUND)))) == AROUND


def test_gaps_are_filled_with_what_other_claims_give() -> None:
    """Escaped as ever; the notes on others stand among those of the claim, or have a section of their own."""
    page, written = filled(printed(CLAIM), AROUND, TEMPLATES)
    text = page.content.decode()
    assert (page.path, [one.path for one in written.pages]) == (
        "claims/length.html",
        ["claims/length.json", "claims/length.bib", "claims/length.csl.json"],
    )
    assert text.count("It is wide &amp; high.") == 2
    assert text.count('<link rel="prev" href="../claims/wide.html">') == 1
    assert text.count("The other is &lt;b&gt;long&lt;/b&gt;.") == 2
    assert text.count('<h2 id="notes">') == 1
    noted = replace(CLAIM, notes=(Prose("Of our own."),))
    before, after = filled(printed(noted), AROUND, TEMPLATES)[0].content.decode().split("Of our own.")
    assert before.count("Both &lt;cannot&gt; stand.") == 1
    assert (
        before.count('<a href="../sources/b.html#L1">b 1</a></li>\n<li><a href="../sources/a.html#L1">') == 1
    )
    assert "cannot" not in after
    assert (before + after).count('<h2 id="notes">') == 1


def test_the_data_of_a_claim_tells_of_others() -> None:
    """In the document of the claim, at its place."""
    (document, *_), lines = filled(printed(CLAIM), AROUND, TEMPLATES)[1]
    line = lines["data/claims.json"]
    assert document.content == line + b"\n"
    assert json.loads(line)["elsewhere"] == [
        {"claim": "other", "kind": "figures", "relation": "conflicting", "text": "Both <cannot> stand.", "evidence": [1, 0, 1]}
    ]  # fmt: skip
    assert (
        json.loads(filled(printed(CLAIM), Around(), TEMPLATES)[1].lines["data/claims.json"])["elsewhere"]
        == []
    )


@pytest.mark.parametrize("notes", [(), (Prose(HOSTILE),)])
def test_no_words_of_an_author_make_a_gap(notes: tuple[Prose, ...]) -> None:
    """Whatever they write: a gap is what no file in UTF-8 can hold."""
    hostile = replace(
        CLAIM, claim=HOSTILE, summary=HOSTILE, explanation=Prose(HOSTILE), outside=Prose(HOSTILE),
        because=HOSTILE, notes=notes, evidence=tuple(replace(piece, note=HOSTILE) for piece in CLAIM.evidence),
    )  # fmt: skip
    plain = replace(CLAIM, notes=(Prose("So."),) if notes else ())
    assert printed(hostile).gaps == printed(plain).gaps
    assert len(printed(hostile).pieces) == len(printed(hostile).gaps) + 1
    for gap in GAPS:
        with pytest.raises(UnicodeEncodeError):
            gap.encode()
