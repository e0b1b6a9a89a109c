from __future__ import annotations

import pytest

from factsite.cli import main
from factsite.rules import RULES


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Its name can be written as it is reported, brackets included."""
    for name in ("unknown-source", "[unknown-source]", "Unknown_Source"):
        assert main(["explain", name]) == 0
        out, err = capsys.readouterr()
        assert out.startswith("unknown-source (error)\n\nA citation names a source that has no file")
        assert "  = help: " in out
        assert err == ""


def test_without_a_rule_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each has a sentence."""
    assert main(["explain"]) == 0
    names = [line.split("  ")[0] for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")]
    assert names == sorted(rule.__name__.replace("_", "-") for rule in RULES)


@pytest.mark.parametrize(
    ("name", "advice"),
    [("quote-not-in-line", "did you mean `quote-not-in-lines`?"), ("x\x1b", "`build.py explain` lists all")],
)
def test_a_rule_that_there_is_not(name: str, advice: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told with the one that was probably meant."""
    assert main(["explain", name]) == 2
    assert capsys.readouterr() == ("", f"build.py: there is no rule {name!r}; {advice}\n")
