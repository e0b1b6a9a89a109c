"""Signs that steer or hide text are shown and not obeyed, in every form in which text leaves the program."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import shutil
import unicodedata
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite import signs
from factsite.analyse.passages import Passage, fold, folded_text
from factsite.cli import main
from factsite.editor.comparison.markdown import shown
from factsite.render.engine import shown as escaped
from factsite.render.jsonld import embedded
from factsite.render.marks import labelled
from factsite.report import printable
from factsite.report.cells import wrapped
from tests.built import laid

BASE = Path(__file__).parent / "cases" / "base"
TEMPLATES = Path(__file__).parent.parent / "templates"
EVERY = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
STEERING = re.findall(f"[{signs.STEERING}]", EVERY)
OBEYED = "\x1b\x00\x07\x9b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\u2028\u2029\u3164\ufff9\ufdd0\U000e0041"
"""Of each kind some: they are harmless nowhere."""

TEXTS = st.text(
    st.sampled_from([*"ab 1:#[<>&\"'|`@\nאش👩❤क", *OBEYED, *"\u200d\u200c\u200f\ufe0f\u00ad\ufeff\u0335"]),
    max_size=40,
)

LABEL = re.compile(r'<span class="hidden-sign" role="img" aria-label="[^"<>]+" title="[^"<>]+">[^<>]+</span>')


@pytest.mark.parametrize(
    "text",
    ["\ufeffAt the beginning", "so\u00adware", "نمی\u200cشود", "क्\u200dष", "👩\u200d👩\u200d👧", "❤\ufe0f", "1\ufe0f\u20e3", "葛\U000e0100",
     "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "שלום\u200f (1)", "Việt e\u0302\u0301", "a\tb\nc", "שָׁ֑לוֹם"],
)  # fmt: skip
def test_what_a_script_needs_is_left_alone(text: str) -> None:
    """Signs are harmless where they belong."""
    assert list(signs.found(text)) == []
    assert labelled(escaped(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u202eb", [(1, "\u202e")]),
        ("a\u200cb\u200d", [(1, "\u200c"), (3, "\u200d")]),
        ("abc\u200f", [(3, "\u200f")]),
        ("\u061c1", [(0, "\u061c")]),
        ("a\ufeffb", [(1, "\ufeff")]),
        ("x\U000e0041", [(1, "\U000e0041")]),
        ("👍\ufe0f\ufe0e", [(2, "\ufe0e")]),
        ("e" + "\u0301" * 9 + "\u200b", [(5, "\u0301" * 5), (10, "\u200b")]),
    ],
)
def test_where_they_do_not_belong_they_are_found(text: str, expected: list[tuple[int, str]]) -> None:
    """Each with its index; marks that are too many on a letter as one."""
    assert list(signs.found(text)) == expected


def test_a_label_says_number_and_name() -> None:
    """In text a label, in attributes, titles and drawings words; so nothing there is no HTML."""
    title, steered, text, drawn = map(escaped, ("a\u202e", "\x1b<", "x\u202ey", "\u200b"))
    page = f'<title>{title}</title><p title="{steered}">{text}</p><svg><text>{drawn}</text></svg>'
    label = '<span class="hidden-sign" role="img" aria-label="U+202E, right-to-left override" title="right-to-left override">U+202E</span>'
    assert labelled(page) == (
        f'<title>a[U+202E]</title><p title="[U+001B]&lt;">x{label}y</p><svg><text>[U+200B]</text></svg>'
    )


def test_they_are_all_that_unicode_has() -> None:
    """What has no width by Unicode's own list, every control, mark of direction and format, and what is no character: no other."""
    ignorable = "\xad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    drawn = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f"  # of category Cf, and seen
    hidden = {*re.findall(f"[{ignorable}\ufdd0-\ufdef\ufffc]", EVERY)}
    formats = {sign for sign in EVERY if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp")}
    none = {chr(plane + low) for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)}
    expected = sorted(hidden | formats - {*re.findall(f"[{drawn}\t\n\f\r]", EVERY)} | none)
    assert expected == STEERING


@pytest.mark.parametrize("around", ["a{}b", "{}", "1{}0", "{}<"])
def test_every_one_of_them_is_shown_and_not_there(around: str) -> None:
    """On a page, in an attribute, in JSON-LD, in a terminal and in a comment on a pull request; where it is harmless it stays."""
    for sign in STEERING:
        text = around.format(sign)
        if not any(signs.found(text)):
            continue
        pages = [labelled(one) for one in (escaped(text), f'<i title="{escaped(text)}">')]
        assert all(signs.number(sign) in page for page in pages)
        others = embedded({"name": text}), printable(text), shown(text).replace("@\u2060", "@")
        assert not [one for one in (*pages, *others) if sign in one]


