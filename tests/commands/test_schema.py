from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from factsite.cli import main

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent.parent


def test_schemas_of_another_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is written is named, knows that site's own sources, and is not written twice."""
    shutil.copytree(ROOT / "tests/cases/base/content", tmp_path / "content")
    assert main(["schema", "--root", str(tmp_path)]) == 0
    written = capsys.readouterr().out.split()
    assert [Path(name).name for name in written] == [
        *(f"{name}.schema.json" for name in ("fact", "source", "origins", "site")),
        "settings.json",
        "extensions.json",
        "tasks.json",
    ]
    schema = json.loads((tmp_path / ".vscode/schemas/fact.schema.json").read_text("utf-8"))
    source = schema["definitions"]["Evidence"]["properties"]["source"]
    assert [snippet["body"] for snippet in source["defaultSnippets"]] == ["opening", "survey", "walk"]
    assert main(["schema", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "The schemas are up to date.\n"


def test_no_schema_without_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is no site gets nothing."""
    assert main(["schema", "--root", str(tmp_path)]) == 2
    assert "is no site folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
