"""Views to HTML. The only module that imports jinja2, and the only one that reads templates and assets from disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from factsite.page import Page
from factsite.render.views import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class Templates:
    """The templates of a site: its own, and ours where it has none."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Take the folders to look in; the first that has a file wins."""
        self.folders = folders
        environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            keep_trailing_newline=True,
        )
        self.by_view = {view: environment.get_template(name) for view, name in TEMPLATES}

    def page(self, view: Any) -> Page:
        """Return the page of a view."""
        html = self.by_view[type(view)].render(page=view, frame=view.frame)
        return Page(view.frame.here, html.encode("utf-8"))

    def assets(self) -> Iterator[Page]:
        """Yield style sheets and icons."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for path in sorted((folder / "assets").rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    found["assets/" + path.relative_to(folder / "assets").as_posix()] = path
        for name in sorted(found):
            yield Page(name, found[name].read_bytes())
