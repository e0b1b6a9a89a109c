#!/usr/bin/env python3
"""Check the fact files and build the site: ``python build.py --help``."""

import gc
import os
import sys

gc.disable()  # a run is short and makes no cycles worth collecting: one part in twenty of its time

if sys.version_info < (3, 11):  # noqa: UP036  says so, instead of failing on a syntax it does not know
    sys.exit("build.py: factsite needs Python 3.11 or newer; this is " + sys.version.split()[0])

try:
    from factsite.entry import main

    if __name__ == "__main__":
        status = main(home=os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120  pathlib is not needed yet
        gc.freeze()  # nor does it pay to collect at the end what goes with the program
        sys.exit(status)
except ModuleNotFoundError as missing:
    if missing.name not in ("jinja2", "markdown", "markupsafe", "nh3", "resvg_py", "snowballstemmer", "yaml"):
        raise
    from pathlib import Path

    set_up = [
        Path(folder, name) for folder, name in ((".venv/bin", "python"), (".venv/Scripts", "python.exe"))
    ]
    python = [path for path in set_up if (Path(__file__).parent / path).is_file()]
    sys.exit(
        "build.py: "
        + missing.name
        + " is not installed for this Python; "
        + (
            "run it with that of the project: " + str(python[0]) + " " + " ".join(["build.py", *sys.argv[1:]])
            if python
            else "run `make site`, or see README.md for the commands without make"
        )
    )
