"""Every kind of thing that can stand in a folder, at every place of a site folder: ``python -m tests.trust.paths`` tries them all, and writes down how many.

``python -m tests.trust.paths strays`` has 100,000 files that nobody reads. Each case is a build in a process of its own, which notes what it opens, makes, renames and removes (``sys.addaudithook``), and is ended if it waits. Beside
the site folder lies another one with a secret; it and everything around must be as before, and no build may say or publish the secret.
"""

from __future__ import annotations

# ruff: noqa: PTH118, PTH119, PTH120  what a path is, the hook is told as text
import io
import json
import os
import shutil
import signal
import socket
import sys
import sysconfig
import tempfile
import time
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "cases" / "base"
FIGURES = ROOT / "docs" / "trust" / "runs" / "paths.json"
SECRET = "the-words-of-a-file-elsewhere"
WORDS = ("build", "--no-cards", "--date", "2024-12-01")
SECONDS = 20
"""After which a build waits for something."""

FOREIGN = {
    "x.yaml": f"claim: {SECRET}\n",
    "x.txt": f"{SECRET}\nThe Alm bridge is 412 metres long.\n",
    "x.html": f"{SECRET} {{{{ page.claim }}}}\n",
    "x.md": f"# {SECRET}\n",
    "deep/x.yaml": f"title: {SECRET}\n",
}
"""What lies beside the site folder."""

CONTENT = (
    "content/facts/x.yaml", "content/sources/x.yaml", "content/pages/x.md", "content/site.yaml", "content/origins.yaml",
    "content/facts/opening.yaml", "content/facts", "content/sources", "content/pages", "content", "seeds", "seeds/opening.txt",
    "templates", "templates/pages/x.html", "templates/pages/claim.html", "templates/parts", "templates/assets/x.css", "templates/styles/x.css",
)  # fmt: skip
"""What is read."""
UNREAD = ("seeds/x.txt", "seeds/deep", "content/README.md", "content/.hidden.yaml", "x.yaml")
"""What nothing names, and what is of no concern."""
MEMORY = (
    ".factsite", *(f".factsite/{name}" for name in (
        "seen", "turn", "clock", "key", "mine", "ledger.0", "ledger.1", "details.0", "details.1", "articles", "articles.new", "seen.new", ".gitignore", "failures", "twin", "twin.before",
    )),
)  # fmt: skip
"""Where builds remember."""
SITE = (
    "site", "site/.factsite", "site/claims", "site/index.html", "site/data", "site/data/claims.json", "site/assets", "site/404.html",
    "site/.factsite-new", "site/.factsite-spool", "site/.factsite-search", "site/.factsite-removed", "site/search", "site/x.html", "site/claims/x.html",
)  # fmt: skip
"""Where they write."""
PLACES = (*CONTENT, *UNREAD, *MEMORY, *SITE)


def _link(to: str) -> Callable[[Path, Path], None]:
    return lambda path, beside: path.symlink_to(to.replace("BESIDE", str(beside)))


