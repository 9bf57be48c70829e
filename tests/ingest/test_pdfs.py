"""PDFs: pages that can be told apart, paragraphs, pictures of pages; hostile ones end in time."""

import zlib

import pytest

from evidence_board.ingest.draft import Given, RefusedFile, SourceDraft
from evidence_board.ingest.readers.pdf_lines import Line, flowed
from evidence_board.model.excerpt import excerpt_of, page_at
from tests.ingest.asked import refusal, result, taken, values
from tests.ingest.printed import FIRST, SECOND, pdf, written


def test_each_page_ends_with_a_form_feed_and_excerpts_have_their_page() -> None:
    draft = taken("a.pdf", pdf(FIRST, SECOND))
    assert draft.text == (
        "Bridge of Harwick closed\n\n"
        "The old bridge of the town of Harwick was closed on the Monday after a crack was found "
        "in one of its piers.\n\fThe second page says that it stays closed.\n\f"
    )
    place = draft.text.index("second page")
    assert excerpt_of("s", "k", draft.text, place, place + 6).page == 2
    assert excerpt_of("s", "k", draft.text, 0, 6).page == 1
    assert page_at("a text without pages", 3) is None
    assert draft.media_type == "application/pdf"


def test_the_document_s_own_fields_are_believed_where_its_pages_bear_them_out() -> None:
    assert values(taken("a.pdf", pdf(FIRST))) == {
        "title": "Bridge of Harwick closed",
        "language": "en-GB",
    }
    assert "title" not in values(taken("a.pdf", pdf(SECOND)))


def test_a_pdf_of_pictures_is_kept_and_says_that_it_has_no_text() -> None:
    draft = taken("a.pdf", pdf("0 0 100 100 re f", ""))
    assert draft.text == ""
    assert draft.text_method == "none: there is no text in its 2 pages, which are pictures"


def test_a_locked_pdf_is_refused() -> None:
    locked = pdf(FIRST).replace(
        b"/Size",
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%b) /U (%b) /P -4 >> /ID [(a)(a)] /Size"
        % (b"x" * 32, b"y" * 32)
    )  # fmt: skip
    assert "is locked with a password" in refusal("a.pdf", locked)


def line(words: str, height: float, right: float = 280, **more: float | bool) -> Line:
    return Line(words, float(more.get("left", 20)), right, height, 11, bool(more.get("divided")))


def test_lines_become_paragraphs_by_their_place_and_length() -> None:
    lines = (
        line("A heading", 360, 90),
        line("The first line of a para", 330, divided=True),
        line("graph, a well", 316, 280, divided=True),
        line("known one and a well-known end.", 302, 120),
        line("Another one begins", 288),
        line("• a point", 274, 90),
    )
    assert flowed(lines) == (
        "A heading\n\nThe first line of a paragraph, a well-known one and a well-known end.\n"
        "Another one begins\n• a point\n"
    )


@pytest.mark.parametrize(
    "original",
    [
        b"%PDF-1.7\n",
        b"%PDF-" + b"\0" * 100_000,
        pdf(FIRST)[:400],
        pdf(FIRST).replace(b"/Kids [10 0 R]", b"/Kids [2 0 R] "),
        pdf(FIRST).replace(b"/Contents 11 0 R", b"/Contents 10 0 R"),
        pdf(FIRST, count=2_000_000),
        pdf("q " * 500_000),
        pdf(written(*["x" * 90] * 20_000)),
        pdf("BT /F 11 Tf " + "(a) Tj " * 400_000 + "ET"),
        pdf(FIRST, more="/OpenAction << /S /JavaScript /JS (while(1){}) >>"),
        pdf(FIRST, more="/OpenAction << /S /Launch /F (/bin/sh) >>"),
        pdf(FIRST, size="1e30 1e30"),
        b"%PDF-1.7\n1 0 obj << /Length 9 /Filter [/FlateDecode /FlateDecode] >> stream\n"
        + zlib.compress(zlib.compress(b"\0" * 200_000_000)) + b"\nendstream",
    ],
)  # fmt: skip
def test_a_hostile_pdf_ends_in_a_source_or_in_one_sentence(original: bytes) -> None:
    one = result(Given("a.pdf", original))
    assert isinstance(one, SourceDraft) or (
        isinstance(one, RefusedFile) and "\n" not in one.sentence
    )


def test_too_many_pages_are_refused() -> None:
    assert "has 2,001 pages, more than the 2,000" in refusal("a.pdf", pdf(*[""] * 2_001))


def test_no_cut_and_no_flip_breaks_the_reading_of_the_next() -> None:
    held = pdf(FIRST, SECOND)
    for place in range(10, len(held), 60):
        flipped = bytearray(held)
        flipped[place] ^= 0xFF
        assert isinstance(result(Given("a", bytes(flipped))), SourceDraft | RefusedFile)
