"""All regular expressions of the program, and for each the texts that would make it slow.

They are collected from the modules themselves: what is compiled where a module is read or at first use, and what stands in a call of
``re`` in the code. The texts are made of the expression's own tree: each of its repetitions is pumped, behind a text that leads to it and
before one that makes the match fail.
"""

from __future__ import annotations

import ast
import functools
import importlib
import pkgutil
import re
import sys
from pathlib import Path
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest import mock

import factsite

if TYPE_CHECKING:
    import random
    import types
    from collections.abc import Iterator

PACKAGE = Path(factsite.__file__).parent
CALLS = ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
SIGNS = "ab 1.,-’'\"“<>[]()@\n|é*_#:/$%xX"
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
FAILING = ("", "\x00", " ", "a", "1", "!", "\n", "-")


class Expression(NamedTuple):
    """A regular expression, and where it stands."""

    pattern: str
    flags: int
    where: str


def expressions() -> list[Expression]:
    """Return all expressions of the program, each once, in the order of their patterns."""
    found: dict[tuple[str, int], str] = {}
    compiled = _compiler.compile

    def noted(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        frame = sys._getframe(1)
        while frame.f_back and not (
            frame.f_code.co_filename.startswith(str(PACKAGE)) and frame.f_code.co_name != "<lambda>"
        ):
            frame = frame.f_back
        if frame.f_code.co_filename.startswith(str(PACKAGE)) and isinstance(pattern, str):
            where = f"{Path(frame.f_code.co_filename).relative_to(PACKAGE)}"
            found.setdefault((pattern, int(flags)), where)
        return compiled(pattern, flags)

    with mock.patch.object(_compiler, "compile", noted):
        re.purge()
        for module in pkgutil.walk_packages(factsite.__path__, "factsite."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    for name, module in list(sys.modules.items()):
        if name.startswith("factsite."):
            for expression in (*_held(module), *_written(module)):
                found.setdefault((expression.pattern, expression.flags), expression.where)
    return sorted(Expression(pattern, flags, where) for (pattern, flags), where in found.items())


def written() -> set[Expression]:
    """Return the expressions that stand in calls of ``re`` in the program's own modules, those of libraries left out."""
    for module in pkgutil.walk_packages(factsite.__path__, "factsite."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    ours = [module for name, module in list(sys.modules.items()) if name.startswith("factsite.")]
    return {one for module in ours if getattr(module, "__file__", None) for one in _written(module)}


def _held(module: types.ModuleType) -> Iterator[Expression]:
    """Yield the expressions that a module holds, those too that it compiles at first use."""
    for value in _values(vars(module).values()):
        thing = value
        if isinstance(value, functools._lru_cache_wrapper) and value.__wrapped__.__name__ == "<lambda>":
            thing = value()
        if isinstance(thing, re.Pattern) and isinstance(thing.pattern, str):
            where = f"{Path(str(module.__file__)).relative_to(PACKAGE)}"
            yield Expression(thing.pattern, thing.flags & ~re.UNICODE, where)


def _values(values: Any) -> Iterator[Any]:
    for value in list(values):
        yield value
        if isinstance(value, dict):
            yield from _values(value.values())
        elif isinstance(value, tuple | list | set | frozenset) and not isinstance(value, str):
            yield from _values(value)


def _written(module: types.ModuleType) -> Iterator[Expression]:
    """Yield the expressions that stand in calls in a module, where they can be told without running it."""
    path = Path(str(module.__file__))
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in CALLS
        ):
            names = dict(vars(module))
            try:
                pattern = eval(compile(ast.Expression(node.args[0]), "<pattern>", "eval"), names)
            except NameError:
                continue  # made of what is only known there
            flags = re.IGNORECASE if "IGNORECASE" in ast.unparse(node) else 0
            if isinstance(pattern, str):
                yield Expression(pattern, int(flags), f"{path.relative_to(PACKAGE)}")


def texts(expression: Expression, size: int, chance: random.Random, most: int = 40) -> list[str]:
    """Return texts of about this many characters that an expression may be slow on."""
    tree = _parser.parse(expression.pattern, expression.flags)
    repeats = [node for node in _nodes(tree) if node[0] in REPEATS and node[1][1] > 9]
    found: dict[str, None] = {}
    for repeat in repeats:
        for _ in range(3):
            body = _sample(repeat[1][2], chance)
            lead = _lead(tree, repeat, chance) or ""
            if body:
                pumped = body * (size // len(body))
                for end in chance.sample(FAILING, 3):
                    found.setdefault(lead + pumped + end)
                found.setdefault(pumped)
                if lead:
                    found.setdefault((lead + body) * (size // len(lead + body)))
    for _ in range(6):
        whole = _sample(tree, chance)
        if whole:
            found.setdefault(whole * (size // len(whole)))
            found.setdefault((whole[:-1] or whole) * (size // len(whole[:-1] or whole)))
    for sign in chance.sample(SIGNS, 6):
        found.setdefault(sign * size)
    made = list(found)
    return made if len(made) <= most else chance.sample(made, most)


def _nodes(tree: Any) -> Iterator[Any]:
    """Yield every node of a tree."""
    for node in tree:
        yield node
        for part in _parts(node):
            yield from _nodes(part)


def _parts(node: Any) -> list[Any]:
    """Return the trees below a node."""
    kind, value = node
    if kind in REPEATS:
        return [value[2]]
    if kind is _constants.BRANCH:
        return list(value[1])
    if kind is _constants.SUBPATTERN:
        return [value[3]]
    if kind in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [value[1]]
    if kind is _constants.ATOMIC_GROUP:
        return [value]
    if kind is _constants.GROUPREF_EXISTS:
        return [part for part in value[1:] if part]
    return []


def _lead(tree: Any, wanted: Any, chance: random.Random) -> str | None:
    """Return a text that leads to a node; None where the node is not in the tree."""
    lead = ""
    for node in tree:
        if node is wanted:
            return lead
        for part in _parts(node):
            inner = _lead(part, wanted, chance)
            if inner is not None:
                return lead + inner
        lead += _one(node, chance)
    return None


def _sample(tree: Any, chance: random.Random) -> str:
    """Return a text that a tree may match."""
    return "".join(_one(node, chance) for node in tree)


def _one(node: Any, chance: random.Random) -> str:
    kind, value = node
    if kind is _constants.LITERAL:
        return chr(value)
    if kind is _constants.NOT_LITERAL:
        return "a" if chr(value) != "a" else "b"
    if kind is _constants.ANY:
        return chance.choice("a1 ")
    if kind is _constants.IN:
        return _of_class(value, chance)
    if kind in REPEATS:
        low, high, body = value
        return "".join(_sample(body, chance) for _ in range(min(high, max(low, chance.choice((0, 1, 1, 2))))))
    if kind is _constants.BRANCH:
        return _sample(chance.choice(value[1]), chance)
    if kind is _constants.ASSERT and value[0] > 0:
        return _sample(value[1], chance) if chance.random() < 0.5 else ""
    if kind in (_constants.SUBPATTERN, _constants.ATOMIC_GROUP):
        return _sample(value[3] if kind is _constants.SUBPATTERN else value, chance)
    return ""


def _of_class(items: Any, chance: random.Random) -> str:
    """Return a character of a class; one of those that stand in it, or that many other classes have too."""
    negated = bool(items) and items[0][0] is _constants.NEGATE
    code = _compiler.compile(_Tree.of(items))
    fitting = [sign for sign in SIGNS if code.match(sign)]
    if not negated:
        fitting += [chr(value) for kind, value in items if kind is _constants.LITERAL]
        fitting += [chr(value[0]) for kind, value in items if kind is _constants.RANGE]
    return chance.choice(fitting) if fitting else "\u00e9"


class _Tree:
    """A tree of one class, to be compiled."""

    @staticmethod
    def of(items: Any) -> Any:
        """Return it."""
        state = _parser.State()
        state.flags = re.UNICODE.value
        state.str = ""
        return _parser.SubPattern(state, [(_constants.IN, items)])
