"""``python -m factsite`` is the same as ``factsite``."""

import sys

from factsite.entry import main

if __name__ == "__main__":
    sys.exit(main())
