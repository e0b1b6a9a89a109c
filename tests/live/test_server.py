"""What a browser on this machine is shown of a site that is being written, and what nobody else is."""

from __future__ import annotations

import http.client
import json
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from factsite.live.inserted import live
from factsite.live.server import STREAMS, Show, server
from tests.answering.browsers import all_at_once
from tests.live.test_workshop import Folder, fact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factsite.live.workshop import Workshop


class Browser:
    """Asks the server of a site folder."""

    def __init__(self, folder: Folder, workshop: Workshop, port: int) -> None:
        self.folder, self.workshop, self.port = folder, workshop, port

    def ask(self, path: str, host: str | None = None, method: str = "GET") -> http.client.HTTPResponse:
        """Return the answer, from which nothing was read yet."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, headers={"Host": host} if host else {})
        return connection.getresponse()

    def get(self, path: str, host: str | None = None) -> tuple[int, str]:
        """Return status and text of an answer."""
        with self.ask(path, host) as answer:
            return answer.status, answer.read().decode("utf-8")

    def version(self, path: str) -> str:
        """Return the version of a page."""
        return self.get(path)[1].split('data-version="')[1].split('"')[0]


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    """Serve a small site that nobody edited yet."""
    folder = Folder(tmp_path)
    workshop = folder.workshop()
    folder.refresh(workshop)
    show = Show(workshop)
    show.found({"search/index.bin": b"search"})
    with server(show, 0) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield Browser(folder, workshop, running.server_address[1])
        running.shutdown()
        thread.join()


def event(answer: http.client.HTTPResponse) -> tuple[str, str]:
    """Return the next event: its name and what it says."""
    name = ""
    while line := answer.readline().decode("utf-8").rstrip("\n"):
        field, _, words = line.partition(": ")
        name = words if field == "event" else name
        if field in ("data", "data:"):
            answer.readline()
            return name, words
    return event(answer)


def test_a_page_is_that_of_the_site_and_listens(browser: Browser) -> None:
    """Nothing is added to a page but a script of this machine, and leave for it to listen."""
    status, text = browser.get("/claims/day.html")
    assert browser.workshop.state.pages is not None
    made = browser.workshop.state.pages.get("claims/day.html")
    assert made is not None
    assert status == 200
    assert live(made, "claims/day.html", browser.version("/claims/day.html")).decode() == text
    lines = [line for line in text.splitlines() if line not in made.decode().splitlines()]
    assert len(lines) == 2
    assert "trusted-types 'none'; connect-src 'self'\">" in lines[0]
    assert lines[1].startswith(
        '<script src="/.factsite/live.js" defer data-page="claims/day.html" data-version="'
    )


def test_a_policy_that_lets_listen_already_is_left_alone() -> None:
    """The search page asks the server as it is."""
    page = b'<head><meta http-equiv="Content-Security-Policy" content="connect-src \'self\'; x"></head>'
    assert live(page, "", "1").startswith(page.removesuffix(b"</head>"))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/sources/?x=1", "text/html; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml; charset=utf-8"),
        ("/claims/day.json", "application/json; charset=utf-8"),
        ("/data/claims.json", "application/json; charset=utf-8"),
        ("/search/index.bin", "application/octet-stream"),
        ("/.factsite/live.js", "text/javascript; charset=utf-8"),
        ("/.factsite/live.css", "text/css; charset=utf-8"),
    ],
)
def test_everything_of_the_site_is_there(browser: Browser, path: str, kind: str) -> None:
    """Each file has its type, and none is kept by the browser."""
    with browser.ask(path) as answer:
        assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere.html", "/claims/nowhere.html", "/claims", "/search/nowhere", "/.factsite/server.py", "/favicon.ico",
        "/../content/site.yaml", "/content/site.yaml", "/%2e%2e/seeds/courier.txt", "//etc/passwd", "/.factsite/../live.js",
    ],
)  # fmt: skip
def test_nothing_else_is(browser: Browser, path: str) -> None:
    """What is no page of the site gets the site's own page for that, which listens too."""
    status, text = browser.get(path)
    assert status == 404
    assert "Page not found" in text or path.startswith("/search/")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{}", "localhost", "127.0.0.1:1", "localhost.evil:{}"]
)
def test_other_names_are_refused(browser: Browser, host: str) -> None:
    """A page elsewhere whose name was made to lead here is told nothing."""
    assert browser.get("/", host.format(browser.port))[0] == 421


@pytest.mark.parametrize("host", ["localhost:{}", "LOCALHOST:{}", "127.0.0.1:{}", "[::1]:{}"])
def test_the_names_of_this_machine_are_not(browser: Browser, host: str) -> None:
    """Every name that leads to oneself does."""
    assert browser.get("/", host.format(browser.port))[0] == 200