@given(TEXTS)
def test_no_page_obeys(text: str) -> None:
    """No text leaves such a sign in a page, all else in it stays, and it makes no element but labels."""
    page = labelled(escaped(text))
    assert not set(OBEYED) & set(page)
    assert "<" not in LABEL.sub("", page)
    if len(set(text) & set("\u0335")) == 0:
        assert unescape(LABEL.sub("", page)) == signs.told(text, lambda _: "")
    assert not set(OBEYED) & set(labelled(f'<i title="{escaped(text)}">'))
    assert not set(OBEYED) & set(embedded({"name": text}))


@given(TEXTS, st.integers(8, 30))
def test_no_terminal_and_no_workflow_obeys(text: str, room: int) -> None:
    """In no printed line a sign steers or hides, nor is it a command of GitHub."""
    for line in (printable(text), *wrapped(printable(f"rule {text}"), room, "    ")):
        assert line.isprintable()
        assert list(signs.found(line)) == []
        assert "##[" not in line
        assert not re.match(r"\s*::[^:]", line)


@given(TEXTS)
def test_no_comment_on_a_pull_request_obeys(text: str) -> None:
    """In Markdown such signs are told by their number too, in one line."""
    assert not set(OBEYED) & set(shown(text).replace("\u2060", ""))
    assert "\n" not in shown(text)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([sign for sign in STEERING if sign < "\uffff" and not sign.isspace()]),
            st.integers(0, 40),
        ),
        max_size=8,
    )
)
def test_a_quotation_is_found_among_signs_that_hide(put: list[tuple[str, int]]) -> None:
    """Whatever is hidden in a line, the words as they are seen stand in it, and the mark covers all of them."""
    words = "The bridge is 412 metres long"
    fillers = "\u115f\u1160\u17b4\u17b5"  # letters of Hangul and Khmer, which compose
    line = words
    for sign, at in put:
        if sign not in fillers:
            line = line[:at] + sign + line[at:]
    passage = Passage([f"“{line}”, they said"])
    found = passage.find(fold(words).text)
    assert found
    (span,) = passage.spans(*found)
    assert folded_text(passage.lines[0][span.start : span.end]) == words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site folder of which an article holds one of each kind in words that are quoted, and more elsewhere."""
    root = shutil.copytree(BASE, tmp_path / "bridges")
    article, record = root / "seeds/opening.txt", root / "content/sources/opening.yaml"
    text = article.read_text("utf-8")
    hidden = "".join(f"{sign}" for sign in OBEYED if not sign.isspace())
    text = text.replace("The new bridge", f"The n{hidden}ew bridge").replace("4" + "12", "4\u206612\u2069", 1)
    text += f"::error::no ##[error]no {OBEYED}\n"
    article.write_text(text, "utf-8")
    digest = hashlib.sha256(article.read_bytes()).hexdigest()
    record.write_text(re.sub(r"sha256: \S+", f"sha256: {digest}", record.read_text("utf-8")), "utf-8")
    return root


def test_an_article_that_holds_them_is_quoted_and_published(folder: Path) -> None:
    """The quotation stands in it, all of its pages show the signs and hold none; the data has the words as they are."""
    outcome, shelf = laid(folder, [TEMPLATES], dt.date(2024, 12, 1), cards=False)
    assert outcome.diagnostics == ()
    pages = {
        page.path: page.content.decode()
        for page in shelf.pages
        if page.path.endswith((".html", ".xml", ".svg"))
    }
    for path, page in pages.items():
        assert not set(OBEYED) & set(page), path
    assert all(
        'class="hidden-sign"' in pages[path] for path in ("claims/length.html", "sources/opening.html")
    )
    data = next(page.content.decode() for page in shelf.pages if page.path == "claims/length.json")
    assert "\u202e" in data or "\\u202e" in data


def test_no_command_obeys(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What commands print of such an article, a name or a word steers nothing."""
    (folder / "content/facts/n.yaml").write_text("claim: x \u202e\n", "utf-8")
    dated = ["--date", "2024-12-01"]
    for words in (
        ["check", "--no-cards", *dated], ["check", "--no-cards", "--format", "full", *dated], ["check", "--no-cards", "--format", "github", *dated],
        ["check", "--no-cards", "--format", "sarif", *dated], ["check", "--no-cards", "--format", "json", *dated],
        ["cite", "error", *dated], ["cite", "new bridge", *dated], ["coverage", *dated], ["suggest", *dated], ["compare", str(BASE), *dated],
        ["compare", str(BASE), "--format", "markdown", *dated], ["source", "list", *dated],
    ):  # fmt: skip
        assert main([*words, "--root", str(folder)]) in (0, 1, 2)
        told = "".join(capsys.readouterr()).replace("\u2060", "")
        assert not set(OBEYED) & set(told), words
        assert "##[" not in told
