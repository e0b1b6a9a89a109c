"""Read claims and articles from JSON, verify every quotation, and find the claims that cite each line."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from pathlib import Path

from markdown import Markdown
from pelican import signals
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.readers import BaseReader

MARKDOWN = Markdown()


class Records(BaseReader):
    """A claim or an article in JSON; the explanation is Markdown."""

    enabled = True
    file_extensions = ("json",)

    def read(self, source_path):
        """Return the HTML of the content, and all that the record has besides."""
        record = json.loads(Path(source_path).read_text("utf-8"))
        html = MARKDOWN.reset().convert(record.pop("explanation", ""))
        record["slug"] = record.pop("id")
        if "checked" in record:
            record["date"] = dt.datetime.fromisoformat(record["checked"]).replace(tzinfo=dt.UTC)
        return html, record


def cite(generators):
    """Give each claim the articles that it cites, and each article the claims that cite it."""
    claims = next(each.articles for each in generators if isinstance(each, ArticlesGenerator))
    sources = {
        page.slug: page for each in generators if isinstance(each, PagesGenerator) for page in each.pages
    }
    citing = {name: defaultdict(list) for name in sources}
    for claim in claims:
        claim.quotations = []
        for cited in claim.evidence:
            source = sources[cited["source"]]
            before, found, after = source.lines[cited["line"] - 1].partition(cited["quote"])
            if not found:
                raise ValueError(
                    f"{claim.slug}: not in line {cited['line']} of {source.slug}: {cited['quote']}"
                )
            claim.quotations.append((source, cited["line"], before, found, after, cited["stance"]))
            citing[source.slug][cited["line"]].append((claim, cited["stance"]))
    for name, source in sources.items():
        source.cited_lines = [
            (number, text, citing[name].get(number, ())) for number, text in enumerate(source.lines, 1)
        ]


def register():
    """Say to Pelican what there is."""
    signals.readers_init.connect(lambda readers: readers.reader_classes.update(json=Records), weak=False)
    signals.all_generators_finalized.connect(cite)