def test_a_page_is_told_of_faults_and_of_changes(browser: Browser) -> None:
    """A fault is told and taken back without a change of the page; new words are a change of the page."""
    version = browser.version("/claims/day.html")
    with browser.ask(f"/.factsite/events?page=claims/day.html&version={version}") as listening:
        assert json.loads(event(listening)[1])["faults"] == []
        browser.folder.change(fact("day"), "verdict: supported", "verdict: supportet")
        browser.folder.refresh(browser.workshop)
        name, words = event(listening)
        assert (name, json.loads(words)) == (
            "faults",
            {
                "folder": browser.folder.path.resolve().as_posix(),
                "errors": 1,
                "warnings": 0,
                "faults": [
                    {
                        "severity": "error", "rule": "unknown-verdict", "message": "`supportet` is none of the verdicts",
                        "help": "did you mean `supported`?", "place": "content/facts/day.yaml:2:10", "also": [],
                    }
                ],
            },
        )  # fmt: skip
        browser.folder.restore(fact("day"))
        browser.folder.refresh(browser.workshop)
        assert json.loads(event(listening)[1])["faults"] == []
        browser.folder.change(fact("day"), "summary: ", "summary: Now ")
        browser.folder.refresh(browser.workshop)
        assert event(listening)[0] == "changed"
        assert listening.read() == b""


def test_a_page_of_before_is_told_at_once(browser: Browser) -> None:
    """Where the server was started anew meanwhile, or the page is gone, it is opened again."""
    with browser.ask("/.factsite/events?page=claims/day.html&version=other") as listening:
        assert [event(listening)[0], event(listening)[0]] == ["faults", "changed"]


def test_a_claim_without_a_page_shows_its_faults(browser: Browser) -> None:
    """The faults stand where the page will be, escaped."""
    browser.folder.write(fact("new"), "claim: It rained.\n<b>: 1\n")
    browser.folder.refresh(browser.workshop)
    status, text = browser.get("/claims/new.html")
    assert status == 200
    assert "<h1>The claim new has no page yet</h1>" in text
    assert "content/facts/new.yaml:2:1: error[unknown-key]" in text
    assert "<b>" not in text


def test_a_head_is_a_page_without_its_content(browser: Browser) -> None:
    """Asked for the head alone, it sends no page."""
    with browser.ask("/claims/day.html", method="HEAD") as answer:
        assert (answer.status, answer.read()) == (200, b"")


def test_two_hundred_at_once_while_the_site_is_made_anew(browser: Browser) -> None:
    """With fifty pages listening and a file saved again and again, everybody gets a page whole, as it is before or after a save."""
    paths = [f"claims/{name}" for name in ("day.html", "boats.html", "ashore.html", "day.json")]
    states: set[bytes] = set()
    ended = threading.Event()

    def saving() -> None:
        while not ended.is_set():
            browser.folder.change(fact("day"), "summary: ", "summary: Now ")
            browser.folder.refresh(browser.workshop)
            browser.folder.restore(fact("day"))
            browser.folder.refresh(browser.workshop)

    def whole_ones() -> None:
        states.update(all_at_once(browser.port, paths))

    whole_ones()
    browser.folder.change(fact("day"), "summary: ", "summary: Now ")
    browser.folder.refresh(browser.workshop)
    whole_ones()
    browser.folder.restore(fact("day"))
    browser.folder.refresh(browser.workshop)
    version = browser.version("/claims/boats.html")
    asking = f"/.factsite/events?page=claims/boats.html&version={version}"
    with ExitStack() as stack:
        listening = [stack.enter_context(browser.ask(asking)) for _ in range(50)]
        editor = threading.Thread(target=saving)
        editor.start()
        try:
            answers = all_at_once(browser.port, paths * 50)
        finally:
            ended.set()
            editor.join()
        assert set(answers) <= states
        assert [event(one)[0] for one in listening] == ["faults"] * 50


def test_more_than_there_is_room_for_do_not_listen(browser: Browser) -> None:
    """Pages that listen leave room for answers; one that leaves gives its place back."""
    browser.folder.refresh(browser.workshop)
    asking = "/.factsite/events?page=index.html&version=other"  # told at once that it changed, and left
    for _ in range(STREAMS + 10):
        with browser.ask(asking) as listening:
            assert (listening.status, listening.read()[:6]) == (200, b"retry:")
    version = browser.version("/index.html")
    asking = f"/.factsite/events?page=index.html&version={version}"
    with ExitStack() as stack:
        for _ in range(STREAMS):
            assert stack.enter_context(browser.ask(asking)).status == 200
        assert stack.enter_context(browser.ask(asking)).status == 503
        assert browser.get("/index.html")[0] == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    "path", ["/.factsite/events?page=index.html&version=x", "/data/claims.json", "/index.html"]
)
def test_a_page_elsewhere_is_told_nothing(browser: Browser, path: str, site: str) -> None:
    """Neither faults nor drafts are loaded into a page of another host, or of another port of this one."""
    connection = http.client.HTTPConnection("127.0.0.1", browser.port)
    connection.request("GET", path, headers={"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "cors"})
    with connection.getresponse() as answer:
        assert answer.status == 403
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
