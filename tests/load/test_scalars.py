from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factsite.load import scalars
from factsite.load.faults import RULES as RECORD_RULES
from factsite.load.scalars import Refusal
from factsite.values import LineRange, Period, Stance


def test_text_is_read_as_one_line() -> None:
    """Runs of spaces and line ends become one space; a no-break space stays."""
    assert scalars.read_text(" a\n  b\t\u00a0c \r\n") == "a b \u00a0c"


@pytest.mark.parametrize("text", ["a", "0", "army-size", "412-metres", "a" * 80])
def test_an_id(text: str) -> None:
    """Small letters, digits and single hyphens make an id."""
    assert scalars.read_id(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", ""), ("-", ""), ("a-", "a"), ("-a", "a"), ("a--b", "a-b"), ("Army", "army"), ("ä", "a"), ("ß", ""), ("a b", "a-b"),
        ("a_b", "a-b"), ("a.b", "a-b"), ("a/b", "a-b"), ("a" * 81, "a" * 80), ("１", "1"), ("Eastside.txt", "eastside"),
    ],
)  # fmt: skip
def test_no_id(text: str, meant: str) -> None:
    """Nothing else does; the id that is nearest is named, if there is one."""
    advice = "small letters a to z, digits and single hyphens, as in `army-size`"
    assert scalars.read_id(text) == Refusal(
        "not-an-id", f"`{text}` is no id", f"did you mean `{meant}`? {advice}" if meant else advice
    )


@pytest.mark.parametrize("text", ["index", "404", "con", "nul", "com1", "lpt9"])
def test_a_name_that_is_taken(text: str) -> None:
    """Names of pages that every site has, and those that a file system keeps for itself, are no ids."""
    assert scalars.read_id(text) == Refusal(
        "not-an-id",
        f"`{text}` is taken: a page of the site or a file system uses that name",
        "choose another",
    )


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ("20.11.2024", "`20.11.2024` is no date", "year, month and day, as in `2026-11-21`"),
        ("2024-1-2", "`2024-1-2` is no date", "year, month and day, as in `2026-11-21`"),
        ("2024-11-20 ", "`2024-11-20 ` is no date", "year, month and day, as in `2026-11-21`"),
        ("٢٠٢٤-٠١-٠٢", "`٢٠٢٤-٠١-٠٢` is no date", "year, month and day, as in `2026-11-21`"),
        ("2024-13-01", "`2024-13-01` is no date: there is no month 13", "year, month and day, as in `2026-11-21`"),
        ("0000-01-01", "`0000-01-01` is no date: there is no year 0000", "year, month and day, as in `2026-11-21`"),
        ("2023-02-29", "`2023-02-29` is no date: February 2023 has 28 days", "a day from `2023-02-01` to `2023-02-28`"),
        ("2024-04-31", "`2024-04-31` is no date: April 2024 has 30 days", "a day from `2024-04-01` to `2024-04-30`"),
        ("2024-04-00", "`2024-04-00` is no date: April 2024 has 30 days", "a day from `2024-04-01` to `2024-04-30`"),
    ],
)  # fmt: skip
def test_no_day(text: str, message: str, help_: str) -> None:
    """What is no day of the calendar says why."""
    assert scalars.read_day(text) == Refusal("not-a-date", message, help_)


@given(st.dates())
def test_every_day_is_read_as_it_is_printed(day: dt.date) -> None:
    """A date in its standard form is that date, as a day and as a period."""
    assert scalars.read_day(day.isoformat()) == day
    assert scalars.read_period(day.isoformat()) == Period(day.isoformat(), day, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2024-10/2024-12", (2024, 10, 1), (2024, 12, 31)),
        ("2024-10-05/2024", (2024, 10, 5), (2024, 12, 31)),
        ("2023/2024-01-05", (2023, 1, 1), (2024, 1, 5)),
    ],
)
def test_a_period(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """A year, a month, a day or two of them are the outermost days that they can mean."""
    assert scalars.read_period(text) == Period(text, dt.date(*first), dt.date(*last))


SHAPES = "`2024-10-23`, `2024-10`, `2024`, or two of them with a `/` between"
ORDER = "the earlier one first, as in `2024-10/2024-12`"


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ("autumn 2024", "`autumn 2024` is no day, month or year", SHAPES),
        ("2024/", "`` is no day, month or year", SHAPES),
        ("2024-02-30", "`2024-02-30` is no time: February 2024 has 29 days", SHAPES),
        ("2024-13", "`2024-13-01` is no time: there is no month 13", SHAPES),
        ("0000", "`0000-01-01` is no time: there is no year 0000", SHAPES),
        ("2024/2023", "`2024/2023` does not go from an earlier to a later time", ORDER),
        ("2022/2023/2024", "`2022/2023/2024` does not go from an earlier to a later time", ORDER),
    ],
)
def test_no_period(text: str, message: str, help_: str) -> None:
    """What is no span of days says why."""
    assert scalars.read_period(text) == Refusal("not-a-period", message, help_)


