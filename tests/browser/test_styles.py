"""The style sheet as a browser reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.render.styles import squeezed
from tests.browser.kinds import TEMPLATES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RULES = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map(rule => rule.cssText.replace(/\\s*,\\s*/g, ","));
}"""


def test_a_squeezed_style_sheet_says_what_it_said(browser: Browser) -> None:
    """A browser reads the same rules in the sheet that is sent as in the files that are written, but for spaces at commas."""
    page = browser.new_page()
    for path in sorted((TEMPLATES / "styles").glob("*.css")):
        written = path.read_text("utf-8")
        rules = page.evaluate(RULES, written)
        assert rules, path.name
        assert page.evaluate(RULES, squeezed(written)) == rules, path.name
    page.close()