def _socket(path: Path, beside: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(path.parent)  # the address of a socket is short
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


def _named(file: str) -> Callable[[Path, Path], None]:
    return lambda path, beside: os.link(beside / file, path)


def _folder(path: Path, beside: Path) -> None:
    (path / "inner").mkdir(parents=True)
    (path / "inner/x.yaml").write_text("x: 1\n")


def _locked(path: Path, beside: Path) -> None:
    path.write_bytes(b"x")
    path.chmod(0)


KINDS: dict[str, Callable[[Path, Path], None]] = {
    "a link to a file elsewhere": _link("BESIDE/x.yaml"),
    "a link to a text elsewhere": _link("BESIDE/x.txt"),
    "a link to a folder elsewhere": _link("BESIDE"),
    "a link upwards to a folder elsewhere": _link("../../../../../../../../../../BESIDE/deep"),
    "a link to the root of the disk": _link("/"),
    "a link to the folder that it is in": _link("."),
    "a link to the folder above": _link(".."),
    "a link inside the site folder": _link("../seeds/opening.txt"),
    "a link that leads nowhere": _link("BESIDE/nowhere"),
    "a link to itself": lambda path, beside: path.symlink_to(path.name),
    "a link to a device without an end": _link("/dev/zero"),
    "a link to the standard input": _link("/dev/stdin"),
    "a link to a terminal": _link("/dev/tty"),
    "a link to the memory of the process": _link("/proc/self/mem"),
    "a link to the environment of the process": _link("/proc/self/environ"),
    "a pipe": lambda path, beside: os.mkfifo(path),
    "a link to a pipe": _link("BESIDE/pipe"),
    "a socket": _socket,
    "a device": lambda path, beside: os.mknod(path, 0o20666, os.makedev(1, 5)),
    "a folder": _folder,
    "an empty folder": lambda path, beside: path.mkdir(),
    "an empty file": lambda path, beside: path.touch(),
    "another name of a file elsewhere": _named("hard.yaml"),
    "a file that nobody may read": _locked,
}  # fmt: skip
"""What can stand there, each by what makes it."""


class Case(NamedTuple):
    """A kind of thing at a place."""

    place: str
    kind: str


class Result(NamedTuple):
    """What came of a build: exit status, what it said, what it did outside, and the files of the site."""

    status: int
    said: str
    outside: list[str]
    site: dict[str, str]


CASES = [Case(place, kind) for place in PLACES for kind in KINDS]


def few() -> list[Case]:
    """Return cases in which every kind stands at least once, and those that were worst."""
    kinds = list(KINDS)
    found = [Case(PLACES[number * 5 % len(PLACES)], kind) for number, kind in enumerate(kinds)]
    found += [
        Case(f".factsite/{name}", "a link to a file elsewhere") for name in ("clock", "turn", "seen.new")
    ]
    found += [
        Case("site/.factsite-new", "a pipe"),
        Case(".factsite/twin.before", "a link to a folder elsewhere"),
    ]
    found += [Case("seeds/opening.txt", "a link to a text elsewhere"), Case("content/facts/x.yaml", "a pipe")]
    found += [Case("templates/pages/x.html", "a pipe"), Case("site", "a link to a folder elsewhere")]
    return list(dict.fromkeys(found))


def laid(room: Path, case: Case) -> Path:
    """Lay a site folder that has this, beside what is none of its business; return it."""
    root, beside = room / "site-folder", room / "beside"
    shutil.copytree(BASE, root)
    for name, text in FOREIGN.items():
        path = beside / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (beside / "hard.yaml").write_text("claim: harmless\n")
    os.mkfifo(beside / "pipe")
    path = root / case.place
    if case.place in MEMORY or case.place in SITE:
        shutil.copytree(built(), root, dirs_exist_ok=True)
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    KINDS[case.kind](path, beside)
    return root


_built: list[Path] = []


def built() -> Path:
    """Return the memory and the site of a build, made once."""
    if not _built:
        room = Path(tempfile.mkdtemp(prefix="paths-"))
        root = room / "site-folder"
        shutil.copytree(BASE, root)
        _built.append(room / "made")
        from factsite.cli import main as command

        with redirect_stdout(io.StringIO()):  # here, so that the processes of the cases have what it imported
            assert command([*WORDS, "--root", str(root)]) == 0
        for name in ("site", ".factsite"):
            shutil.copytree(root / name, room / "made" / name)
    return _built[0]


def forget() -> None:
    """Remove what ``built`` made."""
    while _built:
        shutil.rmtree(_built.pop().parent)


def snapshot(room: Path) -> dict[str, tuple[Any, ...]]:
    """Return everything around, but for where a build may write."""
    found: dict[str, tuple[Any, ...]] = {}
    for at, folders, files in os.walk(room):
        inside = Path(at).relative_to(room).as_posix()
        if inside == "site-folder":
            folders[:] = [name for name in folders if name not in ("site", ".factsite")]
        for name in (*folders, *files):
            path = Path(at, name)
            if path.relative_to(room).as_posix() in ("site-folder/site", "site-folder/.factsite", "tmp"):
                continue
            state = path.lstat()
            content = (
                path.read_bytes()
                if path.is_file() and not path.is_symlink() and state.st_size < 1e6 and state.st_mode & 0o400
                else b""
            )
            found[str(path)] = (state.st_mode, state.st_size if not path.is_dir() else 0, content)
    return found


WRITES = (
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.utime",
    "shutil.rmtree",
)
READS = ("os.listdir", "os.scandir")


def watch(root: Path, room: Path, found: list[str]) -> None:
    """From now on, note what this process does to files that are none of its business."""
    reads = [
        root, room / "tmp", ROOT / "factsite", ROOT / "templates", ROOT / "tests", *map(Path, (sys.prefix, sys.base_prefix, *sysconfig.get_paths().values())),
    ]  # fmt: skip
    may_read = [os.path.realpath(path) for path in reads]
    may_write = [
        *(f"{os.path.realpath(root)}/{name}" for name in ("site", ".factsite")), os.path.realpath(room / "tmp"),
        *(os.path.realpath(folder / "__pycache__") for folder in (ROOT / "factsite", *(ROOT / "factsite").rglob("*/"))), "/dev/null",
    ]  # fmt: skip
    programs = tuple(str(path) for path in sys.path if path)

    def within(path: str, folders: Sequence[str]) -> bool:
        return any(path == folder or path.startswith(f"{folder}/") for folder in folders)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        follows = event == "open" or event in READS
        if event == "open":
            path, mode, flags = arguments
            writing = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)) or (
                isinstance(mode, str) and bool(set(mode) & set("wax+"))
            )
            paths = [path]
            if sys._getframe(1).f_globals.get("__name__") == "shutil" and "/" not in os.fsdecode(path):
                return  # ``rmtree`` opens in an open folder, and looks whether it is what it was
            if flags & os.O_NOFOLLOW:  # no link is followed at its end; a bare name is one in an open folder
                if "/" not in os.fsdecode(path):
                    return
                paths = [os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))]
                follows = False
        elif event in WRITES or event in READS:
            paths, writing = (
                list(arguments[: 2 if event in ("os.rename", "os.link") else 1]),
                event in WRITES,
            )
            if (
                event in WRITES
                and len(arguments) > 1
                and isinstance(arguments[-1], int)
                and arguments[-1] > 2
            ):
                return  # in an open folder, as ``shutil.rmtree`` does it
        else:
            return
        for path in paths:
            if isinstance(path, int) or path is None:
                continue
            real = os.fsdecode(path)
            # what is renamed or removed is the entry itself, and what is opened is where it leads
            above = os.path.realpath(os.path.dirname(real) or ".")
            real = os.path.realpath(real) if follows else os.path.join(above, os.path.basename(real))
            if not within(real, may_write) and (
                writing or not (within(real, may_read) or within(real, programs) or real == "/dev/null")
            ):
                found.append(f"{event} {path} -> {real}")

    sys.addaudithook(hook)