@pytest.mark.parametrize(
    ("text", "first", "last"), [("16", 16, 16), ("16-18", 16, 18), ("5-5", 5, 5), ("012", 12, 12)]
)
def test_lines(text: str, first: int, last: int) -> None:
    """A number is a line, two are the first and the last."""
    assert scalars.read_lines(text) == LineRange(first, last)


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ("line 5", "`line 5` is no line range", "did you mean `5`? a line number, as in `16`, or the first and the last, as in `16-18`"),
        ("5–6", "`5–6` is no line range", "did you mean `5-6`? a line number, as in `16`, or the first and the last, as in `16-18`"),
        ("5, 7", "`5, 7` is no line range", "did you mean `5-7`? a line number, as in `16`, or the first and the last, as in `16-18`"),
        ("", "`` is no line range", "a line number, as in `16`, or the first and the last, as in `16-18`"),
        ("1234567890", "`1234567890` is no line range", "a line number, as in `16`, or the first and the last, as in `16-18`"),
        ("0", "lines are counted from 1", "the number that `seeds/` shows beside the line"),
        ("6-5", "`6-5` runs backwards", "the first line first: `5-6`"),
    ],
)  # fmt: skip
def test_no_lines(text: str, message: str, help_: str) -> None:
    """What is no line range says why."""
    assert scalars.read_lines(text) == Refusal("not-a-line-range", message, help_)


@pytest.mark.parametrize(
    "text", ["https://example.org", "http://example.org:8080/a?b=c#d", "https://xn--bcher-kva.example/a%20b"]
)
def test_an_address(text: str) -> None:
    """What a browser's address bar shows is an address."""
    assert scalars.read_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "example.org", "//example.org", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
        "mailto:a@example.org", "https://", "https:example.org", "https://example.org:99999", "https://[::1",
        "https://example.org/a b", 'https://example.org/"onclick="', "https://example.org/<b>", "https://ex\tample.org",
    ],
)  # fmt: skip
def test_no_address(text: str) -> None:
    """Another scheme, no host, or a sign that no address has, is none."""
    assert scalars.read_address(text) == Refusal(
        "not-an-address", f"`{text}` is no web address", "an address that begins with `https://`"
    )


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org", "http://example.org:8080/a/b.c/", "https://xn--bcher-kva.example/a%20b;c", "https://[::1]/a",
    ],
)  # fmt: skip
def test_a_base_address(text: str) -> None:
    """A host, and a path of named folders with or without a slash at its end."""
    assert scalars.read_base_address(text) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("https://example.org/a?b=c", "nothing can be put behind `?` or `#`"),
        ("https://example.org/?", "nothing can be put behind `?` or `#`"),
        ("https://example.org/#a", "nothing can be put behind `?` or `#`"),
        ("https://me:secret@example.org/", "a name or password in it would be published"),
        ("https://bücher.example/", "some programs take no letters but a to z"),
        ("https://example.org/ü", "some programs take no letters but a to z"),
        ("https://example.org//evil.example/", "its path has an empty name, `.`, `..` or a `%` without two digits"),
        ("https://example.org/a//", "its path has an empty name, `.`, `..` or a `%` without two digits"),
        ("https://example.org/a/../b", "its path has an empty name, `.`, `..` or a `%` without two digits"),
        ("https://example.org/.", "its path has an empty name, `.`, `..` or a `%` without two digits"),
        ("https://example.org/%zz", "its path has an empty name, `.`, `..` or a `%` without two digits"),
    ],
)  # fmt: skip
def test_no_base_address(text: str, why: str) -> None:
    """An address whose pages would stand elsewhere than beneath it is none for a site; nor is one that tells a password."""
    assert scalars.read_base_address(text) == Refusal(
        "not-an-address",
        f"`{text}` is no address for a site: {why}",
        "host and path as your browser copies them, as in `https://example.org/facts/`",
    )


