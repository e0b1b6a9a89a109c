"""The folder ``.vscode`` of a site folder: schemas, the settings that lead editors to them, and the extension that reads them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from factsite.editor import schemas
from factsite.editor.writing import refuse_outside, refuse_unplain, write_whole

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

PATTERN: Final = {
    "regexp": r"^(\S.*?):(\d+):(\d+): (error|warning)\[([a-z0-9-]+)\] (.+)$",
    "file": 1,
    "line": 2,
    "column": 3,
    "severity": 4,
    "code": 5,
    "message": 6,
}
"""How VS Code reads the concise form of a report."""

GENERATOR: Final = "build.py"
"""A site folder that has this file is the generator's own repository, and runs it by it."""

EXTENSIONS: Final = {"recommendations": ["redhat.vscode-yaml"]}


def modeline(kind: str) -> str:
    """Return the first line of a file of a kind, for editors that read no ``.vscode``."""
    up = "../" * WHERE[kind].count("/")
    return f"# yaml-language-server: $schema={up}.vscode/schemas/{kind}.schema.json"


def tasks(*program: str) -> dict[str, object]:
    """Return the tasks of VS Code: ``program`` is what Python is given to run a command of ours."""
    folder = "${workspaceFolder}"
    common = {
        "type": "process",
        "command": f"{folder}/.venv/bin/python",
        "windows": {"command": f"{folder}\\.venv\\Scripts\\python.exe"},
        "options": {"cwd": folder},
    }
    check = {
        "label": "factsite: check",
        "detail": "Check everything; faults appear in the panel Problems and under the words themselves",
        **common,
        "args": [*program, "check", "--format", "concise", "--color", "never"],
        "group": {"kind": "build", "isDefault": True},
        "presentation": {"reveal": "silent", "clear": True},
        "problemMatcher": {
            "owner": "factsite",
            "source": "factsite",
            "fileLocation": ["relative", folder],
            "pattern": PATTERN,
        },
    }
    serve = {
        "label": "factsite: serve",
        "detail": "Build the site and show it on this machine until the task is ended",
        **common,
        "args": [*program, "serve"],
        "isBackground": True,
        "presentation": {"reveal": "always", "panel": "dedicated"},
        "problemMatcher": [],
    }
    return {"version": "2.0.0", "tasks": [check, serve]}


def files(corpus: Corpus | None = None, program: tuple[str, ...] = ("-m", "factsite")) -> dict[str, str]:
    """Return the files of the folder, by their path in the site folder; with a corpus, its ids are suggested.

    ``program`` is what Python is given to run a command of ours.
    """
    made = {
        f".vscode/schemas/{name}.schema.json": schemas.as_json(schema)
        for name, schema in schemas.schemas(corpus).items()
    }
    for name, settings in (("settings", SETTINGS), ("extensions", EXTENSIONS), ("tasks", tasks(*program))):
        made[f".vscode/{name}.json"] = json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
    return made


def write(folder: Path, corpus: Corpus | None = None) -> list[str]:
    """Write what changed of the files, and return their paths. Settings that are there already may be the author's: they stay."""
    written = []
    program = (GENERATOR,) if (folder / GENERATOR).is_file() else ("-m", "factsite")
    for name, text in files(corpus, program).items():
        path = folder / name
        ours = path.parent.name == "schemas"
        refuse_outside(path, folder)
        refuse_unplain(path)
        if path.exists() and (not ours or path.read_bytes() == text.encode()):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
        written.append(name)
    return written
