"""Where a quotation stands in its source, word for word; and where it does not, what is nearest to it."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from factsite.analyse.marks import LEFT_OUT, Shaped, plain, shaped_parts
from factsite.analyse.passages import Passage, fold, folded_text
from factsite.findings import Located, Missing, Nearest, Span
from factsite.values import LineRange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.model import SourceText

GAP = re.compile(r"\s…\s")
NEAR = 0.5
"""A passage less like the quotation than this (the ratio of difflib) is not worth showing."""

WORD = re.compile("[^ —]+—?|—")
"""A word of a folded text. A dash without spaces ends the word before it."""

TIES = 8
"""So many stretches with equally many of the words are compared word by word."""

BEFORE = re.compile(r"\s([\w’']+)")
AFTER = re.compile(r",?\s([\w’']+)")
"""The word beside a quotation: before it, read backwards from where it begins; after it."""

TURNING_WORDS = frozenset(
    ("not", "no", "never", "nor", "neither", "none", "without", "but", "however", "unless", "cannot")
)
"""Words that turn a sentence round: a quotation that ends right before one, or begins right after, misleads."""


def parts_of(quote: str) -> list[str]:
    """Return the folded parts of a quotation, which leaves words out at each `` … ``."""
    parts = GAP.split(quote) if "…" in quote else [quote]
    return [part for part in map(folded_text, parts) if re.search(r"\w", part)]


def locate(quote: str, lines: LineRange, source: str, texts: Mapping[str, SourceText]) -> Located | Missing:
    """Find a quotation in the cited lines of a source; where it is not there, say where it is or what is near.

    ``lines`` lies within the source. Parts of a quotation stand in order, each as whole words.
    """
    parts = parts_of(quote)
    cited = Passage(texts[source].lines[lines.first - 1 : lines.last], lines.first)
    spans = _spans(parts, cited)
    if spans:
        return Located(spans)
    stands = dict(_elsewhere(parts, source, texts))
    elsewhere = tuple((name, LineRange(spans[0].line, spans[-1].line)) for name, spans in stands.items())
    if elsewhere or not parts:
        here = source in stands
        return Missing(elsewhere, stands=stands, only=here and _once(parts, Passage(texts[source].lines)))
    nearest = _nearest(parts, texts[source].lines, lines)
    return Missing((), nearest, marks=_in_marks(quote, lines, texts[source].lines) if nearest else "")


def stands_at(quote: str, lines: Sequence[str]) -> tuple[LineRange, ...]:
    """Return every range of lines in which a quotation stands, none of which lies around another."""
    parts = parts_of(quote)
    passage = Passage(lines)
    ranges: set[LineRange] = set()
    found = passage.find(parts[0]) if parts else None
    while found:
        spans = _spans(parts, passage, found[0])
        if not spans:
            break
        ranges.add(LineRange(spans[0].line, spans[-1].line))
        found = passage.find(parts[0], found[0] + 1)
    return tuple(
        sorted(
            one
            for one in ranges
            if not any(
                other != one and one.first <= other.first and other.last <= one.last for other in ranges
            )
        )
    )


def only_at(quote: str, lines: Sequence[str]) -> LineRange | None:
    """Return the lines in which a quotation stands, if it stands nowhere else; None where it does not, or twice."""
    parts = parts_of(quote)
    passage = Passage(lines)
    spans = _spans(parts, passage) if parts and _once(parts, passage) else ()
    return LineRange(spans[0].line, spans[-1].line) if spans else None


def _once(parts: Sequence[str], passage: Passage) -> bool:
    """Say whether each part stands in a passage, and no more than once."""
    found = [passage.find(part) for part in parts]
    return all(
        at is not None and passage.find(part, at[0] + 1) is None
        for part, at in zip(parts, found, strict=True)
    )


def _in_marks(quote: str, cited: LineRange, lines: Sequence[str]) -> str:
    """Return a quotation in the article's own marks, where it differs from the article in nothing else.

    The cited lines go before the rest; there it has to stand once, or it cannot be told which place was meant. Dots for
    words left out are looked for in the cited lines alone.
    """
    near = Shaped(lines[cited.first - 1 : cited.last], cited.first)
    for parts, passages in ((GAP.split(quote), (near, Shaped(lines))), (LEFT_OUT.split(quote), (near,))):
        wanted = shaped_parts(parts)
        for passage in passages:
            spans = _spans(wanted, passage)
            if spans:
                words = plain(quoted(Located(spans), lines))
                sound = _once(wanted, passage) and _spans(parts_of(words), Passage(lines))
                return words if sound else ""
    return ""


def _spans(parts: Sequence[str], passage: Passage, position: int = 0) -> tuple[Span, ...]:
    """Return where all parts stand in order, from a position on; nothing where they do not."""
    spans: list[Span] = []
    for part in parts:
        found = passage.find(part, position)
        if found is None:
            return ()
        spans += passage.spans(*found)
        position = found[1]
    return tuple(spans)


def _elsewhere(
    parts: Sequence[str], source: str, texts: Mapping[str, SourceText]
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield the first place of the quotation in each source that has it, the cited one first."""
    for name in [source, *(name for name in texts if name != source)]:
        spans = _spans(parts, Passage(texts[name].lines))
        if spans:
            yield name, spans


def _nearest(parts: Sequence[str], lines: Sequence[str], cited: LineRange) -> Nearest | None:
    """Return the stretch of the source most like the quotation; the cited lines go before all others."""
    for numbers in (range(cited.first, cited.last + 1), range(1, len(lines) + 1)):
        found = nearest_among(parts, lines, numbers)
        if found:
            return found[1]
    return None


