"""Documents to import whose values, references and bytes were made to do harm."""

import base64
import hashlib
import json
from collections.abc import Callable

from tests.endure.hostile_case import Case, whole

VALUES = "documents with odd values"
RINGS = "documents that lead in rings"
BYTES = "documents whose bytes lie"
MANY = "documents without end"
_FORMAT = "evidence-board/1"
_PROJECT = {"id": "p", "title": "T", "question": "", "scale": "icd203", "tlp": "TLP:AMBER"}
Plain = dict[str, object]


def _document(**lists: object) -> bytes:
    return json.dumps({"format": _FORMAT, "project": _PROJECT} | lists).encode()


def _claim(place: int = 1, /, **fields: object) -> Plain:
    return {"id": f"c{place}", "text": "A claim", "kind": "judgement"} | fields


def _source(place: int = 1, /, **fields: object) -> Plain:
    return {"id": f"s{place}", "title": "A source"} | fields


def _card(**fields: object) -> bytes:
    board = {"id": "b", "title": "B"}
    card = {"id": "k", "board": "b", "record": "c1", "x": 0.0, "y": 0.0} | fields
    return _document(claims=[_claim()], boards=[board], cards=[card])


def _raw_card(value: str) -> bytes:
    """Return a document with a card whose place is this, letter by letter."""
    return _card(x="@").replace(b'"@"', value.encode())


def _capture(content: bytes, text: bytes, **fields: object) -> bytes:
    """Return a document with a source, its capture and the bytes of that."""
    held = {hashlib.sha256(one).hexdigest(): one for one in (content, text)}
    capture = {
        **{"id": "k", "source": "s1", "file_name": "a.txt", "media_type": "text/plain"},
        **{"size": len(content), "sha256": hashlib.sha256(content).hexdigest()},
        **{"captured_at": "2026-01-01T00:00:00Z", "text_method": "UTF-8"},
        "text_sha256": hashlib.sha256(text).hexdigest(),
        "text_length": len(text.decode(errors="replace")),
    }
    packed = [
        {"sha256": digest, "size": len(one), "base64": base64.b64encode(one).decode()}
        for digest, one in held.items()
    ]
    return _document(sources=[_source()], captures=[capture | fields], attachments=packed)


def _ring(count: int) -> bytes:
    """Return claims that negate each other, the last the first."""
    return _document(claims=[_claim(n, negates=f"c{(n + 1) % count}") for n in range(count)])


def _links_on_links(count: int) -> bytes:
    links = [
        {"id": f"l{n}", "from": "c1", "to": f"l{(n + 1) % count}", "type": "undercuts"}
        for n in range(count)
    ]
    return _document(claims=[_claim()], links=links)


def _citations(count: int) -> bytes:
    """Return sources of which each cites the next, the last the first."""
    citations = [
        {"id": f"t{n}", "from": f"s{n}", "to": f"s{(n + 1) % count}", "type": "quotes"}
        for n in range(count)
    ]
    return _document(sources=[_source(n) for n in range(count)], citations=citations)


def _chain(count: int) -> bytes:
    chain = [f"s{n % 3}" for n in range(count)]
    assertion = {"id": "a", "claim": "c1", "source": "s0", "chain": chain}
    return _document(
        claims=[_claim()], sources=[_source(n) for n in range(3)], assertions=[assertion]
    )


def _of(
    threat: str,
    name: str,
    content: bytes | Callable[[], bytes],
    *,
    accept: bool = False,
    slow: bool = False,
) -> Case:
    verdict = "either" if accept else "refused"
    return Case(threat, name, whole(content), verdict, "document", "in.json", slow=slow)  # type: ignore[arg-type]  # one of the two words


