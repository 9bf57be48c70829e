"""DOCX and ODT: their words and nothing outside; bombs, entities and damage are refused."""

import struct

import pytest

from evidence_board.ingest.draft import Given, RefusedFile, SourceDraft
from evidence_board.ingest.readers import zipped as reader
from tests.ingest.asked import refusal, result, taken, values
from tests.ingest.made import docx, odt, paragraph, zipped

REPORT = paragraph("Bridge of Harwick closed") + paragraph("By Anna Reed")
BILLION = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><x>&c;</x>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def test_the_words_of_a_word_document_are_read_in_its_order() -> None:
    body = (
        REPORT
        + "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"
        + "<w:del><w:r><w:delText>never</w:delText></w:r></w:del></w:p>"
        + "<w:tbl><w:tr><w:tc>"
        + paragraph("Year")
        + "</w:tc><w:tc>"
        + paragraph("Cars")
        + "</w:tc></w:tr></w:tbl>"
        + paragraph("The end &amp; all.")
    )
    notes = (
        f'<w:footnotes xmlns:w="w"><w:footnote>{paragraph("A note.")}</w:footnote></w:footnotes>'
    )
    draft = taken("a.docx", docx(body, **{"word/footnotes.xml": notes}))
    assert draft.text == (
        "Bridge of Harwick closed\n\nBy Anna Reed\n\nOne\ttwo\nthree\n\nYear \tCars \n\n"
        "The end & all.\n\nA note.\n"
    )
    assert "never" not in draft.text
    assert draft.media_type.endswith("wordprocessingml.document")


def test_the_header_is_believed_where_the_words_bear_it_out() -> None:
    held = taken("a.docx", docx(REPORT, "Bridge of Harwick closed", "Anna Reed"))
    assert values(held)["title"] == "Bridge of Harwick closed"
    assert values(held)["authors"] == ("Anna Reed",)
    assert held.fields["title"].basis == "header"
    template = taken("a.docx", docx(paragraph("Words of a report."), "Fax cover", "user1"))
    assert set(values(template)) <= {"language"}


def _styled(style: str, words: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


STYLES = (
    '<w:styles xmlns:w="w"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>'
)


@pytest.mark.parametrize("style", ["Title", "Titel", "Heading1", "berschrift1"])
def test_the_title_of_a_word_document_is_what_its_style_says(style: str) -> None:
    body = _styled(style, "Bridge of Harwick closed") + paragraph("The old bridge is shut.")
    held = taken("a.docx", docx(body, "Fax cover", **{"word/styles.xml": STYLES}))
    assert values(held)["title"] == "Bridge of Harwick closed"
    assert held.fields["title"].basis == "stated"


@pytest.mark.parametrize(
    "headings",
    [
        ["The north side", "The south side of it"],
        ["1 Introduction to the work"],
        ["Annex two of it"],
        ["Introduction"],
    ],
)
def test_headings_of_parts_are_no_title(headings: list[str]) -> None:
    body = "".join(_styled("Heading1", words) for words in headings)
    held = taken("a.docx", docx(body + paragraph("The old bridge is shut. Nobody crosses it.")))
    assert values(held).get("title") is None


def test_the_title_of_an_open_document_is_what_its_style_or_its_heading_says() -> None:
    heading = '<text:h text:outline-level="1">Bridge of Harwick closed</text:h>'
    styled = (
        '<style:style xmlns:style="s" style:name="P1" style:parent-style-name="Title"/>'
        '<text:p text:style-name="P1">Bridge of Harwick closed</text:p>'
    )
    for body in (heading, styled):
        held = taken("a.odt", odt(f"{body}<text:p>The old bridge is shut.</text:p>"))
        assert values(held)["title"] == "Bridge of Harwick closed"


def test_the_words_of_an_open_document_are_read_in_its_order() -> None:
    body = (
        "<text:h>Bridge of Harwick closed</text:h><text:p>One<text:tab/>two<text:line-break/>three"
        '<text:s text:c="3"/>four</text:p><text:tracked-changes><text:p>never</text:p>'
        "</text:tracked-changes><table:table><table:table-row><table:table-cell><text:p>Year"
        "</text:p></table:table-cell><table:table-cell><text:p>Cars</text:p></table:table-cell>"
        "</table:table-row></table:table><text:p>The <text:span>end</text:span>.</text:p>"
    )
    draft = taken("a.odt", odt(body))
    assert draft.text == (
        "Bridge of Harwick closed\n\nOne\ttwo\nthree   four\n\nYear \tCars \n\nThe end.\n"
    )
    assert draft.media_type == "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize("inside", [BILLION, OUTSIDE])
def test_a_document_type_is_refused(inside: str) -> None:
    assert "holds a document type" in refusal("a.docx", zipped({"word/document.xml": inside}))
    body: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": inside,
    }
    assert "holds a document type" in refusal("a.odt", zipped(body, packed=False))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({"word/document.xml": b"<x>" + b" " * 60_000_000})
    assert len(bomb) < 100_000
    assert "unpacks to far more than it is" in refusal("a.docx", bomb)


def test_members_that_lie_over_each_other_are_refused_or_read() -> None:
    held = docx(paragraph("Words of a report."))
    place = held.rindex(b"PK\x01\x02")
    doubled = held[:place] + held[place:].replace(b"docProps/core.xml", b"word/document.xml")
    assert refusal("a.docx", doubled)


def test_names_that_lead_out_of_the_archive_are_never_followed() -> None:
    members: dict[str, str | bytes] = {
        "../../../../tmp/out.txt": "out",
        "/tmp/out.txt": "out",
        "word/document.xml": f'<w:d xmlns:w="w">{paragraph("Words of a report.")}</w:d>',
    }
    assert taken("a.docx", zipped(members)).text == "Words of a report.\n"


def test_too_many_members_are_refused() -> None:
    members: dict[str, str | bytes] = {f"{number}": "" for number in range(reader._MOST_MEMBERS)}
    assert "more than the 1,000" in refusal("a.docx", zipped({"word/document.xml": "", **members}))


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"xl/workbook.xml": ""}, "is a spreadsheet"),
        ({"ppt/presentation.xml": ""}, "is a set of slides"),
        ({"a.txt": "a"}, "is a packed archive (ZIP)"),
        ({"word/document.xml": ""}, "is cut off or damaged"),
        ({"word/document.xml": "<w:d"}, "is cut off or damaged"),
        ({"word/document.xml": "<d>" * 100_000}, "is cut off or damaged"),
        ({"word/document.xml": "<d/>"}, "holds no words"),
        ({"word/documents/x.xml": "<d/>"}, "holds no Word document"),
    ],
)
def test_what_is_no_document_gets_one_sentence(members: dict[str, str | bytes], words: str) -> None:
    assert words in refusal("a.docx", zipped(members))


def test_no_cut_and_no_flip_of_a_byte_breaks_the_reading() -> None:
    held = docx(REPORT, "Bridge of Harwick closed", "Anna Reed")
    for place in range(0, len(held), 40):
        flipped = bytearray(held)
        flipped[place] ^= 0xFF
        for broken in (bytes(flipped), held[:place]):
            assert isinstance(result(Given("a.dat", broken)), SourceDraft | RefusedFile)


def test_a_locked_archive_is_refused() -> None:
    held = bytearray(docx(REPORT))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := held.find(mark, place + 1)) >= 0:
            held[place + at : place + at + 2] = struct.pack("<H", 1)
    assert "is locked with a password" in refusal("a.docx", bytes(held))
