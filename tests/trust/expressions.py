"""All regular expressions of the program, and for each the texts that would make it slow.

They are collected from the modules themselves: what a module holds, compiled or to be compiled at first use, and what stands in a call of
``re`` in the code; and with each how it is used, for an expression that is tried at one place grows less than one tried at every place.
The texts are made of the expression's own tree: each of its repetitions is pumped, behind a text that leads to it and before one that
makes the match fail.
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

import factsite
from factsite.analyse.consistency import sums
from factsite.analyse.suggest.modalities import MODALITIES
from tests.trust.ambiguity import REPEATS, parts

if TYPE_CHECKING:
    import random
    import types
    from collections.abc import Callable, Iterator

PACKAGE = Path(factsite.__file__).parent
SEARCHING = ("search", "split", "findall", "finditer", "sub", "subn")
CALLS = ("compile", "match", "fullmatch", *SEARCHING)
SIGNS = "ab 1.,-’'\"“<>[]()@\n|é*_#:/$%xX"
FAILING = ("", "\x00", " ", "a", "1", "!", "\n", "-")


MADE: dict[tuple[str, str], Callable[[], list[str]]] = {
    ("factsite/analyse/consistency/sums.py", r"re.search(f'\\b(?:{pattern})\\b', times.words, re.IGNORECASE)"): lambda: [
        rf"\b(?:{pattern})\b" for pattern in sums.MULTIPLES
    ],
    ("factsite/analyse/suggest/modalities.py", "re.search(pattern, around, re.IGNORECASE)"): lambda: [*MODALITIES.values()],
    ("factsite/load/mending.py", "re.finditer(re.escape(edit.part), was)"): lambda: ["part"],
    ("factsite/analyse/figures/sieve.py", "re.compile(pattern, flags)"): lambda: [],
    ("factsite/analyse/suggest/limits.py", "re.compile(pattern, re.IGNORECASE)"): lambda: [],
}  # fmt: skip
"""What is made where it is used, by its place and its code; none where names of modules hold all that is made there."""


class Expression(NamedTuple):
    """A regular expression, where it stands, and how it is used: ``match``, ``fullmatch``, or ``search`` for all that try every place."""

    pattern: str
    flags: int
    where: str
    uses: frozenset[str]


@functools.cache
def expressions() -> tuple[Expression, ...]:
    """Return all expressions of the program, each once, in the order of their places."""
    found: dict[tuple[str, int], Expression] = {}
    for module in modules():
        for one in (*_held(module), *_written(module), *_made(module)):
            known = found.get((one.pattern, one.flags), one)
            found[one.pattern, one.flags] = known._replace(uses=known.uses | one.uses)
    return tuple(
        sorted(found.values(), key=lambda one: (one.where.split(":")[0], int(one.where.split(":")[1])))
    )


@functools.cache
def modules() -> tuple[types.ModuleType, ...]:
    """Return all modules of the program."""
    for module in pkgutil.walk_packages(factsite.__path__, "factsite."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    named = (name for name in sys.modules if name.split(".")[0] == "factsite" and "__main__" not in name)
    return tuple(sys.modules[name] for name in sorted(named))


@functools.cache
def _tree_of(module: types.ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text("utf-8"))


def _place(module: types.ModuleType, line: int) -> str:
    return f"{Path(str(module.__file__)).relative_to(PACKAGE.parent)}:{line}"


def _held(module: types.ModuleType) -> Iterator[Expression]:
    """Yield the expressions that a module's names hold, those too that it compiles at first use."""
    for node in _tree_of(module).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for name in (target.id for target in targets if isinstance(target, ast.Name)):
            held = vars(module).get(name)
            for pattern in _patterns(held):
                text = (
                    pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
                )
                flags = pattern.flags & ~re.UNICODE
                uses = _uses(name, held) if pattern is held or callable(held) else frozenset({"search"})
                yield Expression(text, flags, _place(module, node.lineno), uses)


