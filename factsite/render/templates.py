"""Views to HTML. The only module that reads templates and assets from disk."""

from __future__ import annotations

import traceback
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factsite import plain
from factsite.page import Page
from factsite.place import Place
from factsite.render import styles
from factsite.render.engine import ArgumentsError, TemplateSyntaxError, environment
from factsite.render.faults import template_fault
from factsite.render.marks import labelled, worded
from factsite.render.views import AROUND, TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factsite.diagnostic import Diagnostic
    from factsite.render.cards.fonts import Fonts
    from factsite.render.engine import Remember
    from factsite.render.views import AroundView, CardView

FONTS = "cards/fonts"
STYLE_SHEET = "assets/site.css"
AFTER_TOKENS = "1-tokens.own.css"
"""Where the site's own colours stand among the files of ``styles/``: right after ``1-tokens.css``."""
SCRIPT = "assets/site.js"
SQUEEZER = Path(styles.__file__)
"""The module whose ``squeezed`` makes the style sheet small: where it is another, so may be the sheet."""


BY_VIEW = dict(TEMPLATES)


def forgetful(_: Sequence[str | bytes], make: Callable[[], bytes]) -> bytes:
    """Make what is asked for, whether it was made before or not."""
    return make()


class TemplateFaultError(Exception):
    """A template of the site's own does not work; ``diagnostic`` says where and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class Templates:
    """The templates of a site: its own, and ours where it has none."""

    def __init__(self, folders: Sequence[Path], remember: Remember = forgetful) -> None:
        """Take the folders to look in; the first that has a file wins, and is the site's own.

        ``remember`` gives what has a key, or makes it: templates are compiled, and the style sheet squeezed, only where they are not known.

        Raises ``TemplateFaultError`` for a template of the site's own, as does ``page``; a fault in one of ours
        is ours, and raises what it raises.
        """
        self.folders, self.remember = folders, remember
        try:
            self.named = environment(folders, remember).get_template
        except Exception as fault:
            raise self.blamed(fault) from fault

    def page(self, view: Any) -> Page:
        """Return the page of a view."""
        return Page(view.frame.here, self.text(view).encode("utf-8"))

    def card(self, view: CardView) -> str:
        """Return the drawing of a card."""
        return worded(self._printed(view))

    def text(self, view: Any) -> str:
        """Return the text of the page of a view, before it is written in bytes."""
        return labelled(self._printed(view, frame=view.frame))

    def parts(self, names: Iterable[str], view: AroundView, root: str) -> list[str]:
        """Return what fills gaps of a claim's page, by their names; ``root`` leads from it to the top of the site."""
        try:
            return [labelled(getattr(self._around, name)(view, root)) for name in names]
        except Exception as fault:
            raise self.blamed(fault) from fault

    @cached_property
    def _around(self) -> Any:
        return self.named(AROUND).module

    def _printed(self, view: Any, **more: Any) -> str:
        try:
            return self.named(BY_VIEW[type(view)]).render(page=view, **more)
        except Exception as fault:
            raise self.blamed(fault) from fault

    def blamed(self, fault: Exception) -> Exception:
        """Return the fault as one of the site's own template, where such a template is at its root."""
        frames = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(fault.__traceback__)]
        if isinstance(fault, TemplateSyntaxError) and fault.filename:
            frames.append((fault.filename, fault.lineno))
        if isinstance(fault, ArgumentsError):
            frames.append((fault.file, 1))
        own = [(Path(file), line) for file, line in frames if Path(file).is_relative_to(self.folders[0])]
        if not own:
            return fault
        file, line = own[-1]
        return TemplateFaultError(template_fault(self._place(file, line), f"{type(fault).__name__}: {fault}"))

    def assets(self, palettes: str = "") -> Iterator[Page]:
        """Yield the style sheet, scripts and icons.

        The style sheet is all files of ``styles/``, squeezed, and the script of all pages those of ``scripts/``, in the order of
        their names; the site's own ``palettes`` come right after our tokens, so that what follows for paper and for
        forced colours still wins.
        """
        sheets, scripts = (
            {name: path.read_text("utf-8") for name, path in self._files(kind).items()}
            for kind in ("styles", "scripts")
        )
        if palettes:
            sheets[AFTER_TOKENS] = palettes
        sheet, script = ("\n".join(files[name] for name in sorted(files)) for files in (sheets, scripts))
        small = self.remember(
            ("styles", SQUEEZER.read_bytes(), sheet), lambda: styles.squeezed(sheet).encode()
        )
        found = {STYLE_SHEET: small, SCRIPT: script.encode()}
        found |= {f"assets/{name}": path.read_bytes() for name, path in self._files("assets").items()}
        for name in sorted(found):
            yield Page(name, found[name])

    @cached_property
    def fonts(self) -> Fonts:
        """The fonts of cards: ours, those of the site in place of ours, and what else the site has."""
        from factsite.render.cards.faces import UnreadableFontError
        from factsite.render.cards.fonts import fonts

        files = {
            path: path.read_bytes()
            for name, path in self._files(FONTS).items()
            if name.endswith((".ttf", ".otf"))
        }
        try:
            return fonts(files)
        except UnreadableFontError as fault:
            raise TemplateFaultError(template_fault(self._place(fault.path), str(fault))) from fault

    def _files(self, kind: str) -> dict[str, Path]:
        """Return the files below a folder of the templates, by their path in it; the site's own replace ours."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            own = folder == self.folders[0]
            for path in (folder / kind).rglob("*"):
                name = path.relative_to(folder).as_posix()
                if (
                    path.name.startswith(".")
                    or not path.is_file()
                    or (own and not plain.is_plain(folder, name))
                ):
                    continue
                found[path.relative_to(folder / kind).as_posix()] = path
        return dict(sorted(found.items()))

    def _place(self, path: Path, line: int = 1) -> Place:
        """Return the place of a file of the site's own."""
        return Place("templates/" + path.relative_to(self.folders[0]).as_posix(), line)
