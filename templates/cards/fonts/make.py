"""Makes the fonts of the cards anew: ``python make.py PACKAGES``, with fonttools and brotli installed.

PACKAGES is a folder in which ``npm pack @fontsource/literata@5.3.0 @fontsource/inter@5.3.0`` was run and each archive
unpacked under the name of its font (``literata/files/…``). The packages hold a face in pieces, one for each script; they are joined
here and cut to the characters and features that a card can use. See docs/decisions/0014-cards.md.
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FACES = {
    "reading.ttf": ("literata", 400, "Card Reading"),
    "plain.ttf": ("inter", 400, "Card Plain"),
    "strong.ttf": ("inter", 600, "Card Strong"),
}
SCRIPTS = ("latin", "latin-ext", "greek", "cyrillic")
RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x1CD, 0x1DC), (0x218, 0x21B), (0x2BB, 0x2BC), (0x386, 0x3CE), (0x400, 0x45F),
    (0x490, 0x491), (0x1E9E, 0x1E9E), (0x2010, 0x2027), (0x2030, 0x2044), (0x2070, 0x2094), (0x20A8, 0x20BF),
    (0x2116, 0x2122), (0x2150, 0x215E), (0x2190, 0x2193), (0x2202, 0x2265),
)  # fmt: skip
CHARACTERS = {character for first, last in RANGES for character in range(first, last + 1)}


def pieces(folder: Path, font: str, weight: int) -> list[BytesIO]:
    """Return the pieces of a face, without what only vertical text and variable fonts need."""
    found = []
    for script in SCRIPTS:
        piece = TTFont(folder / font / "files" / f"{font}-{script}-{weight}-normal.woff2")
        piece.flavor = None
        for table in ("vhea", "vmtx", "STAT", "prep", "gasp"):
            if table in piece:
                del piece[table]
        found.append(BytesIO())
        piece.save(found[-1])
        found[-1].seek(0)
    return found


def named(face: TTFont, family: str, weight: int) -> None:
    """Give a face a family of its own, so that nothing on a machine can be taken for it; keep its copyright and licence."""
    names = face["name"]
    names.names = [entry for entry in names.names if entry.nameID in (0, 13, 14)]
    for number, text in ((1, family), (2, "Regular"), (4, family), (6, family.replace(" ", ""))):
        names.setName(text, number, 3, 1, 0x409)
    face["OS/2"].usWeightClass = weight
    face["head"].created = face["head"].modified = 0


def main(folder: Path) -> None:
    """Write the three faces beside this file."""
    options = Options(
        layout_features=["kern", "mark", "mkmk", "ccmp", "locl"],
        name_IDs="*", hinting=False, recalc_timestamp=False, notdef_outline=True,
    )  # fmt: skip
    for file, (font, weight, family) in FACES.items():
        face = Merger().merge(pieces(folder, font, weight))
        named(face, family, 400)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=CHARACTERS)
        subsetter.subset(face)
        face.recalcTimestamp = False
        face.save(Path(__file__).parent / file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
