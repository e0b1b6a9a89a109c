"""Diagnostics told to people and programs: one renderer for each form.

concise    one line each, as compilers print them, with the repair below
full       the lines themselves, what is wrong underlined, the lines of the article beside them
github     annotations on the lines of a pull request, and a table for the summary of a run
sarif      for code scanning and whatever else reads SARIF 2.1.0
data       everything as JSON

snippets   lines with their numbers, and marks below
cells      how much room text takes on a terminal
files      the lines of an author's files, and where values end in them
unlinked   text in which nothing is taken for a link or a name
ink        colours and links, and the only escapes that get out
"""

from factsite.report.concise import lines
from factsite.report.ink import printable

__all__ = ["lines", "printable"]
