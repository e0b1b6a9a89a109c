"""What the folder listing promises of the code, held to it."""

from __future__ import annotations

import ast
import sys
from functools import cache
from pathlib import Path

import pytest

from factsite.rules import RULES

ROOT = Path(__file__).parent.parent
STAGES = ("load", "analyse", "check", "render", "compare")
MODULES = {
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"): ast.parse(
        path.read_text("utf-8")
    )
    for path in sorted((ROOT / "factsite").rglob("*.py"))
}
SHELL = tuple(
    name
    for name in MODULES
    if name
    in (
        "factsite.__main__",
        "factsite.cli",
        "factsite.elsewhere",
        "factsite.entry",
        "factsite.search",
        "factsite.verify",
        "factsite.reference",
        "factsite.serve",
    )
    or name.startswith(("factsite.answering", "factsite.commands", "factsite.editor", "factsite.live"))
)
"""The modules at the rim: they know the pipeline, and the pipeline knows nothing of them."""

LISTING = {"os", "os.scandir", "os.stat"}
"""What the one reader of folders takes of ``os``; nothing of the environment."""

LINE = ("factsite.pipeline", "factsite.printing", "factsite.making", "factsite.facts", "factsite.drawing")
"""The modules that lead from a stage to the next; each may know of those after it."""

DISK = (
    "factsite.hands",
    "factsite.exchange",
    "factsite.publish",
    "factsite.twin",
    "factsite.memo.compiled",
    "factsite.memo.last",
    "factsite.memo.pack",
    "factsite.memo.seen",
    "factsite.memo.standing",
)
"""The modules that have to do with processes, the disk and its clock; what they do makes no page another."""

each_module = pytest.mark.parametrize("name", MODULES)


@cache
def imports(name: str) -> set[str]:
    """Return the full names of everything that a module imports, at its top or in a function."""
    found = set()
    for node in ast.walk(MODULES[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def of(imported: str, package: str) -> bool:
    """Say whether an imported name is the package or in it."""
    return imported == package or imported.startswith(package + ".")


@each_module
def test_stages_never_import_each_other(name: str) -> None:
    """A stage is known to itself, to the line that leads through all, and to the rim; the shared words know none."""
    if name in (*SHELL, *LINE, "factsite.rules"):
        return
    for stage in STAGES:
        package = f"factsite.{stage}"
        if not of(name, package):
            assert not any(of(imported, package) for imported in imports(name)), f"{name} imports {stage}"


@each_module
def test_nothing_below_the_rim_imports_the_rim(name: str) -> None:
    """Only the rim knows the pipeline, nobody but the commands reports or serves, and what is published goes where the line is told."""
    if name not in SHELL:
        later = LINE[LINE.index(name) :] if name in LINE else ()
        known = (*later, "factsite.publish") if later else ()
        others = [
            module
            for module in (*SHELL, *LINE, "factsite.publish", "factsite.report")
            if not of(name, module) and module not in known
        ]
        assert not any(of(imported, module) for imported in imports(name) for module in others)


@pytest.mark.parametrize(
    ("library", "only"),
    [
        ("yaml", "factsite.load.yamltree"),
        ("jinja2", "factsite.render.engine"),
        ("markdown", "factsite.render.converter"),
        ("nh3", "factsite.render.converter"),
        ("resvg_py", "factsite.render.cards.drawing"),
        ("watchfiles", "factsite.live.watching"),
        ("distributed", "factsite.commands.cluster"),
    ],
)
def test_each_library_has_one_door(library: str, only: str) -> None:
    """What comes from outside can be exchanged in one module."""
    assert [name for name in MODULES if any(of(imported, library) for imported in imports(name))] == [only]


@each_module
def test_no_clock_no_chance_no_network_below_the_commands(name: str) -> None:
    """The same input gives the same bytes: nothing but the commands knows what day it is."""
    if name not in SHELL:
        banned = ("random", "secrets", "uuid", "socket", "http", "urllib.request", "subprocess")
        banned += () if name in DISK else ("os", "time")
        found = imports(name) - (LISTING if name == "factsite.load.kept" else set())
        assert not [imported for imported in found if any(of(imported, module) for module in banned)]
        calls = {
            node.func.attr
            for node in ast.walk(MODULES[name])
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert calls.isdisjoint({"today", "now", "utcnow"})


def test_the_verifier_shares_nothing_with_the_build() -> None:
    """Who verifies a site reads one file, and needs nothing but Python's own library."""
    assert {name.split(".")[0] for name in imports("factsite.verify")} <= sys.stdlib_module_names


@each_module
def test_everything_public_has_a_docstring(name: str) -> None:
    """Modules, classes, functions and methods say what they are for."""
    assert ast.get_docstring(MODULES[name]), name
    definitions = [node for node in MODULES[name].body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    for node in definitions:
        if node.name.startswith("_"):
            continue
        inner = [item for item in ast.iter_child_nodes(node) if isinstance(item, ast.FunctionDef)]
        methods = [item for item in inner if isinstance(node, ast.ClassDef) and not item.name.startswith("_")]
        for item in (node, *methods):
            assert ast.get_docstring(item), f"{name}: {node.name}.{item.name}"


def rules_used(constructor: str) -> set[str]:
    """Return the rules under which a kind of fault is made, anywhere in the package."""
    return {
        node.args[0].value
        for tree in MODULES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == constructor
        if node.args and isinstance(node.args[0], ast.Constant)
    }


def test_every_fault_has_a_rule_and_every_rule_a_fault() -> None:
    """No diagnostic goes by a name that docs/rules.md does not list, and no rule is only listed."""
    names = [rule.__name__.replace("_", "-") for rule in RULES]
    assert len(names) == len(set(names))
    assert rules_used("Diagnostic") | rules_used("Refusal") == set(names)


def test_nothing_is_declared_safe() -> None:
    """A template escapes everything but what render/markdown.py and render/jsonld.py made."""
    templates = [
        path for path in sorted((ROOT / "templates").rglob("*")) if path.suffix in (".html", ".svg", ".xml")
    ]
    assert templates
    for path in templates:
        text = path.read_text("utf-8").replace(" ", "")
        assert "|safe" not in text, path
        assert "autoescape" not in text, path


SAFE = ("factsite.render.markdown", "factsite.render.jsonld")
"""The modules whose text templates print as it is: sanitised HTML, and JSON in which no sign is one of HTML's."""


@pytest.mark.parametrize("name", [name for name in MODULES if name not in SAFE])
def test_only_two_modules_make_what_needs_no_escaping(name: str) -> None:
    """No other module says of a text that it needs no escaping."""
    calls = {
        node.func.id
        for node in ast.walk(MODULES[name])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert "Markup" not in calls
