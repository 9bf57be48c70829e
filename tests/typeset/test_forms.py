"""The same brief as HTML, Markdown and DOCX: complete, linked, harmless, the same each time."""

import io
import re
import zipfile
from dataclasses import asdict
from itertools import pairwise

import pytest
from lxml import etree

from evidence_board.brief.content import PARTS, Brief, build
from evidence_board.brief.crops import size_of
from evidence_board.typeset.flow.parts import FLOWS, blocks_of
from evidence_board.typeset.forms import FORMS, made
from tests.brief.harbour import AT, CLAIMS, PROJECT, TEXTS, Held, harbour
from tests.brief.test_content import texts
from tests.typeset.forms import Page, W, read_docx, read_html, read_markdown
from tests.typeset.test_pdf import HOSTILE, hostile

WITHOUT_PAGES = [form.name for form in FORMS if form.name != "pdf"]


def brief(held: Held | None = None) -> Brief:
    return build(held or harbour(), at=AT)


def read(form: str, held: Held | None = None) -> Page:
    content = made(form, brief(held))
    if form == "html":
        return read_html(content)[0]
    return read_markdown(content)[0] if form == "md" else read_docx(content)


def test_every_part_of_a_brief_has_blocks() -> None:
    assert set(FLOWS) == {name for name, _ in PARTS}


@pytest.mark.parametrize("name", [name for name, _ in PARTS if name != "pictures"])
@pytest.mark.parametrize("form", WITHOUT_PAGES)
def test_every_form_has_the_words_of_every_part(form: str, name: str) -> None:
    page = shown(form)
    part = brief().part(name)
    assert part is not None
    for text in told_in(name, asdict(part)):
        assert " ".join(text.split()) in page.words, text


_PAGES: dict[str, Page] = {}


def shown(form: str) -> Page:
    if form not in _PAGES:
        _PAGES[form] = read(form)
    return _PAGES[form]


_NOT_WORDS = {
    *("anchor", "to", "state", "kind", "weight", "look", "sign", "colour", "word", "record_id"),
    *("hash", "excerpt", "letter", "digit", "severity", "standing", "heading", "sentence"),
    *("alt", "caption"),  # of drawings, which a form may have as a table
    *("origins_sentence", "confidence_sentence", "lead", "tail"),  # not of every claim, or in parts
}


def told_in(name: str, value: object) -> list[str]:
    """Return the longer texts of a part that a reader is to see; a figure has its own tests."""
    if name in ("boards", "lineage"):
        return []
    found: list[str] = []
    ahead = [value]
    while ahead:
        one = ahead.pop()
        if isinstance(one, dict):
            for key, held in one.items():
                if isinstance(held, str):
                    found += [held] if key not in _NOT_WORDS and len(held) > 12 else []
                else:
                    ahead.append(held)
        elif isinstance(one, list | tuple):
            ahead += [part for part in one if not isinstance(part, str)]
    return found


@pytest.mark.parametrize("form", WITHOUT_PAGES)
def test_links_lead_from_claims_to_words_to_sources_and_back(form: str) -> None:
    page = shown(form)
    assert page.aims
    assert {aim.removeprefix("#") for aim in page.aims} <= page.places
    assert all(aim.startswith("#") for aim in page.aims)
    if form != "docx":  # there the names are short, for Word allows no long ones
        for claim in CLAIMS:
            assert f"#claim-{claim.id}" in page.aims
        assert {"#endnote-1", "#source-gazette", "#original-source-gazette"} <= page.aims


@pytest.mark.parametrize("form", WITHOUT_PAGES)
def test_the_same_brief_gives_the_same_bytes(form: str) -> None:
    assert made(form, brief()) == made(form, brief())


