"""What there is to say of a rule: its docstring, taken apart."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factsite.diagnostic import Severity

PARTS = re.compile(r"(?P<what>.*?)\nWhy: (?P<why>.*?)\nFix: (?P<fix>.*)", re.DOTALL)
WARNS = " (a warning)."


@dataclass(frozen=True, slots=True)
class Manual:
    """The name of a rule, what the fault is, why it is one, and how to mend it; one line each, in sentences."""

    name: str
    severity: Severity
    what: str
    why: str
    fix: str


def manual(rule: Callable[..., Any]) -> Manual:
    """Return the manual of a rule from its function: name and docstring."""
    found = PARTS.fullmatch(inspect.cleandoc(rule.__doc__ or ""))
    assert found, f"the docstring of {rule.__name__} is no manual"
    what, why, fix = (" ".join(found[part].split()) for part in ("what", "why", "fix"))
    severity: Severity = "warning" if what.endswith(WARNS) else "error"
    return Manual(
        rule.__name__.replace("_", "-"), severity, what.replace(WARNS, "."), _begun(why), _begun(fix)
    )


def _begun(sentence: str) -> str:
    """Return a sentence with a capital letter at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def manuals(rules: Iterable[Callable[..., Any]]) -> tuple[Manual, ...]:
    """Return the manuals of rules, by their names in the order of the alphabet."""
    return tuple(sorted((manual(rule) for rule in rules), key=lambda one: one.name))
