"""Web pages: the article without its furniture, what the page says of itself, hostile markup."""

from pathlib import Path

import pytest

from evidence_board.ingest.draft import Given, Progress, RefusedFile, SourceDraft
from evidence_board.ingest.read import read_many
from tests.ingest.asked import refusal, taken, values

HEAD = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Harwick bridge closed | Harwick Gazette</title>
<meta property="og:title" content="Harwick bridge closed after crack is found">
<meta property="og:site_name" content="Harwick Gazette">
<link rel="canonical" href="https://gazette.example/bridge">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "Harwick Gazette"},
 {"@type": "NewsArticle", "headline": "Harwick bridge closed after crack is found",
  "author": [{"@type": "Person", "name": "Anna Reed"}, {"@type": "Person", "name": "Jo Vale"}],
  "publisher": {"@type": "Organization", "name": "Harwick Gazette"},
  "datePublished": "2023-10-05T00:15:00+13:00", "articleSection": "Local"}]}</script></head>"""
BODY = """<body><div id="cookie-banner">We use cookies. Accept all of them now, please.</div>
<header><nav><a href="/">Home</a> <a href="/n">News</a></nav></header><div class="layout"><div>
<h1>Harwick bridge closed after crack is found</h1><p class="byline">By Anna Reed and Jo Vale</p>
<div class="article-body"><p>HARWICK — The old bridge was closed on <b>Monday</b> after an engineer
found a crack &amp; nobody was told of it.</p>
<figure><img src="x.jpg">
<figcaption>The bridge. Photo: Jo Vale/Harwick Gazette</figcaption></figure>
<p>“It’s a disgrace,” said Ms Reed, who has lived near the bridge for thirty years.</p>
<div class="related"><h3>Related</h3><ul><li><a href="a">Mayor resigns</a></li>
<li><a href="b">Pool opens</a></li><li><a href="c">Dog found</a></li></ul></div>
<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2021</td><td>4,100</td></tr></table>
<blockquote>We shall open it when it is safe, the council wrote in a statement.</blockquote>
<p>The council will meet again on 12 October.<br>Then it decides.</p></div></div>
<aside><p>Most read</p><a href="1">One</a><a href="2">Two</a><a href="3">Three</a></aside></div>
<footer>© 2023 Harwick Gazette. <a href="/p">Privacy</a></footer>
<script>var x = "<p>not me</p>"</script></body></html>"""
PAGE = (HEAD + BODY).encode()
PROSE = "<p>The old bridge of Harwick was closed on Monday after a crack was found in it.</p>"


def test_the_article_is_read_in_its_order_and_its_furniture_left_out() -> None:
    draft = taken("bridge.html", PAGE)
    assert draft.text == (
        "Harwick bridge closed after crack is found\n\nBy Anna Reed and Jo Vale\n\n"
        "HARWICK — The old bridge was closed on Monday after an engineer found a crack & nobody "
        "was told of it.\n\nThe bridge. Photo: Jo Vale/Harwick Gazette\n\n"
        "“It’s a disgrace,” said Ms Reed, who has lived near the bridge for thirty years.\n\n"
        "Year\tCars\n2021\t4,100\n\n"
        "We shall open it when it is safe, the council wrote in a statement.\n\n"
        "The council will meet again on 12 October.\nThen it decides.\n"
    )
    assert draft.original == PAGE
    assert draft.media_type == "text/html"
    assert "UTF-8, as it declares; menus, teasers and scripts left out" in draft.text_method


def test_what_the_page_says_of_itself_is_proposed_with_its_words() -> None:
    draft = taken("bridge.html", PAGE)
    assert values(draft) == {
        "title": "Harwick bridge closed after crack is found",
        "authors": ("Anna Reed", "Jo Vale"),
        "publisher": "Harwick Gazette",
        "published": "2023-10-05",
        "section": "Local",
        "dateline": "HARWICK",
        "language": "en-GB",
        "url": "https://gazette.example/bridge",
    }
    assert draft.fields["title"].basis == "stated"
    assert draft.fields["published"].basis == "header"
    assert draft.fields["published"].words == "datePublished: 2023-10-05T00:15:00+13:00"


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta name="citation_author" content="Reed, Anna">', "authors", ("Reed, Anna",)),
        ('<meta name="author" content="By Anna Reed and Jo Vale">', "authors",
         ("Anna Reed", "Jo Vale")),
        ('<meta name="author" content="admin">', "authors", None),
        ('<meta property="article:author" content="https://x.example/reed">', "authors", None),
        ('<meta name="dc.date" content="2021-03">', "published", "2021-03"),
        ('<meta name="date" content="12/03/2021">', "published", None),
        ('<meta property="article:published_time" content="2999-01-01">', "published", None),
        ('<meta property="article:modified_time" content="2021-03-04">', "published", None),
        ('<meta name="pubdate" content="2021-13-45">', "published", None),
        ('<link rel="canonical" href="javascript:alert(1)">', "url", None),
        ('<link rel="canonical" href="https://gazette.example/">', "url", None),
        ('<meta property="og:url" content="https://gazette.example/a?b=1">', "url",
         "https://gazette.example/a?b=1"),
        ("<title>Home</title>", "title", None),
        ("<title>Bridge of Harwick closed for repair - The Daily Herald</title>", "title",
         "Bridge of Harwick closed for repair"),
        ('<meta property="og:locale" content="en_US">', "language", "en-US"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": [</script>',
         "title", None),
        ('<script type="application/ld+json">' + "[" * 5_000 + "</script>", "title", None),
    ],
)  # fmt: skip
def test_a_head_gives_a_field_or_nothing(head: str, field: str, value: object) -> None:
    page = f"<html><head>{head}</head><body>{PROSE * 3}</body></html>"
    assert values(taken("a.html", page.encode())).get(field) == value


def test_of_several_articles_in_the_linked_data_teasers_are_not_taken() -> None:
    teaser = '{"@type": "NewsArticle", "headline": "Mayor resigns", "datePublished": "2020-01-01"}'
    own = (
        '{"@type": "NewsArticle", "headline": "Bridge closed today", "datePublished": "2021-03-12"}'
    )
    script = f'<script type="application/ld+json">[{teaser}, {own}]</script>'
    page = f"<html><head>{script}</head><body><h1>Bridge closed today</h1>{PROSE * 3}</body></html>"
    assert values(taken("a.html", page.encode()))["published"] == "2021-03-12"
    without = page.replace("<h1>Bridge closed today</h1>", "")
    assert "published" not in values(taken("a.html", without.encode()))


@pytest.mark.parametrize(
    ("encoding", "declared", "told"),
    [
        ("cp1252", '<meta charset="iso-8859-1">', "Western (Windows-1252), as it declares"),
        ("cp1252", '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">',
         "Western (Windows-1252), as it declares"),
        ("cp1252", "", "Western (Windows-1252), found out"),
        ("utf-8", "", "UTF-8, not declared"),
        ("utf-16", '<meta charset="utf-8">', "by its byte order mark"),
        ("utf-8", '<meta charset="utf-16">', "UTF-8, as it declares"),
        ("utf-8", '<meta charset="no-such">', "UTF-8, not declared"),
    ],
)  # fmt: skip
def test_the_encoding_is_found_as_browsers_find_it(encoding: str, declared: str, told: str) -> None:
    words = "“It cost £5 at the café,” the mayor of Harwick said on Monday – and left."
    draft = taken("a.html", f"<html><head>{declared}</head><body><p>{words}".encode(encoding))
    assert words in draft.text
    assert told in draft.text_method


def test_bytes_that_fit_no_character_are_counted_and_many_refuse_the_page() -> None:
    page = b'<html><head><meta charset="utf-8"></head><body>' + PROSE.encode() * 20
    assert "1 bytes that fit no character stand as" in taken("a.html", page + b"\xff").text_method
    assert "fit no character" in refusal("a.html", page + b"\xff\xfe" * 2_000)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "words at the bottom" + "</div>" * 100_000,
        "<font>" * 100_000 + "words at the bottom",
        "<table><tr><td>" * 20_000 + "words at the bottom",
        "<ul><li>" * 50_000 + "words at the bottom",
        "<a " * 200_000 + ">words at the bottom",
        '<a href="' * 100_000 + '">words at the bottom',
        "<p>x" * 200_000 + "words at the bottom",
        "<![CDATA[" * 50_000 + "words at the bottom",
        "<style>" + "a{}" * 500_000 + "</style>words at the bottom",
        "&amp;" * 500_000 + "words at the bottom",
        "<p " + "a=b " * 300_000 + ">words at the bottom",
        "<select>" * 50_000 + "words at the bottom",
    ],
)
def test_hostile_markup_ends_in_words_or_in_one_sentence(markup: str) -> None:
    steps = read_many_of("a.html", f"<html><body><p>words at the top</p>{markup}".encode())
    if isinstance(steps, SourceDraft):
        assert "words at the top" in steps.text
    else:
        assert "\n" not in steps.sentence


def test_no_depth_loses_words() -> None:
    page = "<html><body>" + "<div>" * 50_000 + "words at the bottom" + "</div>" * 50_000
    assert taken("a.html", page.encode()).text == "words at the bottom\n"


def test_nothing_that_a_page_names_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body>'
        f'<p>Words of the page, &x; and no others.</p><object data="file://{secret}"></object>'
        f'<iframe src="file://{secret}"></iframe><img src="//host/share/a.png">'
    )
    assert "secret words" not in taken("a.html", page.encode()).text


def test_a_page_without_words_is_refused() -> None:
    told = refusal("a.html", b"<html><body><script>run()</script></body></html>")
    assert told.startswith("“a.html” holds no words to read.")


def test_a_text_that_is_named_as_a_page_is_read_as_a_text_and_told() -> None:
    draft = taken("a.html", b"Plain words of a report, 3 < 4.\n")
    assert (draft.media_type, draft.text) == ("text/plain", "Plain words of a report, 3 < 4.\n")
    assert "named as a web page but holds a plain text" in draft.remark


def read_many_of(name: str, original: bytes) -> SourceDraft | RefusedFile:
    (one,) = (step for step in read_many([Given(name, original)]) if not isinstance(step, Progress))
    assert isinstance(one, SourceDraft | RefusedFile)
    return one
