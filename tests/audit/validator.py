"""The Nu HTML checker on every page of a site, and on its style sheets."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
COMMAND = [
    "java",
    "-Dnu.validator.servlet.allow-forbidden-hosts=true",
    "-jar",
    str(JAR),
    "--stdout",
    "--format",
    "json",
]
"""Pages are checked over HTTP, for from disk the policy's 'self' is no origin; the option allows this machine's address."""

WRONG = (
    # A data block is no script: no policy ever blocks one. The checker takes it for a script.
    (r"Inline script violates Content Security Policy", r'type="application/ld\+json"'),
    # A quotation is printed in the article's own characters, whichever way they are composed.
    (r"Text run is not in Unicode Normalization Form C", r""),
)
"""What the checker says that is not so here: the message, and what it is said of. Each with its reason."""


def faults(address: str, site: Path) -> Iterator[str]:
    """Yield every error and warning about the pages and style sheets of a site that is served at an address."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    sheets = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.css"))
    yield from _said([f"{address}/{page}" for page in pages])
    yield from _said(["--css", *(f"{address}/{sheet}" for sheet in sheets)])


def _said(arguments: Sequence[str]) -> Iterator[str]:
    done = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False)
    if not done.stdout:
        yield f"the checker did not run: {done.stderr.strip()}"
        return
    for said in json.loads(done.stdout)["messages"]:
        if not _wrong(said["message"], said.get("extract", "")):
            kind = said.get("subType", said["type"])
            yield f"{said.get('url')}:{said.get('lastLine')}: {kind}: {said['message']}"


def _wrong(message: str, extract: str) -> bool:
    return any(re.match(known, message) and re.search(of, extract) for known, of in WRONG)
