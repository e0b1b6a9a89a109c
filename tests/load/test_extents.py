from __future__ import annotations

import pytest

from factsite.load import extents
from factsite.place import Place

TEXT = """\
claim: A claim  # and a comment
list: [one, "two words"]
folded: over
  two lines

block: |
  A text [@walk:3].

empty:
"""


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ((1, 1), (1, 6)),
        ((1, 8), (1, 15)),
        ((2, 8), (2, 11)),
        ((2, 13), (2, 24)),
        ((3, 9), (4, 12)),
        ((6, 8), (7, 20)),
        ((7, 10), (7, 19)),
        ((9, 1), (9, 6)),
    ],
)
def test_values_end_where_their_last_character_stands(start: tuple[int, int], end: tuple[int, int]) -> None:
    """Quotation marks belong to a value, comments and blank lines behind it do not."""
    assert extents("f.yaml", TEXT)[Place("f.yaml", *start)] == Place("f.yaml", *end)


def test_what_is_no_yaml_has_citations_only() -> None:
    """Nothing else is known of a page of Markdown, or of a file with a fault that hides the rest."""
    assert extents("p.md", "# A\n[@walk:3]") == {Place("p.md", 2, 1): Place("p.md", 2, 10)}
    assert extents("f.yaml", "a: [@walk:3]\n\tb: [") == {Place("f.yaml", 1, 4): Place("f.yaml", 1, 13)}