def test_no_base_address_is_no_address() -> None:
    """What is no web address at all is told so."""
    assert scalars.read_base_address("example.org") == scalars.read_address("example.org")


@pytest.mark.parametrize("text", ["", "0" * 63, "0" * 65, "A" * 64, "g" * 64, "0" * 64 + "\n"])
def test_no_digest(text: str) -> None:
    """A pin has 64 hexadecimal digits in small letters."""
    assert scalars.read_digest("0123456789abcdef" * 4) == "0123456789abcdef" * 4
    assert scalars.read_digest(text) == Refusal(
        "not-a-digest", f"`{text}` is no SHA-256", "the 64 digits that `sha256sum` prints for the file"
    )


@pytest.mark.parametrize(
    "text",
    [
        "en",
        "no",
        "yue",
        "pt-BR",
        "zh-Hans-CN",
        "es-419",
        "sl-rozaj-biske",
        "de-1901",
        "zh-yue",
        "EN-us",
        "en-a-bbb-x-a",
    ],
)
def test_a_language(text: str) -> None:
    """A language is given by its tag, however long that is."""
    assert scalars.read_language(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("English", ""), ("e", ""), ("", ""), ("en-", ""), ("-en", ""), ("en--US", ""), ("x-private", ""), ("en-x", ""), ("en-a", ""), ("de\n", ""),
        ("ſe", ""), ("en us", ""), ("en\"><script>", ""), ("{{x}}", ""), ("en_US", "did you mean `en-US`? "),
    ],
)  # fmt: skip
def test_no_language(text: str, meant: str) -> None:
    """Its name is none, nor what is shaped otherwise."""
    assert scalars.read_language(text) == Refusal(
        "not-a-language",
        f"`{text}` is no language tag",
        f"{meant}the tag of the language you write in, as in `en` or `pt-BR`",
    )


@pytest.mark.parametrize("text", ["a.txt", "2024/a b.txt", "ä.txt", "a" * 255])
def test_a_file_name(text: str) -> None:
    """A file in seeds/ may lie in a folder there."""
    assert scalars.read_file_name(text) == text


@pytest.mark.parametrize(
    "text",
    ["", ".", "..", "../a", "a/../b", "/etc/passwd", "a//b", "a/", "a\\b", "C:a", "a?", "a" * 256, "ä" * 128],
)
def test_no_file_name(text: str) -> None:
    """What leads out of seeds/, or cannot be a file everywhere, is none."""
    assert scalars.read_file_name(text) == Refusal(
        "not-a-file-name", f"`{text}` is no file in seeds/", "the file's name alone, as `ls seeds` shows it"
    )


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("Supports", "did you mean `supports`?"),
        ("refute", "did you mean `refutes`?"),
        ("partly", "known here: `context`, `refutes`, `supports`"),
    ],
)
def test_no_choice(text: str, help_: str) -> None:
    """A word that is none of the choices gets the nearest one, or all."""
    assert scalars.read_choice(Stance, "refutes") is Stance.REFUTES
    assert scalars.read_choice(Stance, text) == Refusal(
        "unknown-value", f"`{text}` is not one of the values here", help_
    )


ANY_TEXT = st.one_of(
    st.text(max_size=40),
    st.from_regex(r"[0-9]{0,5}[-/]?[0-9]{0,3}[-/]?[0-9]{0,4}", fullmatch=True),
    st.from_regex(r"https?:(//)?[a-z\[\]:@/0-9.%]{0,20}", fullmatch=True),
)


@given(ANY_TEXT)
@example("https://[::1")
@example("https://example.org:port")
def test_no_reader_raises(text: str) -> None:
    """Every reader returns a value or a refusal that names a rule, whatever was typed."""
    rules = {rule.__name__.replace("_", "-") for rule in RECORD_RULES}
    read = [reader(text) for reader in scalars.READERS.values()] + [scalars.read_choice(Stance, text)]
    assert {value.rule for value in read if isinstance(value, Refusal)} <= rules
