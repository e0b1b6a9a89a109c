"""What templates are compiled to."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from factsite.render import TemplateFaultError, Templates
from factsite.render.engine import environment
from factsite.render.templates import forgetful
from factsite.render.views import Link
from tests.built import HARBOUR, ROOT, laid
from tests.samples import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def printed(folder: Path, text: str) -> str:
    """Return what a template of this text prints of a link."""
    (folder / "pages").mkdir()
    (folder / "pages" / "x.html").write_text(text, "utf-8")
    return (
        environment([folder], forgetful).get_template("pages/x.html").render(link=Link("a", "<b> & 'c' \""))
    )


def test_everything_is_escaped(tmp_path: Path) -> None:
    """What a macro printed already is not escaped again."""
    text = "{% macro m(x, y=1) %}<i>{{ x.words }}</i>{{ y }}{% endmacro %}{{ m(link) }}{{ m(link, y=2) }}{{ link.words }}"
    assert printed(tmp_path, text) == (
        "<i>&lt;b&gt; &amp; &#39;c&#39; &#34;</i>1<i>&lt;b&gt; &amp; &#39;c&#39; &#34;</i>2&lt;b&gt; &amp; &#39;c&#39; &#34;"
    )


def test_what_was_printed_is_freed_at_once(tmp_path: Path) -> None:
    """A build collects no cycles, so what holds itself would stay to its end, for every claim."""
    text = "{% macro m(x) %}<b>{{ caller() }}</b>{% endmacro %}{% call m(1) %}{{ link.href }}{% endcall %}"
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "x.html").write_text(text, "utf-8")
    template = environment([tmp_path / "own", tmp_path], forgetful).get_template("pages/x.html")
    assert template.render(link=Link("a", "b")) == "<b>a</b>"
    gc.collect()
    gc.disable()
    try:
        template.render(link=Link("a", "b"))
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_template_can_ask_what_there_is(tmp_path: Path) -> None:
    """Where it does not ask, what is missing is a fault."""
    assert printed(tmp_path, "{{ link.no is defined }} {{ link.no|default('none') }}") == "False none"
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(AttributeError, match="'Link' object has no attribute 'no'"):
        printed(other, "{{ link.no }}")


def test_templates_are_compiled_once(tmp_path: Path) -> None:
    """What is remembered is used, until a template changes; a fault is found in any, whether it is used or not."""
    kept: dict[tuple[str | bytes, ...], bytes] = {}

    def remember(key: Sequence[str | bytes], make: Callable[[], bytes]) -> bytes:
        return kept.setdefault(tuple(key), b"") or kept.__setitem__(tuple(key), make()) or kept[tuple(key)]

    for count in (1, 1):
        Templates([tmp_path, ROOT / "templates"], remember)
        assert len(kept) == count
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "own.html").write_text("\n{% if %}", "utf-8")
    with pytest.raises(TemplateFaultError) as fault:
        Templates([tmp_path, ROOT / "templates"], remember)
    assert str(fault.value.diagnostic.place) == "templates/parts/own.html:2:1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{% macro opening() %}{% endmacro %}", "ArgumentsError: macro 'opening' takes not more than 0 argument(s)"),
        ("{% macro opening(page, frame) %}{{ page() }}{% endmacro %}", "TypeError: 'IndexView' object is not callable"),
    ],
)  # fmt: skip
def test_a_macro_of_a_site_is_at_fault_where_ours_call_it(tmp_path: Path, text: str, message: str) -> None:
    """So it is where the site has it from a time when it was given something else."""
    (tmp_path / "templates/parts").mkdir(parents=True)
    (tmp_path / "templates/parts/opening.html").write_text(text, "utf-8")
    outcome, _ = laid(HARBOUR, [tmp_path / "templates", ROOT / "templates"], TODAY, cards=False)
    assert [(str(fault.place), fault.message) for fault in outcome.diagnostics] == [
        ("templates/parts/opening.html:1:1", message)
    ]
