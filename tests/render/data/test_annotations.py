from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

from tests.built import EXAMPLE, HARBOUR, RIVERS, ROOT, Built, built

MOTIVATIONS = {"assessing", "describing", "linking", "tagging"}
FOLDERS = (ROOT, RIVERS, HARBOUR, EXAMPLE)


def items(files: Built) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files["data/annotations.jsonld"])["first"]["items"]
    return found


def test_the_collection_is_by_the_model(files: Built) -> None:
    """It has the context, its type, and as many annotations as it says, each with its own id, a body and a target."""
    whole = json.loads(files["data/annotations.jsonld"])
    assert (whole["@context"], whole["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection")
    assert whole["first"]["type"] == "AnnotationPage"
    assert whole["first"]["partOf"] == whole["id"]
    assert whole["total"] == len(items(files)) == files["data/evidence.csv"].count(b"\r\n") - 1
    assert len({item["id"] for item in items(files)}) == whole["total"]
    for item in items(files):
        assert set(item) == {"id", "type", "motivation", "body", "target"}
        assert (item["type"], item["motivation"]) == ("Annotation", "linking")
        assert all(body["purpose"] in MOTIVATIONS for body in item["body"])
        assert {body["value"] for body in item["body"] if body["purpose"] == "tagging"} <= {
            "supports",
            "refutes",
            "context",
        }
        assert item["target"]
        for target in item["target"]:
            assert set(target) == {"type", "source", "selector"}


def test_every_selector_finds_the_words_in_the_very_bytes(files: Built) -> None:
    """Position and line lead to the quotation in the text of that digest, and the words around it stand there too."""
    texts = {}
    for path in (path for folder in FOLDERS for path in (folder / "seeds").iterdir()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).decode().rstrip("=")
        texts[f"ni:///sha-256;{digest}"] = path.read_bytes().decode("utf-8")
    checked = 0
    for item in items(files):
        for target in item["target"]:
            if not isinstance(target["source"], dict):
                assert set(target["selector"]) == {"type", "exact", "prefix", "suffix"}
                continue
            text = texts[target["source"]["id"]]
            quote, position, fragment = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"] != ""
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            assert fragment["conformsTo"] == "http://tools.ietf.org/rfc/rfc5147"
            before, after = (int(number) for number in fragment["value"].removeprefix("line=").split(","))
            assert after == before + 1
            assert quote["exact"] in text.split("\n")[before]
            checked += 1
    assert checked


def test_no_words_are_given_that_the_pages_do_not_print() -> None:
    """Of a source that is shown in part, words before and after a quotation are those of the cited line."""
    files = built(RIVERS)
    page = re.sub(r"<[^>]*>", "", files["sources/almanac.html"].decode())
    given = files["data/annotations.jsonld"].decode()
    for hidden in ("Rivers of the north",):
        assert hidden not in page
        assert hidden not in given
        assert hidden not in files["data/manifest.json"].decode()


def test_addresses_are_relative_where_there_is_no_base_address() -> None:
    """From the file's own place they lead to the pages."""
    [body, *_] = items(built(ROOT))[0]["body"]
    assert body["source"] == "../claims/against-the-west.html"
