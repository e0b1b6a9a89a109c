"""What is installed, and why: locks, a table for people, a bill of materials for programs.

``locks`` reads what is locked, ``parts`` names what lies in the repository, ``record`` asks the index (the last part of ``make lock``), ``table`` makes
docs/dependencies.md, ``bom`` the bill. No network but in ``record``; nothing but Python's own library.
"""