CASES = (
    *(
        _of(VALUES, f"a card at {value[:24]}", _raw_card(value))
        for value in ("1e999", "-1e999", "NaN", "9" * 400, "9" * 4_000, "true", "null", '"1"', "[]")
    ),
    _of(VALUES, "a card next to nothing", _raw_card("5e-324"), accept=True),
    _of(VALUES, "a card below zero without a number", _raw_card("-0.0"), accept=True),
    _of(VALUES, "a card at 1e308", _raw_card("1e308")),
    _of(VALUES, "a number of 64 bits", _document(claims=[_claim(number=2**64)])),
    _of(VALUES, "a number below zero", _document(claims=[_claim(number=-1)])),
    _of(VALUES, "a number with a fraction", _document(claims=[_claim(number=1.5)])),
    _of(VALUES, "truth for a number", _document(claims=[_claim(number=True)])),
    _of(
        VALUES,
        "the greatest number, twice",
        _document(claims=[_claim(n, number=2**53 - 1) for n in (1, 2)]),
        accept=True,
    ),
    _of(VALUES, "text for a truth", _document(notes=[{"id": "n", "text": "x", "private": "no"}])),
    *(
        _of(VALUES, f"the id {id!r}"[:40], _document(claims=[_claim(id=id)]))
        for id in (
            "",
            "x" * 65,
            "a\nb",
            "a b",
            "\u202e",
            "a/b",
            "a\0b",
            "é",
            "a'; DROP TABLE claim;--",
        )
    ),
    *(
        _of(VALUES, f"the date {date!r}"[:40], _document(claims=[_claim(event=date)]))
        for date in (
            *("Y170000000000000002", "2020-13-45", "9" * 2_000, "2020/2019/2018", "../..", "%"),
            *("{" + "2020..2021," * 20_000 + "}", "[1..9999999999]", "2020-02-30", "-0000000"),
        )
    ),
    _of(VALUES, "a range that falls", _document(claims=[_claim(likelihood_range=[90.0, 10.0])])),
    _of(VALUES, "a range of nothing", _document(claims=[_claim(likelihood_range=[])])),
    _of(
        VALUES, "a field twice", b'{"format": "x", ' + _document(claims=[_claim()])[1:], accept=True
    ),
    _of(
        VALUES,
        "a mark of order in front",
        b"\xef\xbb\xbf" + _document(claims=[_claim()]),
        accept=True,
    ),
    _of(VALUES, "rubbish behind", _document(claims=[_claim()]) + b"\0\0{"),
    _of(VALUES, "UTF-32", _document(claims=[_claim()]).decode().encode("utf-32"), accept=True),
    _of(
        VALUES,
        "links that run something",
        _document(
            sources=[
                _source(n, url=url)
                for n, url in enumerate(
                    (
                        *("javascript:alert(1)", "file:///etc/passwd", "\\\\host.invalid\\share"),
                        *("smb://host.invalid/x", "ms-msdt:/id", "http://good@host.invalid/"),
                    )
                )
            ]
        ),
        accept=True,
    ),
    _of(
        VALUES,
        "words that are code elsewhere",
        _document(
            claims=[
                _claim(n, text=text)
                for n, text in enumerate(
                    (
                        *(
                            '#read("secret.txt")',
                            '#import "@preview/x:0.1.0": *',
                            "=cmd|'/c calc'!A0",
                        ),
                        *("<script>x()</script>", "{{7*7}}", "\\input{/etc/passwd}", "${jndi:x}"),
                        *(
                            "%s%s%n",
                            "\x1b]0;owned\x07",
                            "\u202etxt.exe\u2066",
                            "w\u200b\u2060\ufeff",
                        ),
                    )
                )
            ]
        ),
        accept=True,
    ),
    _of(RINGS, "two claims that negate each other", _ring(2), accept=True),
    _of(RINGS, "3,000 claims in a ring", _ring(3_000), accept=True),
    _of(RINGS, "two links on each other", _links_on_links(2)),
    _of(RINGS, "2,000 links on each other", _links_on_links(2_000)),
    _of(RINGS, "a link on itself", _links_on_links(1)),
    _of(RINGS, "two sources that cite each other", _citations(2), accept=True),
    _of(RINGS, "3,000 sources that cite in a ring", _citations(3_000), accept=True),
    _of(RINGS, "a chain that turns for ever", _chain(3_000), accept=True),
    _of(BYTES, "a size that is a lie", _capture(b"words", b"words", size=2**40)),
    _of(BYTES, "a length that is a lie", _capture(b"words", b"words", text_length=2**40)),
    _of(BYTES, "a text of no UTF-8", _capture(b"words", b"\xff\xfe", text_length=2)),
    _of(BYTES, "bytes that are missing", _capture(b"words", b"words", sha256="0" * 64)),
    _of(BYTES, "a digest that is a path", _capture(b"words", b"words", sha256="../../etc/passwd")),
    _of(
        BYTES,
        "a name that is a path",
        _capture(b"w", b"w", file_name="../../x\n\x1b[2J"),
        accept=True,
    ),
    _of(BYTES, "a name with a zero character", _capture(b"w", b"w", file_name="a\0b")),
    _of(
        BYTES,
        "a picture that is none, and large",
        _capture(b"w", b"", media_type="image/png", remark="PNG, 999999999 × 999999999 px"),
        accept=True,
    ),
    _of(BYTES, "a file of 70 MB", lambda: _capture(bytes(70_000_000), b"w")),
    _of(
        BYTES,
        "an excerpt of other words",
        lambda: json.dumps(
            json.loads(_capture(b"words", b"words"))
            | {"excerpts": [{"id": "x", "source": "s1", "start": 0, "end": 5, "exact": "other"}]}
        ).encode(),
    ),
    _of(
        MANY,
        "5,000 claims",
        lambda: _document(claims=list(map(_claim, range(5_000)))),
        accept=True,
    ),
    _of(MANY, "a million empty claims", lambda: _document(claims=[{}] * 1_000_000)),
    _of(MANY, "a million numbers for claims", lambda: _document(claims=list(range(1_000_000)))),
    _of(MANY, "a million claims of one id", lambda: _document(claims=[_claim()] * 1_000_000)),
    _of(
        MANY,
        "100,000 unknown lists",
        lambda: _document(**{f"x{n}": [] for n in range(10**6)}),
        accept=True,
    ),
    _of(
        MANY,
        "a million authors",
        lambda: _document(sources=[_source(authors=["A"] * 10**6)]),
        accept=True,
    ),
    _of(
        MANY,
        "a quantity of 100,000 parts",
        lambda: _document(claims=[_claim(quantity={f"n{n}": 1 for n in range(10**5)})]),
    ),
    _of(MANY, "a place of 50 MB", lambda: _document(claims=[_claim(place="x" * 50_000_000)])),
)
"""All of them; a document is imported into a good project."""
