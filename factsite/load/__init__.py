"""Files to records. A fault is a value beside the records, never an exception."""

from factsite.load import corpus, faults, prose, text, yamltree
from factsite.load.corpus import load, texts_in
from factsite.load.keys import Key, keys_of

RULES = (*text.RULES, *yamltree.RULES, *faults.RULES, *prose.RULES, *corpus.RULES)

__all__ = ["RULES", "Key", "keys_of", "load", "texts_in"]
