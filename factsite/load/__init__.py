"""Files to records. A fault is a value beside the records, never an exception."""

from factsite.load import corpus, faults, layout, prose, text, yamltree
from factsite.load.corpus import digests_in, load, split_lines, texts_in
from factsite.load.extents import extents
from factsite.load.kept import Kept
from factsite.load.keys import Key, keys_of
from factsite.load.layout import arranged, house_style
from factsite.load.mending import mend
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

RULES = (*text.RULES, *yamltree.RULES, *faults.RULES, *prose.RULES, *corpus.RULES, *layout.RULES)

__all__ = [
    "RULES",
    "Kept",
    "Key",
    "Refusal",
    "advice",
    "arranged",
    "digests_in",
    "extents",
    "house_style",
    "id_of",
    "keys_of",
    "load",
    "mend",
    "read_address",
    "read_base_address",
    "read_file_name",
    "read_id",
    "read_lines",
    "split_lines",
    "texts_in",
]
