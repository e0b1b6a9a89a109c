"""Files to records. A fault is a value beside the records, never an exception."""

from factsite.load import corpus, faults, layout, letters, limits, listing, prose, reading, text, yamltree
from factsite.load.corpus import digests_in, load, seeds_in, texts_in
from factsite.load.extents import extents
from factsite.load.kept import Kept
from factsite.load.keys import Key, keys_of
from factsite.load.layout import arranged, house_style
from factsite.load.listing import Listing, listed, misplaced_in, unreadable
from factsite.load.mending import mend
from factsite.load.reading import (
    Read,
    read_article,
    read_essay,
    read_fact,
    read_origins,
    read_site,
    read_source,
)
from factsite.load.scalars import (
    Refusal,
    advice,
    id_of,
    read_address,
    read_base_address,
    read_file_name,
    read_id,
    read_lines,
)

RULES = (
    *text.RULES, *yamltree.RULES, *faults.RULES, *limits.RULES, *prose.RULES, *letters.RULES, *listing.RULES, *corpus.RULES, *reading.RULES,
    *layout.RULES,
)  # fmt: skip

__all__ = [
    "RULES",
    "Kept",
    "Key",
    "Listing",
    "Read",
    "Refusal",
    "advice",
    "arranged",
    "digests_in",
    "extents",
    "house_style",
    "id_of",
    "keys_of",
    "listed",
    "load",
    "mend",
    "misplaced_in",
    "read_address",
    "read_article",
    "read_base_address",
    "read_essay",
    "read_fact",
    "read_file_name",
    "read_id",
    "read_lines",
    "read_origins",
    "read_site",
    "read_source",
    "seeds_in",
    "texts_in",
    "unreadable",
]