@pytest.mark.parametrize("form", WITHOUT_PAGES)
def test_the_marking_stands_at_the_top_and_at_the_foot(form: str) -> None:
    content = made(form, brief())
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in ("word/header.xml", "word/footer.xml"):
                root = etree.fromstring(archive.read(name))
                run = next(
                    one for one in root.iter(f"{W}r") if "TLP:RED" in "".join(one.itertext())
                )
                assert int(run.find(f"{W}rPr/{W}sz").get(f"{W}val")) >= 24  # 12 pt
        return
    page = read_html(content)[0] if form == "html" else read_markdown(content)[0]
    assert page.words.endswith("TLP:RED")
    assert page.words.count("TLP:RED") >= 2
    assert "For the named recipients only." in page.words[:400]


@pytest.mark.parametrize("form", WITHOUT_PAGES)
def test_hostile_texts_stay_text(form: str) -> None:
    words = f"<script>alert(1)</script> <img src=x onerror=1> ![a](http://b.c) {HOSTILE} \"'>&lt;"
    words += "\n# x\n\n- y\n\n    z\n1. q\n| a | b |\n|---|---|\n<!-- c -->\n[r]: http://d.e\n==="
    content = made(form, brief(hostile(words)))
    page = read_docx(content) if form == "docx" else None
    if page is None:
        page, reader = read_html(content) if form == "html" else read_markdown(content)
        allowed = {"a", "p", "h1", "h2", "h3", "table", "thead", "tbody", "tr", "th", "td", "br"}
        allowed |= {"strong", "em", "ul", "li", "blockquote", "hr", "html", "head", "body", "meta"}
        allowed |= {"title", "style", "header", "footer", "main", "span", "b", "code", "nav", "ol"}
        allowed |= {"bdi", "dl", "dt", "dd", "div", "caption", "colgroup", "col", "svg", "symbol"}
        allowed |= {"path", "rect", "circle", "line", "g", "use", "text", "figure", "figcaption"}
        allowed |= {"ellipse", "polyline", "polygon"}
        assert reader.tags <= allowed
        assert not [name for name, _ in reader.attributes if name.startswith("on")]
    assert all(aim.startswith("#") for aim in page.aims)
    assert "<script>alert(1)</script> <img src=x onerror=1> ![a](http://b.c)" in page.words
    assert "*x* #panic() $a$ \\ @ref <l> `raw` = head // c /* - + [a](b)" in page.words
    for name in ("U+202E", "U+200B", "U+E000"):
        assert f"[{name}]" in page.words
    assert "Characters that would hide or turn text are printed as their number" in page.words
    assert "\u202e" not in page.words


def test_html_runs_nothing_and_asks_nothing_of_another_place() -> None:
    content = made("html", brief())
    _, reader = read_html(content)
    assert not {"script", "link", "iframe", "object", "embed", "img", "form"} & reader.tags
    for name, value in reader.attributes:
        assert name not in ("src", "srcset", "action", "style", "data"), name
        assert not re.match(r"(https?|javascript|data|file):", value), value
    assert b"url(" not in content
    assert b"@import" not in content
    assert b"default-src 'none'; style-src 'sha256-" in content


def test_html_has_each_place_once_and_a_list_of_its_parts() -> None:
    _, reader = read_html(made("html", brief()))
    assert len(reader.places) == len(set(reader.places))
    assert {"#part-2", "#part-3"} <= set(reader.aims)
    assert "nav" in reader.tags


def test_cards_of_the_figure_lead_to_their_claims_in_html() -> None:
    content = made("html", brief()).decode()
    figure = content[content.rindex("<figure") : content.rindex("</figure>")]
    assert 'href="#claim-answer"' in figure
    assert "Board “Harbour”: 10 cards" in figure  # in words, for who cannot see it
    assert "secret" not in content


def test_a_figure_is_a_list_in_markdown_and_a_picture_with_words_in_docx() -> None:
    text = made("md", brief()).decode()
    assert "- [C3](#claim-answer) claim: The crane was at work in March 2025" in text.replace(
        "\\", ""
    )
    with zipfile.ZipFile(io.BytesIO(made("docx", brief()))) as archive:
        assert archive.read("word/media/figure1.png").startswith(b"\x89PNG")
        assert "C1 supports C3." in archive.read("word/document.xml").decode()


