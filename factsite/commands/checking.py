"""What the commands share that check a site folder and publish nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from factsite.commands import options as takes
from factsite.commands.cluster import hands_of
from factsite.pipeline import build
from factsite.publish import Publication

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from factsite.commands.terminal import Watch
    from factsite.pipeline import Outcome


def outcome_of(
    options: argparse.Namespace, watch: Watch, instead: Mapping[str, bytes] = MappingProxyType({})
) -> Outcome:
    """Check the site folder of the options, with other content in place of some files.

    Templates of its own can be at fault too, so with these everything is printed, and then forgotten.
    """
    own = options.root / "templates"
    with hands_of(options.cluster) as hands, tempfile.TemporaryDirectory() as forgotten:
        return build(
            options.root,
            [own, takes.TEMPLATES],
            options.date,
            base_url=options.base_url,
            cards=not options.no_cards,
            instead=instead,
            into=Publication(Path(forgotten), lambda drawings: (), {}) if own.is_dir() else None,
            hands=hands,
            progress=watch,
        )
