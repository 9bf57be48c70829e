"""E-mails, saved pages and archives of the web: what is meant is read, nothing outside it."""

import gzip
from email.message import EmailMessage
from pathlib import Path

import pytest

from evidence_board.ingest.draft import Given, Progress, RefusedFile, SourceDraft, Wanted
from evidence_board.ingest.read import read_many
from tests.ingest.asked import refusal, result, taken, values
from tests.ingest.made import ADDRESS, PAGE, answered, mail, mhtml, record, warc

WORDS = "The old bridge was closed on Monday after a crack was found in it."
ARTICLE = f"Bridge of Harwick closed\n\n{WORDS}\n"


def test_a_mail_is_read_with_the_lines_that_people_see() -> None:
    draft = taken("a.eml", mail().as_bytes())
    assert draft.text == (
        "From: Anna Reed <anna@gazette.example>\nTo: desk@gazette.example\n"
        "Date: Mon, 02 Oct 2023 23:30:00 -0500\nSubject: Die Fähre\n\nThe ferry left at noon.\n"
    )
    assert values(draft) == {
        "title": "Die Fähre",
        "authors": ("Anna Reed",),
        "published": "2023-10-02",
    }
    assert {one.basis for one in draft.fields.values()} == {"header"}
    assert draft.media_type == "message/rfc822"


def test_of_a_mail_that_is_only_a_page_the_page_is_read() -> None:
    made = mail()
    made.set_content(PAGE, subtype="html")
    assert taken("a.eml", made.as_bytes()).text.endswith(ARTICLE)


def test_files_in_a_mail_are_named_and_read_only_if_asked_for() -> None:
    made = mail()
    made.add_attachment(
        b"Words of the report.\n", maintype="text", subtype="plain", filename="r.txt"
    )
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="../../r.txt")
    original = made.as_bytes()
    draft = taken("a.eml", original)
    assert draft.attached == ("r.txt", "2 r.txt")
    assert "Attached: r.txt, 2 r.txt" in draft.text
    wanted = Wanted(Given("a.eml", original), attached=True)
    steps = [one for one in read_many([wanted]) if not isinstance(one, Progress)]
    assert [type(one).__name__ for one in steps] == ["SourceDraft", "SourceDraft", "RefusedFile"]
    inside = steps[1]
    assert isinstance(inside, SourceDraft)
    assert (inside.file_name, inside.text) == ("r.txt", "Words of the report.\n")
    assert inside.remark == "Attached to “a.eml”."


def test_a_mail_in_an_encoding_of_its_own_is_read_in_it() -> None:
    words = "Größere Schäden gäbe es nicht."
    made = EmailMessage()
    made["From"], made["Subject"] = "a@b.example", "x"
    made["Message-ID"] = "<1>"
    made.set_content(words, charset="iso-8859-1")
    assert words in taken("a.eml", made.as_bytes()).text


def test_mails_a_thousand_deep_end_in_words_or_one_sentence() -> None:
    top = b"From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: deep\r\n"
    deep = (b"Content-Type: message/rfc822\r\n\r\n" + top) * 1_000
    assert "mails inside each other" in refusal("a.eml", top + deep + b"\r\nwords")
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(390)
    )
    read = result(Given("a.eml", top + parts + b"\r\n\r\nwords"))
    assert not isinstance(read, RefusedFile) or "longer than" not in read.sentence


def test_a_saved_page_is_read_with_its_address() -> None:
    draft = taken("a.mhtml", mhtml())
    assert draft.text == ARTICLE
    assert draft.address == ADDRESS
    assert values(draft)["url"] == ADDRESS
    assert "Saved Thu, 5 Oct 2023" in draft.remark
    assert draft.media_type == "multipart/related"


def test_a_saved_page_reaches_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    inside = f"------B\r\nContent-Type: text/html\r\nContent-Location: file://{secret}\r\n\r\n\r\n"
    draft = taken("a.mht", mhtml(PAGE, f"file://{secret}", inside))
    assert draft.address == ""
    assert "url" not in values(draft)
    assert "secret words" not in draft.text


def test_the_address_that_a_browser_writes_into_a_page_is_kept() -> None:
    saved = f"<!-- saved from url=(0030){ADDRESS} -->\n{PAGE}"
    assert taken("a.html", saved.encode()).address == ADDRESS


@pytest.mark.parametrize("packed", [False, True])
def test_the_first_page_of_an_archive_is_read(packed: bool) -> None:
    moved = answered(b"", status="301 Moved")
    other = answered(PAGE.replace("Harwick", "Ardley").encode())
    draft = taken("a.warc.gz" if packed else "a.warc", warc(moved, answered(PAGE.encode()), other,
                                                             packed=packed))  # fmt: skip
    assert draft.text == ARTICLE
    assert draft.address == ADDRESS
    assert draft.remark == (
        "Captured 2023-10-05T08:00:00Z, as the archive says. The first of 2 pages in the archive "
        "is read."
    )


def test_a_page_is_read_as_it_was_before_it_was_packed_for_the_way() -> None:
    pieces = b"".join(
        b"%x\r\n%s\r\n" % (len(one), one) for one in (PAGE[:50].encode(), PAGE[50:].encode())
    )
    chunked = answered(pieces + b"0\r\n\r\n", "Transfer-Encoding: chunked")
    assert taken("a.warc", warc(chunked)).text == ARTICLE
    zipped = answered(gzip.compress(PAGE.encode()), "Content-Encoding: gzip")
    assert taken("a.warc", warc(zipped)).text == ARTICLE
    resource = record("resource", PAGE.encode(), "text/html")
    assert taken("a.warc", resource).text == ARTICLE


def test_an_archive_that_is_cut_off_says_so_or_is_refused() -> None:
    whole = warc(answered(PAGE.encode()), answered(PAGE.encode()))
    assert "is cut off at its end" in taken("a.warc", whole[:-100]).remark
    assert "is cut off before its first page ends" in refusal(
        "a.warc", whole[: len(whole) // 2 - 200]
    )
    assert "holds no web page" in refusal("a.warc", warc())
    packed = warc(answered(PAGE.encode()), packed=True)
    for share in (0.2, 0.5, 0.9):
        assert refusal("a.warc.gz", packed[: int(len(packed) * share)])


def test_a_packed_bomb_and_a_packed_file_that_is_no_archive_are_refused() -> None:
    bomb = gzip.compress(b"WARC/1.0\r\n" + b"\0" * 60_000_000, 1)
    assert "unpacks to far more than it is" in refusal("a.warc.gz", bomb)
    assert "holds no web archive" in refusal("a.gz", gzip.compress(b"words"))
    assert refusal("a.warc", b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n")
    assert refusal("a.warc", b"WARC/1.0\r\n" * 10_000)
