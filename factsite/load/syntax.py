"""A YAML reader's complaint in plain words, at the place where the slip is: often before the place where reading stopped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from factsite.load.text import PlacedText
    from factsite.place import Place

PLAIN = (
    (
        "mapping values are not allowed",
        "a colon and a space stand where no key can be",
        "a value that holds `: ` needs quotes around all of it; a key is not indented deeper than its neighbours",
    ),
    (
        "cannot start any token",
        "no value can begin with this character",
        "put quotes around all of the value",
    ),
    (
        "unknown escape character",
        "in double quotes, `\\` and this character mean nothing",
        "use single quotes around the value, or write `\\\\`",
    ),
    (
        "invalid Unicode character escape code",
        "in double quotes, this escape stands for no character",
        "write the character itself, or `\\\\` for a backslash",
    ),
    (
        "quoted scalar",
        "the quotation mark that opens here is never closed",
        "close it; a quotation mark that is a part of the text needs other quotes around all of the value",
    ),
    (
        "could not find expected ':'",
        "a line before this is neither a key with its value nor the rest of a value",
        "a key is written `key: value`; a value that goes on in the next line is indented",
    ),
    (
        "did not find expected",
        "this cannot stand here",
        "check the indentation, and that quotes and brackets stand around all of a value, not a part of it",
    ),
)
"""A sign of libyaml's complaint, the same in plain words, and the repair."""

LEAD = r"(?P<lead>[ ]*(?:- +)?)"
PAIR = re.compile(rf"{LEAD}(?P<key>[A-Za-z_-]+):(?: ++(?P<value>.*))?")
"""A line with a key and what follows it."""
TIGHT = re.compile(rf"{LEAD}(?P<key>[A-Za-z_-]+)(?P<colon>[:：﹕])(?P<value>.*)")
"""The same where the space after the colon is missing, or the colon is not YAML's."""
QUOTED = re.compile(r"(?P<quoted>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')[ ]*[^ #]")
"""A value in quotes, and something after it."""
FENCE = re.compile(r"[ ]*(?:```|~~~)")


class Slip(NamedTuple):
    """A slip that can be named: at which character of the file, what it is, and what to write."""

    at: int
    message: str
    help: str


def syntax_fault(source: PlacedText, words: str, index: int, opened: int) -> Diagnostic:
    """Return the fault of a file that is not YAML.

    ``words`` are libyaml's complaint, ``index`` the character at which it stopped, ``opened`` the one at which what it
    could not read began.
    """
    slip = _slip(source.text, index, words)
    if slip is not None:
        return yaml_syntax(source.place(slip.at), slip.message, slip.help)
    sign, message, hint = next(
        (plain for plain in PLAIN if plain[0] in words), ("", f"this is not YAML: {words}", "")
    )
    return yaml_syntax(source.place(opened if sign == "quoted scalar" else index), message, hint)


def _slip(text: str, index: int, words: str) -> Slip | None:
    """Return the slip that most likely made reading stop, if it is one of those that can be named."""
    begin = text.rfind("\n", 0, index) + 1
    line = text[begin:].partition("\n")[0].rstrip("\r")
    if FENCE.match(line):
        return Slip(
            begin, "this line is no part of a record", "delete it: it marks code on web pages and in messages"
        )
    if "\t" in line[: len(line) - len(line.lstrip(" \t"))]:
        return Slip(
            begin + line.index("\t"), "a tab indents this line", "indent with spaces; YAML does not take tabs"
        )
    if "could not find expected ':'" in words:
        return _no_pair(text, begin)
    pair = PAIR.match(line)
    if "mapping values are not allowed" in words and pair:
        return _deeper(text, begin, pair) if begin + pair.end("key") == index else _colon_inside(begin, pair)
    if "did not find expected" in words:
        if pair and (quoted := QUOTED.match(pair["value"] or "")):
            after = begin + pair.start("value") + quoted.end() - 1
            whole = f"{pair['key']}: {_in_quotes(pair['value'])}"
            return Slip(
                after,
                "the value goes on after its closing quotation mark",
                f"put quotes around all of it: `{whole}`",
            )
        if line.lstrip().startswith("- "):
            return Slip(
                begin + line.index("-"),
                "an item of a list stands where keys stood before",
                "begin every item with `- `, the first too, and indent what belongs to it under its first key",
            )
    return None


def _no_pair(text: str, before: int) -> Slip | None:
    """Return the slip of the last lines before a place that do not begin with a key: the first of them."""
    begin = before
    found = None
    while begin:
        begin = text.rfind("\n", 0, begin - 1) + 1
        line = text[begin:before].partition("\n")[0].rstrip("\r")
        if PAIR.fullmatch(line):
            break
        if line.strip() and not line.lstrip().startswith("#"):
            found = begin, line
    if found is None:
        return None
    begin, line = found
    tight = TIGHT.fullmatch(line)
    if tight is None or not tight["value"].strip():
        return Slip(
            begin + len(line) - len(line.lstrip()),
            "this line is neither a key with its value nor the rest of a value",
            "a key is written `key: value`; a value that goes on in the next line is indented",
        )
    what = (
        "there is no space after this colon"
        if tight["colon"] == ":"
        else "this is not the colon that YAML knows"
    )
    return Slip(begin + tight.start("colon"), what, f"write `{tight['key']}: {tight['value'].strip()}`")


def _deeper(text: str, begin: int, pair: re.Match[str]) -> Slip | None:
    """Return the slip of a key that is indented deeper than the key before it; or that of a line between the two."""
    above = PAIR.match(text[:begin].rstrip("\r\n").rpartition("\n")[2])
    if above is None or len(above["lead"]) >= len(pair["lead"]):
        return _no_pair(text, begin)
    return Slip(
        begin + pair.end("lead"),
        "this key is indented deeper than the one before it",
        f"indent it with {len(above['lead'])} spaces, as the line before",
    )


def _colon_inside(begin: int, pair: re.Match[str]) -> Slip:
    """Return the slip of a value in which a colon and a space stand."""
    value = pair["value"] or ""
    whole = f"{pair['key']}: {_in_quotes(value)}"
    return Slip(
        begin + pair.start("value") + value.find(": "),
        "a colon and a space stand inside this value",
        f"put quotes around all of it: `{whole}`",
    )


def _in_quotes(value: str) -> str:
    """Return a value in single quotes, as YAML takes any text of one line."""
    return "'" + value.strip().replace("'", "''") + "'"


def yaml_syntax(place: Place, message: str, hint: str) -> Diagnostic:
    """A file is not YAML.

    Why: where the file stops making sense, nothing after it can be read either.
    Fix: mostly an indentation, a tab, or a value with `: ` or a quotation mark in it that needs quotes around all of it.
    """
    return Diagnostic("yaml-syntax", place, message, help=hint)
