"""What templates are compiled to. The only module that imports jinja2.

jinja2 lets a template look anything up in anything. Ours print named tuples that are ready to be printed, so their code can be that of
a plain function: an attribute is an attribute, a macro is called as a function is, and what is imported is found once. That takes a third of the time.
What is printed is escaped like everywhere.
"""

from __future__ import annotations

import marshal
from functools import cache, cached_property, lru_cache
from importlib.util import MAGIC_NUMBER
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
import markupsafe
from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from factsite import plain
from factsite.render.marks import held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
    from types import CodeType

    from jinja2.compiler import Frame, MacroRef

    Remember = Callable[[Sequence[str | bytes], Callable[[], bytes]], bytes]
    """Returns what has this key, and makes it where it is not known: everything that it is made from, and what makes it."""

__all__ = ["ArgumentsError", "TemplateSyntaxError", "environment"]

FOLDERS = ("pages/", "parts/", "cards/")
ENDINGS = (".html", ".svg")
"""Where templates stand among the files of a site, and how they end."""

LENIENT = ("defined", "undefined", "default", "d")
"""Tests and filters that are asked what is there."""


escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""Escapes a text. The library's inner function returns a text that has nothing to escape as it is, three times as fast as the outer one."""


def shown(value: object) -> str:
    """Return a value as it is printed: escaped, with marks in place of signs that steer, unless it is HTML already."""
    kind = type(value)
    if kind is str:
        return escaped(held(value))  # type: ignore[arg-type]
    if kind is Markup:
        return value  # type: ignore[return-value]
    return str(value) if kind is int else escape(value)


class ArgumentsError(TypeError):
    """A macro does not take what it is given; ``file`` has the macro."""

    def __init__(self, message: str, file: str) -> None:
        super().__init__(message)
        self.file = file


class OwnMacro(Macro):
    """A macro of a site's own: it may not take what ours give it."""

    def __call__(self, *given: Any, **named: Any) -> str:
        """Return what it prints. Raises ``ArgumentsError``."""
        try:
            return super().__call__(*given, **named)
        except TypeError as fault:
            called = fault.__traceback__ and fault.__traceback__.tb_next
            if called and called.tb_next:
                raise
            raise ArgumentsError(str(fault), self._func.__code__.co_filename) from fault


def html(text: str) -> Markup:
    """Return what was printed as HTML; the type's own way there asks first what it is given."""
    return str.__new__(Markup, text)


def macro(
    environment: Any,
    function: Any,
    name: Any,
    arguments: Sequence[str],
    *takes: bool,
) -> Any:
    """Return a macro: the function that it was compiled to, where it takes nothing but its arguments.

    ``takes`` says what else it takes. The function does not know its arguments by their names; ``named`` returns what does.
    """
    own = function.__code__.co_filename.startswith(f"{environment.loader.searchpath[0]}/")
    *more, _ = takes
    if any(more) or own:
        return (OwnMacro if own else Macro)(environment, function, name, list(arguments), *takes)
    function.__defaults__ = (missing,) * len(arguments)
    function.__qualname__ = name or "caller"
    function.macro = environment, name, list(arguments), takes  # and not itself, or it would never be freed
    return function


def named(called: Any) -> Any:
    """Return what can be called with arguments by their names: for a function of a macro the macro."""
    if not hasattr(called, "macro"):
        return called
    environment, name, arguments, takes = called.macro
    return Macro(environment, called, name, arguments, *takes)


class _Code(CodeGenerator):
    """Writes the code of a template."""

    lenient = False

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  the library's name
        self.writeline(f"from {__name__} import html, macro as plain_Macro, named, shown")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("shown(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if self.lenient or iskeyword(node.attr) or isinstance(node.node, nodes.Const):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        before, self.lenient = self.lenient, self.lenient or node.name in LENIENT
        super().visit_Test(node, frame)
        self.lenient = before

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        before, self.lenient = self.lenient, self.lenient or node.name in LENIENT
        super().visit_Filter(node, frame)
        self.lenient = before

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        if node.kwargs or node.dyn_args or node.dyn_kwargs:
            self.write("context.call(named(")
            self.visit(node.node, frame)
            self.write(")")
            self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
            self.write(")")
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("plain_")
        super().macro_def(macro_ref, frame)

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Write what a template or a block prints, which is handed on in one piece."""
        whole = frame.buffer is None and not frame.require_output_check
        if whole:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if whole:
            self.writeline(f"yield concat({frame.buffer})")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        if force_unescaped and frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.writeline(f"return html(concat({frame.buffer}))")
        else:
            super().return_buffer_contents(frame, force_unescaped)


class _Template(Template):
    """A template whose macros are made once: it is given nothing that could make them others."""

    def _get_default_module(self, ctx: Any = None) -> Any:
        return self._module or super()._get_default_module()


class _Environment(Environment):
    code_generator_class = _Code
    template_class = _Template

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.get_template = cache(super().get_template)  # type: ignore[method-assign]


OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
    "keep_trailing_newline": True,
}
_COMPILER = _Environment(**OPTIONS)


@lru_cache(maxsize=200)
def _code(source: str, name: str, file: str) -> CodeType:
    """Return the code of a template; while a program runs, only what has changed is compiled again."""
    code: CodeType = _COMPILER.compile(source, name, file)
    return code


class _Loader(FileSystemLoader):
    """Compiles all templates at once, so that a fault in any is found; ``remember`` keeps what they were compiled to."""

    def __init__(self, folders: Sequence[Path], remember: Remember) -> None:
        super().__init__([str(folder) for folder in folders])
        self.own = str(folders[0])
        self.remember = remember

    def list_templates(self) -> list[str]:
        """Return the names of all templates, but for what no template is in the folder of the site's own: a link, a pipe."""
        return [name for name in super().list_templates() if self._is_template(name)]

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text, the path of its file, and what tells whether it changed."""
        if not self._is_template(template):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)

    def _is_template(self, name: str) -> bool:
        return not plain.there(self.own, name) or plain.is_plain(self.own, name)

    @cached_property
    def codes(self) -> Mapping[str, CodeType]:
        names = [
            name for name in self.list_templates() if name.startswith(FOLDERS) and name.endswith(ENDINGS)
        ]
        read = [self.get_source(_COMPILER, name) for name in names]
        sources = [(source, name, file) for name, (source, file, _) in zip(names, read, strict=True)]
        made_by = (jinja2.__version__, MAGIC_NUMBER, Path(__file__).read_bytes())
        found = self.remember(
            (*made_by, *(part for source in sources for part in source)),
            lambda: marshal.dumps([_code(*source) for source in sources]),
        )
        return dict(zip(names, marshal.loads(found), strict=True))

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  the library's name
    ) -> Template:
        code = self.codes.get(name)
        if code is None:
            return super().load(environment, name, globals)
        return environment.template_class.from_code(environment, code, globals or {})


def environment(folders: Sequence[Path], remember: Remember) -> Environment:
    """Return what gives templates by their names, all of them compiled; the first of the folders that has one wins."""
    loader = _Loader(folders, remember)
    assert loader.codes
    return _Environment(loader=loader, **OPTIONS)
