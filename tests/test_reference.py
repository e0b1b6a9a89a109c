"""The generated pages of docs/ say what the code says."""

from __future__ import annotations

import pytest

from factsite import reference
from factsite.editor.commands import commands
from factsite.editor.hosting import hosting


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rules.md", reference.rules()),
        ("fields.md", reference.fields()),
        ("commands.md", commands()),
        ("hosting.md", hosting()),
    ],
)
def test_a_generated_page_is_as_the_code_has_it(name: str, text: str) -> None:
    """A page that differs was edited by hand, or `make docs` was forgotten."""
    assert (reference.DOCS / name).read_text(encoding="utf-8") == text
