"""A comparison as text for a terminal, as Markdown for a pull request, and as JSON for programs.

outline    what is told, in which order: sections of rows and items, all of them plain words
headline   the same in a sentence
text, markdown, document    the three forms
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factsite.editor.comparison.document import as_json
from factsite.editor.comparison.markdown import as_markdown
from factsite.editor.comparison.text import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factsite.changes import Comparison

FORMS: Final[Mapping[str, Callable[[Comparison, str], str]]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
"""How a comparison can be written, given with the name of what was compared with; the first is the default."""