def _patterns(value: Any) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, functools._lru_cache_wrapper) and value.__wrapped__.__name__ == "<lambda>":
        yield from _patterns(value())
    elif isinstance(value, dict):
        yield from _patterns((*value, *value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _patterns(each)


def _uses(name: str, held: object) -> frozenset[str]:
    """Return how what a name holds is used, wherever it is known by this name; as ``search`` where that cannot be told."""
    uses = {use for module, use in _index().get(name, ()) if module is None or vars(module).get(name) is held}
    return frozenset(uses or {"search"})


@functools.cache
def _index() -> dict[str, list[tuple[types.ModuleType | None, str]]]:
    """Return by name where it is read and how it is used there."""
    index: dict[str, list[tuple[types.ModuleType | None, str]]] = {}
    for module in modules():
        called: dict[ast.expr, str] = {}
        for node in ast.walk(_tree_of(module)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in CALLS
            ):
                of = node.func.value.func if isinstance(node.func.value, ast.Call) else node.func.value
                called[of] = _use(node.func.attr, len(node.args))
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                index.setdefault(node.id, []).append((module, called.get(node, "search")))
            elif isinstance(node, ast.Attribute):
                index.setdefault(node.attr, []).append((None, called.get(node, "search")))
    return index


def _use(method: str, arguments: int) -> str:
    """Return how a method tries an expression: one that is told where to begin may be told every place."""
    return method if method in ("match", "fullmatch") and arguments == 1 else "search"


def _written(module: types.ModuleType) -> Iterator[Expression]:
    """Yield the expressions that stand in calls of ``re`` in a module, where they can be told without running it."""
    for node in _calls(module):
        pattern, method = _value(module, node.args[0]), node.func.attr  # type: ignore[attr-defined]
        if isinstance(pattern, str | bytes) and method != "compile":
            flags = [int(each) for each in _flags(module, node)]
            text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
            yield Expression(text, sum(flags), _place(module, node.lineno), frozenset({_use(method, 1)}))


def _made(module: types.ModuleType) -> Iterator[Expression]:
    """Yield the expressions that a module makes where it uses them."""
    for place, code in _told_by_a_run(module):
        for pattern in MADE.get((place.split(":")[0], code), list)():
            yield Expression(pattern, int(re.IGNORECASE), place, frozenset({"search"}))


def untold() -> list[str]:
    """Return the places of expressions that only a run tells, and that ``MADE`` does not know."""
    found = [each for module in modules() for each in _told_by_a_run(module)]
    return [f"{place}: {code}" for place, code in found if (place.split(":")[0], code) not in MADE]


def _told_by_a_run(module: types.ModuleType) -> Iterator[tuple[str, str]]:
    assigned = [
        node.value
        for node in _tree_of(module).body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
    ]
    held = {node for value in assigned for node in ast.walk(value)}
    for node in _calls(module):
        compiled = node.func.attr == "compile" and node not in held  # type: ignore[attr-defined]
        if compiled or _value(module, node.args[0]) is None:
            yield _place(module, node.lineno), ast.unparse(node)


def _calls(module: types.ModuleType) -> Iterator[ast.Call]:
    for node in ast.walk(_tree_of(module)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in CALLS
            and ast.unparse(node.func.value) == "re"
        ):
            yield node


def _flags(module: types.ModuleType, node: ast.Call) -> list[re.RegexFlag]:
    given = [*node.args, *(each.value for each in node.keywords)]
    return [value for each in given if isinstance(value := _value(module, each), re.RegexFlag)]


def _value(module: types.ModuleType, node: ast.expr) -> Any:
    """Return what an expression of the code stands for; None where that is only known there."""
    try:
        return eval(ast.unparse(node), dict(vars(module)))
    except NameError:
        return None


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
        for part in parts(node):
            yield from _nodes(part)


def _lead(tree: Any, wanted: Any, chance: random.Random) -> str | None:
    """Return a text that leads to a node; None where the node is not in the tree."""
    lead = ""
    for node in tree:
        if node is wanted:
            return lead
        for part in parts(node):
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
