"""What a claim costs against the number of claims, both axes logarithmic: ``plot.svg``."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, NamedTuple

from bench.arithmetic import cell
from bench.contestants import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.arithmetic import Run

WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 60, 130, 34, 40
COLOURS = {
    "factsite": "#c2410c",
    "hugo": "#1d6fb8",
    "eleventy": "#57813a",
    "pelican": "#8b5fbf",
    "floor": "#808080",
}
DASHES = {"cold": "", "edit": ' stroke-dasharray="5 4"'}
APART = 14
"""So many pixels lie between two names at the right, at least."""


class Line(NamedTuple):
    """A line of the plot: who, in what scenario, and its points: claims, milliseconds a claim."""

    contestant: str
    scenario: str
    points: tuple[tuple[int, float], ...]


def lines(runs: Sequence[Run]) -> Iterator[Line]:
    """Yield the lines that there are: CPU time a claim, cold and after one edit."""
    for scenario in DASHES:
        for kind in ALL:
            found = [
                (size, cell(runs, size, scenario, kind.name, "cpu"))
                for size in sorted({run.size for run in runs})
            ]
            points = tuple((size, 1000 * cost.median / size) for size, cost in found if cost)
            if points:
                yield Line(kind.name, scenario, points)


def plot(runs: Sequence[Run]) -> str:
    """Return the picture."""
    drawn = list(lines(runs))
    sizes = [log10(size) for line in drawn for size, _ in line.points]
    costs = [log10(max(cost, 1e-4)) for line in drawn for _, cost in line.points]
    across, up = (
        (min(sizes), max(max(sizes), min(sizes) + 1)),
        (floor(min(costs)), max(ceil(max(costs)), floor(min(costs)) + 1)),
    )

    def x(size: float) -> float:
        return LEFT + (log10(size) - across[0]) / (across[1] - across[0]) * (WIDTH - LEFT - RIGHT)

    def y(cost: float) -> float:
        return HEIGHT - BOTTOM - (log10(max(cost, 1e-4)) - up[0]) / (up[1] - up[0]) * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="{LEFT}" y="18">CPU time per claim, ms: solid cold, dashed after one edit</text>',
    ]
    for power in range(up[0], up[1] + 1):
        at = y(10.0**power)
        parts.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for size in sorted({size for line in drawn for size, _ in line.points}):
        parts.append(f'<path d="M{x(size):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#eee"/>')
        parts.append(
            f'<text x="{x(size):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{size:,}</text>'
        )
    parts.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 6}" text-anchor="middle">claims</text>'
    )
    taken: dict[int, float] = {}
    for line in sorted(drawn, key=lambda line: y(line.points[-1][1])):
        colour = COLOURS[line.contestant]
        points = [(x(size), y(cost)) for size, cost in line.points]
        path = "L".join(f"{across:.1f} {up:.1f}" for across, up in points)
        parts.append(
            f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"{DASHES[line.scenario]}/>'
        )
        parts += [f'<circle cx="{across:.1f}" cy="{up:.1f}" r="3" fill="{colour}"/>' for across, up in points]
        last = line.points[-1][0]
        taken[last] = max(points[-1][1], taken.get(last, 0) + APART)
        words = line.contestant + (", edit" if line.scenario == "edit" else "")
        parts.append(
            f'<text x="{points[-1][0] + 8:.1f}" y="{taken[last] + 4:.1f}" fill="{colour}">{words}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"
