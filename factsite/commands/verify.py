"""Hold a published site, or a copy of it, against its manifest, and against what it was made from.

Every file is there and as the manifest lists it, and there is no other; every quotation stands in its article. Where the
site folder has its content/, a site is also made anew from it, aside, and every byte compared. `python factsite/verify.py SITE FOLDER`
does all but the last without any code of the build.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factsite import verify
from factsite.commands import options as takes
from factsite.commands.terminal import Watch, faulty, misused
from factsite.english import number_of
from factsite.verify import Difference, RefusedError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from factsite.verify import Manifest

EXAMPLES = (
    "",
    "~/downloads/site  # a copy, against what it should have been made from",
    "~/downloads/site --alone  # a copy, against its own manifest only",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)
    takes.add_date(parser)
    parser.add_argument(
        "site", nargs="?", type=Path, help="the folder of the site (default: site/ of --root)"
    )
    parser.add_argument(
        "--alone", action="store_true", help="look at the site only, not at what it was made from"
    )
    takes.add_format(parser, "text", "json")
    takes.add_loudness(parser)


def run(options: argparse.Namespace) -> int:
    """Verify a site."""
    site = options.site or options.root / "site"
    made_from = None if options.alone or not (options.root / "content").is_dir() else options.root
    also = []
    try:
        with Watch(options) as watch:
            watch.stage("hold against the manifest")
            manifest = verify.manifest_of(site)
            found = list(verify.differences(site, manifest, made_from))
            if made_from is not None:
                also += [
                    "the articles in seeds/",
                    f"{len(manifest.content)} files in content/",
                    "a new build",
                ]
                known = {one.file for one in found}
                found += [one for one in _rebuilt(options, site, manifest, watch) if one.file not in known]
    except (OSError, RefusedError) as refusal:
        return misused(f"nothing verified: {refusal}")
    if options.quiet and not found and options.format == "text":
        return 0
    return verify.told(site, manifest, found, also, options.format)


def _rebuilt(
    options: argparse.Namespace, site: Path, manifest: Manifest, watch: Watch
) -> Iterator[Difference]:
    """Yield how a site differs from one that is made anew, with the options with which it was made."""
    from factsite import __version__, search
    from factsite.drawing import drawn
    from factsite.hands import together
    from factsite.load import Refusal, read_base_address
    from factsite.memo.memory import Memory
    from factsite.pipeline import build
    from factsite.publish import Publication

    address = None if manifest.base_url is None else read_base_address(manifest.base_url)
    if isinstance(address, Refusal):
        raise RefusedError(f"the manifest has a base_url that is none: {address.message}")
    with TemporaryDirectory(prefix="factsite-") as name:
        memory = Memory(Path(name))
        publication = Publication(Path(name) / "site", partial(drawn, memory, watch), {})
        publication.open()
        outcome = build(
            options.root,
            [options.root / "templates", takes.TEMPLATES],
            options.date,
            base_url=address,
            cards=manifest.cards,
            into=publication,
            hands=together,
            progress=watch,
        )
        if outcome.ledger is None:
            errors = number_of(sum(faulty([one]) for one in outcome.diagnostics), "error")
            yield Difference(
                "rebuilt", str(options.root), f"has {errors}, so no site can be made of it; run check"
            )
            return
        publication.close(outcome.ledger.paths())
        if (site / verify.INDEX).is_file():
            search.index(Path(name) / "site", memory)
        watch.stage("compare")
        other = ""
        if manifest.generator != f"factsite {__version__}":
            other = f"; the site was made by {manifest.generator}, this is factsite {__version__}"
        yield from _compared(site, Path(name) / "site", other)


def _compared(site: Path, made: Path, other: str) -> Iterator[Difference]:
    """Yield the files in which a site differs from one that was made anew."""
    (stand, _), (new, _) = verify.files_in(site), verify.files_in(made)
    for path in sorted(stand | new):
        if path not in stand:
            yield Difference("rebuilt", path, f"is not there, and a new build makes it{other}")
        elif path not in new:
            yield Difference("rebuilt", path, f"is there, and a new build does not make it{other}")
        elif (at := _differ(site / path, made / path)) is not None:
            yield Difference(
                "rebuilt", path, f"differs from what a new build makes, from byte {at:,} on{other}"
            )


def _differ(one: Path, another: Path) -> int | None:
    """Return where two files begin to differ, in bytes; None where they are alike."""
    old, new = one.read_bytes(), another.read_bytes()
    if old == new:
        return None
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))