def test_the_properties_of_a_docx_hold_title_and_marking_only() -> None:
    with zipfile.ZipFile(io.BytesIO(made("docx", brief()))) as archive:
        core = etree.fromstring(archive.read("docProps/core.xml"))
        told = {etree.QName(one).localname: one.text for one in core}
        assert told == {"title": PROJECT.title, "keywords": "TLP:RED"}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_in_a_docx_no_drawing_is_larger_than_in_the_pdf_and_no_heading_is_left_alone() -> None:
    with zipfile.ZipFile(io.BytesIO(made("docx", brief()))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        names = [name for name in archive.namelist() if name.endswith(".png")]
        sizes = [size_of(archive.read(name)) for name in names]
    extents = [one for one in body.iter() if one.tag.endswith("}extent")]
    assert len(extents) == len(sizes) > 1
    for (across, _), extent in zip(sizes, extents, strict=True):
        assert int(extent.get("cx")) / 12_700 <= across * 72 / 160 + 0.01
    beneath = [after for one, after in pairwise(body[0]) if style_of(one).startswith("Heading")]
    texts = [one for one in beneath if style_of(one) in ("Normal", "Lead", "Quiet")]
    assert len(texts) > 10
    assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in texts)


def style_of(block: etree._Element) -> str:
    """Return the style of a paragraph with text in it; nothing of a table or a picture."""
    if block.tag != f"{W}p" or not list(block.iter(f"{W}t")):
        return ""
    style = block.find(f"{W}pPr/{W}pStyle")
    return "Normal" if style is None else str(style.get(f"{W}val"))


def test_a_docx_has_real_headings_and_tables_with_heads() -> None:
    with zipfile.ZipFile(io.BytesIO(made("docx", brief()))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    styles = [one.get(f"{W}val") for one in body.iter(f"{W}pStyle")]
    assert styles.count("Title") == 1
    assert {"Heading1", "Heading2", "Heading3"} <= set(styles)
    ruled = [one for one in body.iter(f"{W}tbl") if one.find(f"{W}tblPr/{W}tblStyle") is not None]
    assert ruled
    assert all(len(list(table.iter(f"{W}tblHeader"))) == 1 for table in ruled)


@pytest.mark.parametrize("form", WITHOUT_PAGES)
def test_words_of_other_scripts_run_their_own_way(form: str) -> None:
    arabic = CLAIMS[0].replace(text="توقفت الرافعة في مارس")
    content = made(form, brief(harbour().but(arabic)))
    if form == "docx":
        body = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
        runs = [one for one in body.iter(f"{W}r") if "الرافعة" in "".join(one.itertext())]
        assert runs
        assert all(one.find(f"{W}rPr/{W}rtl") is not None for one in runs[:2])
    elif form == "html":
        assert "<bdi>توقفت الرافعة في مارس" in content.decode()
    else:
        assert "توقفت الرافعة في مارس" in content.decode()


@pytest.mark.parametrize("form", WITHOUT_PAGES)
def test_a_project_with_nothing_in_it_has_every_form(form: str) -> None:
    page = read(form, Held(PROJECT.replace(title="", question="")))
    assert "Untitled project" in page.words


def test_names_of_sources_and_hashes_are_in_every_form() -> None:
    for form in WITHOUT_PAGES:
        for name in TEXTS:
            assert f"{name}.txt" in shown(form).words
    assert any("letter.txt" in text for text in texts(asdict(brief())))
    assert len(blocks_of(brief())) > 50


def test_words_that_run_to_the_left_do_not_take_a_range_along() -> None:
    arabic = CLAIMS[2].replace(text="توقفت الرافعة في مارس")
    content = made("html", brief(harbour().but(arabic))).decode()
    assert "<strong>likely</strong> (55–80 %): <bdi>توقفت الرافعة في مارس.</bdi>" in content
