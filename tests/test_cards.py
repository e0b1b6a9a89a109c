"""Cards from a site folder to the published site: where there are some, and that memory changes no byte of them."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import pytest

from factsite.cli import main
from factsite.memo.memory import FOLDER
from tests.render.cards.lettering import SIGNS

BASE = Path(__file__).parent / "cases" / "base"
CARDS = ["length.png", "traffic.png"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small site folder that knows its address."""
    site = shutil.copytree(BASE, tmp_path / "bridges")
    extend(site, "base_url: https://bridges.example.org/\n")
    return site


def extend(site: Path, line: str) -> None:
    """Add a line to the site's own file."""
    with (site / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write(line)


def built(folder: Path, *arguments: str) -> dict[str, bytes]:
    """Build a site; return its cards."""
    assert main([*arguments, "--root", str(folder), "--date", "2024-12-01"]) == 0
    return {path.name: path.read_bytes() for path in sorted(folder.glob("site/cards/*"))}


def remembered(folder: Path) -> list[Path]:
    """Return the files of the cards that are remembered."""
    return sorted(folder.glob(f"{FOLDER}/cards/*"))


def test_every_claim_has_a_card_of_the_size_that_is_asked_for(folder: Path) -> None:
    """1200 by 630 pixels, PNG."""
    cards = built(folder)
    assert list(cards) == CARDS
    for png in cards.values():
        assert png.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack_from(">II", png, 16) == (1200, 630)


def test_memory_changes_no_byte(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A card is the same when it is drawn, recalled, drawn anew for a damaged entry, and without memory at all."""
    first = built(folder)
    entry, other = remembered(folder)
    capsys.readouterr()
    assert built(folder) == first
    assert "(0 written, 0 removed)" in capsys.readouterr().out
    entry.write_bytes(other.read_bytes()[:-1])
    assert built(folder) == first
    shutil.rmtree(folder / FOLDER)
    (folder / FOLDER).write_text("no room for a folder")
    assert built(folder) == first


def test_a_card_is_drawn_anew_for_what_it_shows_and_for_nothing_else(folder: Path) -> None:
    """What a build did not use any more is forgotten."""
    first = built(folder)
    before = {path.name: path.stat().st_mtime_ns for path in remembered(folder)}
    fact = folder / "content/facts/traffic.yaml"
    fact.write_text(fact.read_text("utf-8").replace("About 9,000", "Some 9,000"), "utf-8")
    second = built(folder)
    assert [name for name in CARDS if first[name] != second[name]] == ["traffic.png"]
    after = {path.name: path.stat().st_mtime_ns for path in remembered(folder)}
    assert len(after) == 2
    assert len(after.items() & before.items()) == 1


def test_a_build_that_fails_forgets_nothing(folder: Path) -> None:
    """Only a successful build knows what is of no use."""
    built(folder)
    before = remembered(folder)
    (folder / "content/facts/bad.yaml").write_text("claim: [")
    assert main(["--root", str(folder), "--date", "2024-12-01"]) == 1
    assert remembered(folder) == before
    assert list((folder / "site/cards").iterdir())


def test_check_draws_nothing(folder: Path) -> None:
    """And remembers nothing."""
    assert built(folder, "check") == {}
    assert not (folder / FOLDER).exists()


def test_cards_can_be_left_out_of_one_build(folder: Path) -> None:
    """They are not published then, but they are remembered for the next."""
    first = built(folder)
    before = remembered(folder)
    assert built(folder, "--no-cards") == {}
    assert not (folder / "site/cards").exists()
    assert remembered(folder) == before
    assert built(folder) == first


def test_a_site_can_do_without_cards(folder: Path) -> None:
    """It says so itself."""
    extend(folder, "cards: no\n")
    assert built(folder) == {}
    assert remembered(folder) == []


def test_a_site_without_an_address_has_no_cards(tmp_path: Path) -> None:
    """Nobody could find them."""
    site = shutil.copytree(BASE, tmp_path / "bridges")
    assert built(site) == {}
    assert remembered(site) == []


def test_a_font_of_the_site_serves_for_what_ours_lack(folder: Path) -> None:
    """A text that was left out is shown with it; where there is no such font, a warning says so."""
    fact = folder / "content/facts/traffic.yaml"
    fact.write_text(fact.read_text("utf-8").replace("About 9,000", "≈ 9,000"), "utf-8")
    before = built(folder)["traffic.png"]
    fonts = folder / "templates/cards/fonts"
    fonts.mkdir(parents=True)
    (fonts / "signs.ttf").write_bytes(SIGNS.read_bytes())
    assert built(folder)["traffic.png"] != before
