from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace
from itertools import product

import pytest

from factsite.analyse.wording.prints import prints_of
from factsite.analyse.wording.readings import Reading
from factsite.analyse.wording.shared import copying_among, shared_among, shared_texts
from factsite.comparisons import Run, Shared
from factsite.model import Boilerplate, SourceText
from factsite.values import LineRange
from tests.samples import article, source

STORY = (
    "Boats from three villages took everybody ashore before midnight, and the crew stayed behind to keep the flames away from "
    "the engine room until the tugs arrived at dawn on the following day."
)
RUN = STORY.removesuffix(".")


def shared(texts: dict[str, SourceText]) -> tuple[Shared, ...]:
    return tuple(shared_texts({name: source(name) for name in texts}, texts))


def test_a_copied_paragraph() -> None:
    """Words in a row are counted, with their lines, whatever stands around them; so long a run is a copy."""
    texts = {
        "a": article("A fire.", STORY),
        "b": article("The ferry burnt.", "", f"Late at night: {STORY} All live."),
    }
    assert shared(texts) == (Shared("a", "b", (Run(33, 33, 2, 3, RUN),), copied=True),)


def test_a_run_goes_over_the_end_of_a_line() -> None:
    """Where an article breaks its lines does not matter."""
    first, _, last = STORY.partition(" the crew ")
    last = f"the crew {last}"
    [found] = shared({"a": article(first, last), "b": article(STORY)})
    assert found.runs == (Run(33, 33, 1, 1, RUN),)


def test_few_words_in_a_row_are_told_and_are_no_copy() -> None:
    """Eight words are worth a line; they can be chance."""
    few = "the crew stayed behind to keep the flames"
    long = " ".join(f"word{at}" for at in range(100))
    assert shared({"a": article(f"{few}. {long}"), "b": article(f"{long[::-1]} {few}.")}) == (
        Shared("a", "b", (Run(8, 8, 1, 1, few),)),
    )


def test_seven_words_are_nothing() -> None:
    """Shorter runs are in every language."""
    assert (
        shared(
            {
                "a": article("the crew stayed behind to keep the"),
                "b": article("the crew stayed behind to keep the"),
            }
        )
        == ()
    )


def test_a_shared_quotation_is_no_copy() -> None:
    """Whoever quotes has to copy: words in quotation marks are told, and do not count."""
    texts = {
        "a": article(f"“{STORY}” said one, and much more was said on that day by many others there."),
        "b": article(f"He put it so: “{STORY}” Nothing else is known of it, as far as anybody says."),
    }
    [found] = shared(texts)
    assert [(run.words, run.own) for run in found.runs] == [(33, 0)]
    assert not found.copied


def test_many_short_runs_are_a_copy_where_they_make_up_a_fifth_of_the_shorter_article() -> None:
    """Words exchanged here and there do not hide where a text comes from."""
    words = STORY.split()
    changed = [*words[:9], "quickly", *words[10:20], "slowly", *words[21:]]
    [found] = shared({"a": article(STORY), "b": article(" ".join(changed))})
    assert [run.words for run in found.runs] == [12, 10, 9]
    assert found.copied


def test_sentences_that_are_nearly_the_same() -> None:
    """A word exchanged now and then leaves no long run, and the same sentence."""
    texts = {
        "a": article("The old crew stayed behind and kept the fire away from the engine room."),
        "b": article("No.", "The brave crew stayed behind and kept the flames away from the engine room."),
    }
    assert shared(texts) == (Shared("a", "b", (), ((1, 2),)),)


def test_boilerplate_takes_no_part() -> None:
    """Advertisements that two pages carry are not their text."""
    sources = {
        name: source(name, boilerplate=(Boilerplate(lines=LineRange(1, 1), reason="advertisement"),))
        for name in "ab"
    }
    texts = {name: article(STORY, name) for name in "ab"}
    assert not [*shared_texts(sources, texts)]


@pytest.mark.parametrize("count", [200])
def test_the_work_grows_with_the_text(count: int) -> None:
    """Hundreds of articles that share nothing are done at once, and a phrase of the house in all of them is nobody's copy."""
    phrase = "this is a phrase of the house that everybody has"
    texts = {
        f"s{at}": article(phrase, " ".join(f"w{at}x{word}" for word in range(300))) for at in range(count)
    }
    assert shared(texts) == ()


def test_what_is_shared_is_found_by_fingerprints_that_were_kept() -> None:
    """An article's fingerprints can be taken elsewhere, and are all that is needed to find what it shares."""
    texts = {"a": article("A fire.", STORY), "b": article("It burnt.", STORY)}
    prints = {name: prints_of(source(name), text) for name, text in texts.items()}
    kept = pickle.loads(pickle.dumps(prints))
    assert kept == prints
    assert tuple(shared_among(kept, texts)) == shared(texts)


WORDS = ["".join(letters) for letters in product("bcdfghjklmnpqrt", repeat=2)][:200]


@pytest.mark.parametrize(
    ("copy", "is_copy"),
    [
        (" ".join(WORDS[:30]), True),
        (" ".join(WORDS[:29]), False),
        ("; but then, ".join(" ".join(WORDS[at : at + 10]) for at in range(0, 60, 10)), True),
        (" ".join(WORDS[:8]), False),
    ],
)
def test_copies_are_found_without_all_that_is_shared(copy: str, is_copy: bool) -> None:
    """Where only copies are asked for, articles are looked at as a whole, and the same copies come out with the same words."""
    texts = {
        "a": article(" ".join(WORDS), f"{STORY} So it went."),
        "b": article(" ".join(word[::-1] + "x" for word in WORDS), copy),
        "c": article("It burnt.", f"{STORY} So it goes."),
        "d": article("It was a quiet day in the harbour, and all boats came home at noon."),
    }
    whole = {name: prints_of(source(name), text, whole=True) for name, text in texts.items()}
    found = [replace(pair, sentences=()) for pair in shared(texts) if pair.copied]
    assert [(pair.one, pair.other) for pair in found] == (
        [("a", "b"), ("a", "c")] if is_copy else [("a", "c")]
    )
    assert list(copying_among(whole, texts)) == found


@pytest.mark.parametrize("seed", ["1", "2"])
def test_fingerprints_are_the_same_in_every_process(seed: str) -> None:
    """They depend on nothing but the words, so that those of other processes and of yesterday can be compared."""
    program = (
        "from tests.samples import article, source; from factsite.analyse.wording.prints import prints_of; "
        "from tests.analyse.wording.test_shared import STORY; print(prints_of(source('a'), article(STORY)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(prints_of(source("a"), article(STORY)))


def test_the_words_of_an_article_are_found_again_by_their_numbers() -> None:
    """Over lines without words and boilerplate, with what is quoted of them."""
    text = article("One “two three” four.", "—", "An advertisement.", "Five. Don’t.")
    skipped = Boilerplate(lines=LineRange(3, 3), reason="advertisement")
    reading = Reading(prints_of(source("a", boilerplate=(skipped,)), text), text)
    assert reading.own == 4
    assert reading.stretch(2, 5) == (1, "three\nfour\nfive", 1, "three” four. — An advertisement. Five")
    assert reading.sentence(1) == (2, [], frozenset())
    assert reading.sentence(3) == (4, ["don’t"], {"don’t"})
