"""Files to records. A fault is a value beside the records, never an exception."""

from factsite.load import corpus, faults, prose, text, yamltree
from factsite.load.corpus import load, texts_in
from factsite.load.extents import extents
from factsite.load.kept import Kept
from factsite.load.keys import Key, keys_of
from factsite.load.scalars import Refusal, read_base_address

RULES = (*text.RULES, *yamltree.RULES, *faults.RULES, *prose.RULES, *corpus.RULES)

__all__ = ["RULES", "Kept", "Key", "Refusal", "extents", "keys_of", "load", "read_base_address", "texts_in"]
