"""Claims to social cards: an SVG with every line of text in its place, then a PNG."""
