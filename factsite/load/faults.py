"""What can be wrong with the keys and values of a record: the rules of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic

if TYPE_CHECKING:
    from factsite.load.keys import Key
    from factsite.load.scalars import Refusal
    from factsite.place import Place


def refused(place: Place, refusal: Refusal) -> Diagnostic:
    """Return the diagnostic of a refusal. Its rule is one of those below."""
    return Diagnostic(refusal.rule, place, refusal.message, help=refusal.help)


def unknown_key(place: Place, key: str, name: str, meant: str | None, *, again: bool) -> Diagnostic:
    """A key is none of those that the record has.

    Why: a misspelt key would be left out in silence, and with it what it says.
    Fix: mostly a slip of the pen; the message names the nearest key. All keys are listed in `docs/fields.md`.
    """
    if again:
        advice = f"did you mean `{meant}`, which is given already? take it out"
    else:
        advice = f"did you mean `{meant}`?" if meant else "take it out; docs/fields.md lists the keys"
    return Diagnostic("unknown-key", place, f"`{key}` is no key of {name}", help=advice)


def missing_key(place: Place, key: Key, name: str) -> Diagnostic:
    """A key that the record cannot do without is not there.

    Why: a page without it could not be trusted or not be understood.
    Fix: add it; the message says what it is for.
    """
    return Diagnostic(
        "missing-key",
        place,
        f"{name} lacks `{key.name}`: {key.purpose}",
        help=f"add it, as in `{key.name}: {key.example}`",
    )


def empty_value(place: Place, name: str, needed: Key | None = None) -> Diagnostic:
    """A key has no value.

    Why: it cannot be told whether the value was forgotten or meant to be nothing.
    Fix: write the value, or delete the key where it is not needed.
    """
    advice = f"write {needed.purpose}; it is needed" if needed else "write one, or delete the key"
    return Diagnostic("empty-value", place, f"{name} has no value", help=advice)


def todo_left(place: Place, comment: str) -> Diagnostic:
    """A fact file that is no draft any more still has a `# TODO`.

    Why: what `new` left to you to decide may not be decided yet, and the claim is published.
    Fix: decide it and delete the comment; until then, mark the file with `draft: yes`.
    """
    return Diagnostic(
        "todo-left", place, f"this is published, and something is left to do: `{comment}`",
        help="do it and delete the comment, or write `draft: yes` until it is done", severity="warning",
    )  # fmt: skip


def text_cut_by_comment(place: Place, comment: str) -> Diagnostic:
    """A text without quotes ends at a space and a `#`: the rest of the line is a comment, and lost.

    Why: "the division's #1 priority" would be published as "the division's".
    Fix: put quotes around all of the text. A comment that is meant stands two spaces or more after it.
    """
    return Diagnostic(
        "text-cut-by-comment",
        place,
        f"the text ends before this: `{comment}` is read as a comment",
        help="put quotes around all of the text; put two spaces before a comment that is meant",
    )


def wrong_shape(place: Place, message: str) -> Diagnostic:
    """A list, a mapping or a text stands where another of the three belongs.

    Why: what was meant cannot be told.
    Fix: a list has items that begin with `- `, a mapping has lines of `key: value`, a text is neither.
    """
    return Diagnostic("wrong-shape", place, message, help="see docs/fields.md for the shape of each key")


def unknown_value(place: Place, refusal: Refusal) -> Diagnostic:
    """A value is none of the words that its key takes.

    Why: keys such as `stance` take a few fixed words, and the verdict hangs on them.
    Fix: use one of the words; the message names the nearest, or all.
    """
    return refused(place, refusal)


def not_an_id(place: Place, refusal: Refusal) -> Diagnostic:
    """An id, or a file name that becomes one, has other characters than an id can have.

    Why: ids become addresses of pages, which have to be the same on every machine and never change.
    Fix: small letters a to z, digits and single hyphens, at most 80, as in `army-size`.
    """
    return refused(place, refusal)


def not_a_date(place: Place, refusal: Refusal) -> Diagnostic:
    """A date is not written as year-month-day, or is no day of the calendar.

    Why: 03/04 is March in one country and April in another; 2024-02-30 is nowhere.
    Fix: write `2026-11-21`.
    """
    return refused(place, refusal)


def not_a_period(place: Place, refusal: Refusal) -> Diagnostic:
    """A time is not written as year, month, day or an interval of two of them.

    Why: figures of different times are not compared; that takes times that can be read.
    Fix: write `2024-10-23`, `2024-10`, `2024` or `2024-10/2024-12`.
    """
    return refused(place, refusal)


def not_a_cited_figure(place: Place, refusal: Refusal) -> Diagnostic:
    """A figure of a relation is not written as words with their citation.

    Why: a relation is between figures that stand in articles, so each has to say where.
    Fix: write `3,000 troops [@fair-game:4]`; under `times` a number alone, `2`, is enough.
    """
    return refused(place, refusal)


def not_a_line_range(place: Place, refusal: Refusal) -> Diagnostic:
    """Lines are not written as a number or as two with a hyphen, or they run backwards.

    Why: a citation leads readers to exact lines.
    Fix: write `16` or `16-18`, counted from 1.
    """
    return refused(place, refusal)


def not_an_address(place: Place, refusal: Refusal) -> Diagnostic:
    """A web address is not one, or does not begin with `http://` or `https://`.

    Why: it becomes a link that readers follow; other schemes can run code.
    Fix: copy the address from the browser's address bar.
    """
    return refused(place, refusal)


def not_a_colour(place: Place, refusal: Refusal) -> Diagnostic:
    """A colour is not written as six hexadecimal digits.

    Why: it is written into the style sheet, and its contrast is reckoned; names and other notations have no place there.
    Fix: write `1d4f91` (or `"#1d4f91"` in quotes, for what follows a bare `#` is a comment).
    """
    return refused(place, refusal)


def not_a_language(place: Place, refusal: Refusal) -> Diagnostic:
    """The language of a site is named, and not given by its tag.

    Why: browsers break and hyphenate words by it, screen readers pronounce by it, and they know tags alone.
    Fix: write the tag of the language, `en` or `de`, with a country where that matters, `pt-BR`.
    """
    return refused(place, refusal)


def not_a_digest(place: Place, refusal: Refusal) -> Diagnostic:
    """A pin is no SHA-256.

    Why: the pin holds the article's bytes to what was cited.
    Fix: run `sha256sum seeds/FILE` and copy the 64 digits.
    """
    return refused(place, refusal)


def not_a_file_name(place: Place, refusal: Refusal) -> Diagnostic:
    """The name of an article's file leads out of `seeds/`, is very long, or has characters that not every system takes.

    Why: a source is a file in `seeds/` and nothing else.
    Fix: write the file's name alone, as `ls seeds` shows it.
    """
    return refused(place, refusal)


RULES = (
    unknown_key, missing_key, empty_value, todo_left, text_cut_by_comment, wrong_shape, unknown_value, not_an_id, not_a_date, not_a_period,
    not_a_cited_figure, not_a_line_range, not_an_address, not_a_colour, not_a_digest, not_a_file_name, not_a_language,
)  # fmt: skip
