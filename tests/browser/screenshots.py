"""Take the pictures of the README: ``make pictures``, after a build."""

from __future__ import annotations

from pathlib import Path

from tests.browser.chromium import launched

ROOT = Path(__file__).parent.parent.parent
PICTURES = {"claim.png": "claims/army-size.html", "front-page.png": "index.html"}


def main() -> None:
    """Write the pictures into docs/images."""
    with launched() as browser:
        for name, path in PICTURES.items():
            page = browser.new_page(viewport={"width": 1180, "height": 900})
            page.goto((ROOT / "site" / path).as_uri())
            page.screenshot(path=ROOT / "docs" / "images" / name)


if __name__ == "__main__":
    main()
