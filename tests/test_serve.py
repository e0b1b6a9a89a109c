from __future__ import annotations

import http.client
import os
import threading
from typing import TYPE_CHECKING

import pytest

from factsite.serve import server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[http.client.HTTPConnection]:
    """Serve a small site on a free port, and connect to it."""
    site = tmp_path / "site"
    (site / "claims").mkdir(parents=True)
    (site / "index.html").write_text("<h1>Bridges</h1>")
    (site / "claims/length.html").write_text("<h1>412 metres – “so”</h1>", "utf-8")
    (site / "404.html").write_text("<h1>Page not found</h1>")
    (tmp_path / "secret.txt").write_text("secret")
    with server(site, 0) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        host, port = running.server_address[:2]
        assert host == "127.0.0.1"
        browser = http.client.HTTPConnection("127.0.0.1", port)
        yield browser
        browser.close()
        running.shutdown()
        thread.join()


def get(connection: http.client.HTTPConnection, path: str, method: str = "GET") -> tuple[int, str]:
    """Return status and text of an answer."""
    connection.request(method, path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode("utf-8")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/", "<h1>Bridges</h1>"),
        ("/index.html?x=1", "<h1>Bridges</h1>"),
        ("/claims/length.html", "<h1>412 metres – “so”</h1>"),
    ],
)
def test_pages(connection: http.client.HTTPConnection, path: str, text: str) -> None:
    """A page of the site is served as it is."""
    assert get(connection, path) == (200, text)


@pytest.mark.parametrize("path", ["/nowhere.html", "/claims/", "/claims/nowhere", "/index.html/"])
def test_not_found(connection: http.client.HTTPConnection, path: str) -> None:
    """An address that there is not gets the site's own page for it, and a folder without a page is none."""
    assert get(connection, path) == (404, "<h1>Page not found</h1>")


def test_head(connection: http.client.HTTPConnection) -> None:
    """Asked for the head alone, it sends no page."""
    assert get(connection, "/nowhere.html", "HEAD") == (404, "")


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/claims/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//secret.txt"],
)
def test_nothing_outside_of_the_site(connection: http.client.HTTPConnection, path: str) -> None:
    """No address leads out of the folder."""
    assert get(connection, path) == (404, "<h1>Page not found</h1>")


def test_nothing_can_be_written(connection: http.client.HTTPConnection) -> None:
    """Only reading is understood."""
    assert get(connection, "/index.html", "PUT")[0] == 405


def test_a_site_without_a_page_for_it(tmp_path: Path) -> None:
    """Where the site has no 404.html, the answer is plain and still a 404."""
    with server(tmp_path, 0) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        browser = http.client.HTTPConnection("127.0.0.1", running.server_address[1])
        status, text = get(browser, "/nowhere.html")
        browser.close()
        running.shutdown()
        thread.join()
    assert status == 404
    assert text == "404 Not Found\n"


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    """Two servers cannot have one port."""
    with server(tmp_path, 0) as running, pytest.raises(OSError, match="in use"):
        server(tmp_path, running.server_address[1])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the folder of the site that is served."""
    return tmp_path / "site"


@pytest.mark.parametrize(
    "path", [".factsite", ".gitignore", ".git/config", "claims/.hidden", "claims/%2ehidden"]
)
def test_hidden_files_are_not_shown(connection: http.client.HTTPConnection, site: Path, path: str) -> None:
    """What begins with a point is no page, though it stands in the folder."""
    file = site / path.replace("%2e", ".")
    file.parent.mkdir(exist_ok=True)
    file.write_text("hidden")
    assert get(connection, f"/{path}")[0] == 404


@pytest.mark.parametrize(
    "path", ["out.txt", "out/secret.txt", "twin.html", "around/index.html", "pipe", "gone"]
)
def test_nothing_that_leads_elsewhere_or_is_no_file(
    connection: http.client.HTTPConnection, site: Path, path: str
) -> None:
    """Neither a link nor a pipe is followed, wherever it leads."""
    (site / "out.txt").symlink_to("../secret.txt")
    (site / "out").symlink_to("..")
    (site / "twin.html").symlink_to("index.html")
    (site / "around").symlink_to(".")
    (site / "gone").symlink_to("gone")
    os.mkfifo(site / "pipe")
    assert get(connection, f"/{path}")[0] == 404


def test_a_folder_with_a_page_is_led_to(connection: http.client.HTTPConnection, site: Path) -> None:
    """Without the stroke at its end the page's links would lead astray; the way there names no host."""
    (site / "claims/index.html").write_text("<h1>Claims</h1>")
    connection.request("GET", "/claims")
    answer = connection.getresponse()
    answer.read()
    assert (answer.status, answer.headers["Location"]) == (301, "./claims/")
    assert get(connection, "/claims/") == (200, "<h1>Claims</h1>")


def test_what_a_browser_has_is_not_sent_again(connection: http.client.HTTPConnection, site: Path) -> None:
    """A file is asked for by its content: the same is not sent, another is; a part of it is never asked for."""
    connection.request("GET", "/")
    answer = connection.getresponse()
    answer.read()
    asking = {"If-None-Match": answer.headers["ETag"], "Range": "bytes=0-3"}
    for status, text in ((304, b""), (200, b"<h1>Bridges, again</h1>")):
        connection.request("GET", "/", headers=asking)
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (status, text)
        (site / "index.html").write_text("<h1>Bridges, again</h1>")


def test_the_server_says_nothing_of_the_machine(connection: http.client.HTTPConnection) -> None:
    """No answer names a program, a version or a folder; none lets another site read it."""
    for path in ("/", "/nowhere.html", "/%00"):
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        assert {name.lower() for name in answer.headers}.isdisjoint(
            {"server", "access-control-allow-origin", "set-cookie"}
        )
