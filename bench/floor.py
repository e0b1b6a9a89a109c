"""The least that a build can do: ``python -S -E floor.py SCENARIO FOLDER``, given a site folder that has been built.

Cold, it reads every input and writes as many files of as many bytes as the site has, to ``out/`` in the current folder. Else
it asks for the state of every input and every output, and does no more.
"""

import os
import sys


def files(top):
    """Yield every file below a folder, as os.scandir gives it."""
    for entry in os.scandir(top):
        if entry.is_dir():
            yield from files(entry.path)
        else:
            yield entry


def copy(folder, out):
    """Read all inputs; write as much as the site has."""
    for name in ("content", "seeds"):
        for entry in files(f"{folder}/{name}"):
            with open(entry.path, "rb", buffering=0) as file:
                file.read()
    site = f"{folder}/site"
    sizes = [(entry.path[len(site) :], entry.stat().st_size) for entry in files(site)]
    words = b"What is written matters little, only how much of it. " * (
        max(size for _, size in sizes) // 50 + 1
    )
    for parent in sorted({os.path.dirname(name) for name, _ in sizes}):
        os.makedirs(out + parent, exist_ok=True)
    for name, size in sizes:
        with open(out + name, "wb", buffering=0) as file:
            file.write(words[:size])


def look(folder):
    """Ask for the state of every file."""
    for name in ("content", "seeds", "site"):
        for entry in files(f"{folder}/{name}"):
            entry.stat()


if __name__ == "__main__":
    if sys.argv[1] == "cold":
        copy(sys.argv[2], "out")
    else:
        look(sys.argv[2])
