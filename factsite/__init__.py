"""factsite: fact files and source articles in, a checked fact-check site out.

The package is one straight line, ``pipeline.py``::

    load ─▶ analyse ─▶ check ─▶ render ─▶ publish

It is walked twice: fact by fact, in as many processes as there are cores (``facts.py``), which gives a row of each; and over all rows,
for what tells of more than one claim (``printing.py``). What has not changed since the last build is left alone (``memo/``).

========================  ===========================================================================
``entry.py``              where the program begins: a build with nothing to do ends here
``cli.py``                the commands: arguments in, exit status out; ``__main__.py`` for ``python -m factsite``
``commands/``             the commands, one module each
``pipeline.py``           the straight line
``facts.py``              the half of a build that is done fact by fact
``printing.py``           the half that needs all rows
``making.py``             what pages are made from, each when it is asked for
``hands.py``              who does the work: this process, or as many as there are cores
``elsewhere.py``          facts that are examined through an executor: what is sent, and what comes back
``drawing.py``            social cards to pictures
``frozen.py``             how the types of the vocabulary are made: frozen, and quick to pickle
``place.py``              where a value stands in an author's file
``diagnostic.py``         one fault found in what an author wrote
``edits.py``              a repair of an author's file
``values.py``             what stands in the fields of records: ids, dates, line ranges, prose
``model.py``              what authors write: the one statement of the file formats
``findings.py``           what was found out about it, and the row the rest of the site knows of a claim
``comparisons.py``        how figures, wordings and articles stand to each other
``survey.py``             a site folder, analysed, as it is compared with another
``changes.py``            what a comparison of two finds
``rules.py``              every rule that a fault can be reported under
``page.py``               one file of the site
``memo/``                 what the last build was made from and what it made; nothing else remembers
``load/``                 files to records: yamltree (YAML with places), records (typing), corpus (the disk); mending (edits)
``analyse/``              records to findings: quotations, figures, origins, sources, verdict, notes, coverage
``check/``                findings to diagnostics: one module per family of rules
``compare/``              two surveys to what the change from one to the other means
``render/``               records and findings to pages
``editor/``               what the commands that help editors do: cite, new, suggest, fmt, repair, repin, compare, init
``live/``                 the site kept in memory while it is written: serve
``publish.py``            pages to the site's folder
``search/``               the search index of a published site
``report/``               diagnostics as text, GitHub annotations, SARIF and JSON
``bundled.py``            where templates and skeleton lie, which come with the package and are no code
``reference.py``          the generated pages of ``docs/``
========================  ===========================================================================

The stages share the vocabulary (place to page) and never import each other. They are put together by the pipeline; the
commands, ``editor/`` and ``live/`` stand at the rim and take from each stage what they need.
"""

__version__ = "0.1.0"
