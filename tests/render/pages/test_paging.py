from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factsite.render import urls
from factsite.render.pages.paging import AROUND, batches, paging
from factsite.render.views import Link


@given(st.integers(0, 3000), st.integers(1, 100))
def test_each_claim_is_on_exactly_one_page_in_order(total: int, size: int) -> None:
    """However many claims there are, no page is longer than allowed, and none but the only one is empty."""
    claims = range(total)
    pages = batches(claims, size)
    assert [claim for page in pages for claim in page] == list(claims)
    assert all(0 < len(page) <= size for page in pages) or pages == ((),) or total == 0
    assert len(pages) == max(1, -(-total // size))


@given(st.integers(0, 3000), st.integers(1, 100))
def test_each_page_leads_to_its_neighbours(total: int, size: int) -> None:
    """Going on from the first page by "next" visits every page once, and by "previous" all of them back."""
    count = len(batches(range(total), size))
    places = [paging("topics/length.html", number, total, size) for number in range(1, count + 1)]
    addresses = [urls.batch("topics/length.html", number) for number in range(1, count + 1)]
    assert len(set(addresses)) == count
    if count == 1:
        assert places == [None]
        return
    assert [place.next for place in places if place] == [*addresses[1:], None]
    assert [place.previous for place in places if place] == [None, *addresses[:-1]]
    for address, place in zip(addresses, places, strict=True):
        assert place
        named = [link.href for link in place.pages if link]
        assert address in named
        assert len(place.pages) <= 2 * AROUND + 5


def test_what_a_page_in_the_middle_names() -> None:
    """The first, the last, and those around it, with a gap on either side; and which claims stand here."""
    place = paging("topics/length.html", 10, 2001)
    assert place
    assert place.words == "Claims 901 to 1,000 of 2,001"
    assert [link and link.words for link in place.pages] == [
        "1",
        None,
        "8",
        "9",
        "10",
        "11",
        "12",
        None,
        "21",
    ]
    assert place.pages[0] == Link("topics/length.html", "1")
    assert place.next == "topics/length.11.html"
