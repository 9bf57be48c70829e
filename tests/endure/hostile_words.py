"""Project files with words that are code, or a link, somewhere else; a brief is made of each."""

from tests.endure.hostile_case import Case, Spoil, in_turn, sql

CODE = "template injection"
LINKS = "links javascript:, file:, UNC, smb:"
MARKS = "bidi, zero width, look-alike names"
_EVERYWHERE = (
    ("claim", "text"),
    ("claim", "reason"),
    ("source", "title"),
    ("source", "publisher"),
    ("project", "title"),
    ("project", "question"),
    ("note", "text"),
    ("capture", "file_name"),
)


def _said(words: str) -> Spoil:
    """Let every text of a person say this, and be a key judgement."""
    quoted = words.replace("'", "''")
    told = [f"UPDATE {table} SET {field} = '{quoted}'" for table, field in _EVERYWHERE]
    judged = "UPDATE claim SET kind = 'judgement', rank = number, confidence = 'low'"
    return sql(*told, judged)


def _linked(url: str) -> Spoil:
    quoted = url.replace("'", "''")
    return in_turn(
        sql(f"UPDATE source SET url = '{quoted}'", f"UPDATE capture SET address = '{quoted}'"),
        _said(f"See {url} for it."),
    )


CASES = (
    *(
        Case(CODE, words[:40], _said(words), "either", pressed=True)
        for words in (
            '#read("secret.txt")',
            '#image("secret.txt")',
            '#import "@preview/cetz:0.1.0": *',
            '#let x = "a" * 1000; #for i in range(1000000000) [#x]',
            "]#panic()[",
            "$ integral $ `raw` *bold* _it_ @label <label> = Heading",
            '#eval("1")',
            "<script>fetch('http://host.invalid')</script><img src=secret.txt>",
            "{{7*7}} ${7*7} <%= 7 %> \\input{/etc/passwd}",
            "=cmd|'/c calc'!A0",
        )
    ),
    *(
        Case(LINKS, url[:40], _linked(url), "either", pressed=True)
        for url in (
            "javascript:alert(1)",
            " javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "file:///etc/passwd",
            "//host.invalid/share",
            "\\\\host.invalid\\share",
            "smb://host.invalid/share",
            "data:text/html,<script>x()</script>",
            "ms-msdt:/id",
            "http://good.example@host.invalid/",
            "https://host.invalid/) /S /JavaScript /JS (x",
            "https://xn--80ak6aa92e.example/\u202e",
        )
    ),
    *(
        Case(MARKS, name, _said(words), "either", pressed=True)
        for name, words in (
            ("words that run the other way", "\u202etxt.exe\u2066\u2067 words"),
            ("words of no width", "w\u200b\u2060o\ufeffrds"),
            ("letters that look alike", "\u0430pple.com p\u0430ypal"),
            ("marks on marks", "Z" + "\u0301" * 5_000),
            ("1,900 letters without a gap", "x" * 1_900),
            ("no letters at all", "\ufffe\uffff\U0010ffff"),
            ("pictures of families", "\U0001f469\u200d\U0001f467" * 300),
            ("lines and sheets", "a\u2028b\u2029c\x0b\x0c\x85d"),
            ("escapes for a terminal", "\x1b]0;owned\x07\x1b[2J"),
        )
    ),
)
"""All of them; each is made of a good project."""