def nearest_among(
    parts: Sequence[str], lines: Sequence[str], numbers: Iterable[int]
) -> tuple[float, Nearest] | None:
    """Return the stretch of some lines most like a quotation that stands nowhere, with its likeness; None where none is near."""
    wanted = [word for part in parts for word in WORD.findall(part)]
    sought = _bare(wanted)
    best = 0.0
    for number in numbers:
        words = WORD.findall(fold(lines[number - 1]).text)
        there = set(_bare(words))
        if 3 * sum(word in there for word in sought) < len(sought):
            continue  # with less than a third of the words, no stretch is near
        begin, end = _best_window(wanted, words)
        likeness = _compared(wanted, words[begin:end]).ratio()
        if likeness > best:
            best, line, nearest = likeness, number, _fitted(wanted, words, begin, end)
    return (best, _difference(wanted, *nearest, line, lines[line - 1])) if best >= NEAR else None


def _best_window(wanted: Sequence[str], words: Sequence[str]) -> tuple[int, int]:
    """Return where as many words in a row as are wanted have most of them, and them in their order."""
    size = len(wanted)
    missing = Counter(_bare(wanted))
    bare = _bare(words)
    common = best = 0
    ends: list[int] = []
    for index, word in enumerate(bare):
        common += missing[word] > 0
        missing[word] -= 1
        if index >= size:
            gone = bare[index - size]
            missing[gone] += 1
            common -= missing[gone] > 0
        if common >= best and common:
            ends = [*ends[:TIES], index + 1] if common == best else [index + 1]
            best = common
    windows = [(max(0, end - size), end) for end in ends]
    return max(windows, key=lambda at: _likeness(_compared(wanted, words[slice(*at)])), default=(0, 0))


def _fitted(wanted: Sequence[str], words: Sequence[str], begin: int, end: int) -> tuple[list[str], int]:
    """Return the stretch from ``begin`` to ``end``, made longer or shorter to begin and end where the quotation does.

    With it goes the number of its first word, from 0.
    """
    start = max(0, begin - len(wanted))
    around = words[start : end + len(wanted)]
    blocks = [block for block in _compared(wanted, around).get_matching_blocks() if block.size]
    first, last = blocks[0], blocks[-1]
    cut = max(0, first.b - first.a)
    return list(around[cut : last.b + len(wanted) - last.a]), start + cut


def _likeness(compared: SequenceMatcher[str]) -> tuple[float, int]:
    """Order stretches by common words; among equals the one with the fewest changes is the likeliest."""
    return compared.ratio(), -len(compared.get_opcodes())


def _bare(words: Sequence[str]) -> list[str]:
    """Return the words in small letters, without the punctuation at their ends."""
    return [word.strip(".,;:!?\"'()[]—–-").lower() for word in words]


def _compared(wanted: Sequence[str], window: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, _bare(wanted), _bare(window), autojunk=False)


def _difference(wanted: list[str], window: list[str], begin: int, line: int, text: str) -> Nearest:
    """Return the passage and the first stretch in which the quotation differs from it.

    ``begin`` is the number of the window's first word in the line, whose characters are ``text``.

    The punctuation after the last word is left out of it, unless nothing else differs.
    """
    if _bare(wanted[-1:]) == _bare(window[-1:]) and wanted[:-1] != window[:-1]:
        window = [*window[:-1], wanted[-1]]
    _, first, last, start, end = next(
        code
        for code in SequenceMatcher(None, wanted, window, autojunk=False).get_opcodes()
        if code[0] != "equal"
    )
    span = _words_span(text, begin + start, begin + end, line)
    return Nearest(line, _set(window), _set(wanted[first:last]), _set(window[start:end]), span)


def _set(words: Sequence[str]) -> str:
    """Return words as a text again, without a space behind a dash that had none before it."""
    return re.sub("(?<=[^ ])— ", "—", " ".join(words))


def _words_span(text: str, first: int, last: int, line: int) -> Span:
    """Return where the words of a line from ``first`` to before ``last`` stand; both count from 0 and can be equal."""
    folded = fold(text)
    words = list(WORD.finditer(folded.text))
    if first == last:
        start = folded.starts[words[first].start()] if first < len(words) else len(text)
        return Span(line, start, start)
    return Span(line, folded.starts[words[first].start()], folded.ends[words[last - 1].end() - 1])


def quoted(located: Located, lines: Sequence[str]) -> str:
    """Return the quotation in the source's own characters, with `` … `` where it leaves words out."""
    words = ""
    before: Span | None = None
    for span in located.spans:
        if before is not None:
            words += " … " if folded_text(_between(before, span, lines)) else " "
        words += lines[span.line - 1][span.start : span.end]
        before = span
    return words


def _between(one: Span, other: Span, lines: Sequence[str]) -> str:
    """Return the text from the end of a span to the beginning of a later one."""
    if one.line == other.line:
        return lines[one.line - 1][one.end : other.start]
    return "\n".join(
        (
            lines[one.line - 1][one.end :],
            *lines[one.line : other.line - 1],
            lines[other.line - 1][: other.start],
        )
    )


def cut_at(located: Located, lines: Sequence[str]) -> str | None:
    """Return the word right before or after the quotation, in the same sentence, that would turn its meaning."""
    first, last = located.spans[0], located.spans[-1]
    before = BEFORE.match(lines[first.line - 1][: first.start][::-1])
    after = AFTER.match(lines[last.line - 1], last.end)
    for word in (before and before[1][::-1], after and after[1]):
        if word and (word.lower() in TURNING_WORDS or word.lower().replace("’", "'").endswith("n't")):
            return word
    return None
