"""The folder ``.vscode`` of a site folder: schemas, the settings that lead editors to them, and the extension that reads them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from factsite.editor import schemas

if TYPE_CHECKING:
    from pathlib import Path

    from factsite.model import Corpus

WHERE: Final = {
    "fact": "content/facts/*.yaml",
    "source": "content/sources/*.yaml",
    "origins": "content/origins.yaml",
    "site": "content/site.yaml",
}
"""Where the files of each kind stand."""

SETTINGS: Final = {
    "yaml.schemas": {f".vscode/schemas/{name}.schema.json": [where] for name, where in WHERE.items()},
    "yaml.yamlVersion": "1.2",
    "yaml.customTags": [],
    "yaml.disableDefaultProperties": True,
    "yaml.format.enable": False,
    "files.eol": "\n",
    "files.insertFinalNewline": True,
    "files.readonlyInclude": {"seeds/**": True},
    "[yaml]": {
        "editor.tabSize": 2,
        "editor.insertSpaces": True,
        "editor.formatOnSave": False,
        "editor.wordWrap": "on",
        "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
    },
}
"""No other formatter than ours, no default values pasted, articles as they were received."""

EXTENSIONS: Final = {"recommendations": ["redhat.vscode-yaml"]}


def modeline(kind: str) -> str:
    """Return the first line of a file of a kind, for editors that read no ``.vscode``."""
    up = "../" * WHERE[kind].count("/")
    return f"# yaml-language-server: $schema={up}.vscode/schemas/{kind}.schema.json"


def files(corpus: Corpus | None = None) -> dict[str, str]:
    """Return the files of the folder, by their path in the site folder; with a corpus, its ids are suggested."""
    made = {
        f".vscode/schemas/{name}.schema.json": schemas.as_json(schema)
        for name, schema in schemas.schemas(corpus).items()
    }
    for name, settings in (("settings", SETTINGS), ("extensions", EXTENSIONS)):
        made[f".vscode/{name}.json"] = json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
    return made


def write(folder: Path, corpus: Corpus | None = None) -> list[str]:
    """Write what changed of the files, and return their paths. Settings that are there already may be the author's: they stay."""
    written = []
    for name, text in files(corpus).items():
        path = folder / name
        ours = path.parent.name == "schemas"
        if path.exists() and (not ours or path.read_bytes() == text.encode()):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(name)
    return written
