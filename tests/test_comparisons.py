"""What articles share, kept packed."""

from __future__ import annotations

import pickle

from factsite.comparisons import Run, Shared, Sharing

NEAR = Shared("a", "b", (), ((1, 2), (3, 3)))
COPY = Shared("a", "c", (Run(40, 38, 1, 2, "“So long,” …"), Run(9, 9, 7, 8, "so")), copied=True)
FEW = Shared("b", "c", (Run(8, 8, 4, 4, "so"),))


def test_pairs_come_out_as_they_went_in() -> None:
    """All of them in their order, those of one article, and those that have the same first article."""
    sharing = Sharing(iter([NEAR, COPY, FEW]))
    assert list(sharing) == [NEAR, COPY, FEW]
    assert list(sharing.by_first()) == [[NEAR, COPY], [FEW], []]
    assert [sharing.of(name) for name in "abcd"] == [[NEAR, COPY], [NEAR, FEW], [COPY, FEW], []]


def test_plain_bytes_tell_what_an_article_shares() -> None:
    """They are the same for the same, also after they were sent, and others for others."""
    sharing = Sharing([NEAR, COPY])
    sent = pickle.loads(pickle.dumps(Sharing([NEAR, COPY])))
    assert sharing.packed("a") == sent.packed("a")
    assert sharing.packed("b") != sharing.packed("c") != Sharing([FEW]).packed("c")
    assert sharing.packed("d") == []
