"""Take the pictures of the README: ``make pictures``, after a build."""

from __future__ import annotations

from pathlib import Path

from tests.browser.chromium import launched

ROOT = Path(__file__).parent.parent.parent
PAGES = {"claim": "claims/army-size.html", "front-page": "index.html"}
SCHEMES = ("light", "dark")
SIZE = {"width": 1180, "height": 1040}


def main() -> None:
    """Write a picture of each page in both schemes into docs/images."""
    with launched() as browser:
        for name, path in PAGES.items():
            for scheme in SCHEMES:
                page = browser.new_page(viewport=SIZE, color_scheme=scheme)
                page.goto((ROOT / "site" / path).as_uri())
                page.screenshot(path=ROOT / "docs" / "images" / f"{name}-{scheme}.png")


if __name__ == "__main__":
    main()
