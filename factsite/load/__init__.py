"""Files to records. A fault is a value beside the records, never an exception."""

from factsite.load import corpus, prose, records, text, yamltree
from factsite.load.corpus import load
from factsite.load.records import Key, keys_of

RULES = (*text.RULES, *yamltree.RULES, *records.RULES, *prose.RULES, *corpus.RULES)

__all__ = ["RULES", "Key", "keys_of", "load"]