def run(root: Path, room: Path, words: Sequence[str] = WORDS) -> Result:
    """Run a command on a site folder in a process of its own."""
    from factsite import cli

    temporary = room / "tmp"
    temporary.mkdir(parents=True, exist_ok=True)
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        status, said, outside = 3, io.StringIO(), []
        try:
            os.close(reads)
            signal.alarm(SECONDS)
            tempfile.tempdir = str(temporary)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            watch(root, room, outside)
            with redirect_stdout(said), redirect_stderr(said):
                status = cli.main([*words, "--root", str(root)])
        except BaseException as fault:
            import traceback

            said.write("".join(traceback.format_exception(fault)))
        with os.fdopen(writes, "w", encoding="utf-8", errors="backslashreplace") as answer:
            json.dump([status, said.getvalue(), outside], answer)
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads, encoding="utf-8") as answer:
        text = answer.read()
    ended = os.waitpid(child, 0)[1]
    if ended or not text:
        return Result(-1, f"it waited, or was killed: {ended}", [], {})
    status, said_, outside_ = json.loads(text)
    return Result(status, said_, outside_, {})


def site_of(root: Path) -> dict[str, bytes]:
    """Return the files of a site."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "site").rglob("*"))
        if path.is_file() and not path.is_symlink() and path.name[0] != "."
    }


def wrong(case: Case) -> list[str]:
    """Try a case, and return what is wrong with what came of it."""
    wanted = site_of(built())
    room = Path(tempfile.mkdtemp(prefix="paths-"))
    try:
        try:
            root = laid(room, case)
        except PermissionError:
            return []  # a device, for who is no administrator
        before = snapshot(room)
        site_before = {path: path.lstat().st_ino for path in [root / "site"] if path.is_symlink()}
        result = run(root, room)
        found = [*result.outside]
        after = snapshot(room)
        found += [
            f"changed: {path}"
            for path in sorted(before.keys() | after.keys())
            if before.get(path) != after.get(path)
        ]
        if result.status not in (0, 1, 2):
            found.append(f"status {result.status}: {result.said}")
        if "Traceback" in result.said or SECRET in result.said:
            found.append(f"said: {result.said}")
        if not site_before and any(SECRET.encode() in content for content in site_of(root).values()):
            found.append("the secret is published")
        found += _unmet(case, root, result, wanted)
        return found
    finally:
        shutil.rmtree(room)


def _unmet(case: Case, root: Path, result: Result, wanted: dict[str, bytes]) -> Iterator[str]:
    """Yield what is not as it has to be at the place of a case."""
    kind, name = case.kind, case.place
    plain_file = kind in ("an empty file", "another name of a file elsewhere", "a file that nobody may read")
    if name in CONTENT and ("link" in kind or kind in ("a pipe", "a socket", "a device")):
        if name in ("content",):
            if result.status == 0:
                yield "nothing is said"
        elif result.status != 1 or f"{name}:1:1: error[" not in result.said:
            yield f"nothing is said of it: {result.status} {result.said}"
    if name in UNREAD and name != "x.yaml" and result.status not in (0, 1):
        yield f"status {result.status}: {result.said}"
    if name in MEMORY and not (result.status == 0 and site_of(root) == wanted):
        at_a_file = name == ".factsite" and (plain_file or "folder" not in kind)
        if not (at_a_file and result.status == 0 and site_of(root) == wanted):
            yield f"the memory matters: {result.status} {result.said}"
    if name in SITE and result.status == 0 and name != "site/search" and site_of(root) != wanted:
        yield f"another site: {result.said}"
    if name == "site" and "link" in kind and result.status != 2:
        yield f"a link is taken for the folder of the site: {result.said}"


def main(cases: Sequence[Case] = CASES) -> int:
    """Try all cases, and write down how many as it goes."""
    began, failed = time.monotonic(), 0
    for number, case in enumerate(cases, 1):
        with suppress(KeyboardInterrupt):
            for fault in wrong(case):
                print(f"{case.place}, {case.kind}: {fault}", flush=True)
                failed += 1
        if cases is CASES and (number % 50 == 0 or number == len(cases)):
            figures = {
                "builds": number,
                "of": len(CASES),
                "kinds": len(KINDS),
                "places": len(PLACES),
                "faults": failed,
            }
            FIGURES.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
            print(f"{number} of {len(cases)} after {time.monotonic() - began:.0f} s", flush=True)
    forget()
    print(f"{len(cases)} builds, {failed} faults")
    return 1 if failed else 0


def strays(count: int = 100_000) -> int:
    """Build where so many files lie that nobody reads, in each folder, and write down what the worst of these builds took."""
    figures: dict[str, float] = {"files": count, "seconds": 0.0, "MB": 0.0}
    for place in ("content", "content/facts", "content/sources", "seeds", "templates"):
        room = Path(tempfile.mkdtemp(prefix="paths-"))
        root = shutil.copytree(BASE, room / "site-folder")
        (root / place).mkdir(exist_ok=True)
        for number in range(count):
            (root / place / f"stray-{number}.tmp").touch()
        words = [sys.executable, str(ROOT / "build.py"), *WORDS, "--root", str(root)]
        with (room / "said").open("wb") as said:
            child = os.posix_spawn(
                sys.executable, words, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, said.fileno(), 1)]
            )
        _, status, took = os.wait4(child, 0)
        assert os.waitstatus_to_exitcode(status) in (0, 1)
        figures["seconds"] = round(max(figures["seconds"], took.ru_utime + took.ru_stime), 1)
        figures["MB"] = max(figures["MB"], took.ru_maxrss // 1000)
        shutil.rmtree(room)
    print(figures)
    FIGURES.with_name("strays.json").write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["strays"]:
        sys.exit(strays())
    sys.exit(main(few() if sys.argv[1:] == ["few"] else CASES))
