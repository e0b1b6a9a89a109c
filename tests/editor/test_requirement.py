from __future__ import annotations

import json

import pytest

from factsite.editor.requirement import doubt, pinned

COMMIT = "1f0e6c9a3b5d7f8091a2b3c4d5e6f708192a3b4c"
GIT = {
    "url": "https://git.example.org/factsite",
    "vcs_info": {"vcs": "git", "commit_id": COMMIT, "requested_revision": "main"},
}


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, "factsite==1.2.0"),
        (GIT, f"factsite @ git+https://git.example.org/factsite@{COMMIT}"),
        (
            GIT | {"subdirectory": "tool"},
            f"factsite @ git+https://git.example.org/factsite@{COMMIT}#subdirectory=tool",
        ),
        (
            {"url": "https://example.org/f.whl", "archive_info": {"hashes": {"sha256": "ab12"}}},
            "factsite @ https://example.org/f.whl#sha256=ab12",
        ),
        (
            {"url": "https://example.org/f.whl", "archive_info": {"hash": "sha256=ab12"}},
            "factsite @ https://example.org/f.whl#sha256=ab12",
        ),
        ({"url": "file:///tmp/f.whl", "archive_info": {}}, "factsite @ file:///tmp/f.whl"),
        ({"url": "file:///src/factsite", "dir_info": {"editable": True}}, "factsite==1.2.0"),
    ],
)
def test_a_factsite_is_pinned_to_where_it_came_from(origin: dict | None, line: str) -> None:
    """A commit or an archive is named exactly; a folder is not, for what lies in it can change."""
    assert pinned("1.2.0", json.dumps(origin) if origin else None) == line


def test_a_line_that_does_for_one_machine_only_is_told_apart() -> None:
    """Whoever makes a site folder is told before CI fails."""
    assert doubt("factsite @ git+https://git.example.org/factsite@1f0e") == ""
    assert doubt("factsite @ file:///tmp/f.whl") == "that file is on this machine only"
    assert doubt("factsite==1.2.0").startswith("this factsite was not installed from an address")
