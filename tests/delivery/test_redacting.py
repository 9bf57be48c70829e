"""A redacted brief: no word, name or hash that was blacked out is in any form of it, anywhere."""

import hashlib
import re
import subprocess
from pathlib import Path

import pytest

from evidence_board.brief.content import build
from evidence_board.brief.in_columns import InColumns
from evidence_board.brief.redaction import (
    BLOCK,
    Redaction,
    blacked_out,
    leaks,
    pattern_of,
    places,
    redacted,
    words_of,
)
from evidence_board.delivery.ordering import Order, ordered
from evidence_board.delivery.redacting import Leak, redaction_of, refuse_leaks
from evidence_board.model.claim import Claim
from evidence_board.model.note import Note
from evidence_board.model.source import Source
from evidence_board.typeset.forms import FORMS, made
from tests.brief.harbour import AT, CLAIMS, PROJECT, SOURCES, TEXTS, harbour
from tests.delivery.verifying import holding, verified
from tests.typeset.forms import streams_of_docx
from tests.typeset.reading import Pdf, problems_of, text_of

WANTED = ("S1", "dock worker", "Grete Sund")
GONE = ("Harbour Gazette", "First load for the new crane", "dock worker", "Grete", "gazette.txt")
GONE_IDS = ("gazette", "a1")
CASE = harbour().but(
    SOURCES[1].replace(authors=("Grete Sund", "Nils Aas"), url="https://gazette.example/crane"),
    CLAIMS[0].replace(text="As GRETE  SUND saw, the crane of the Harbour\nGazette lifted."),
    CLAIMS[2].replace(reason="the Har\u00adbour Gazette and Nils Aas say so"),
    PROJECT.replace(author="Grete Sund and a dock worker", distribution="harbour gazette only"),
    Note(id="n9", number=9, kind="gap", text="Ask Aas of gazette.example/crane", about="answer"),
)


def order(*wanted: str, attach: bool = False) -> Order:
    wish = redaction_of(CASE, wanted or WANTED)
    held = ordered(CASE, at=AT, wish=wish, attach=attach)
    refuse_leaks(CASE, wish, held, "brief.pdf")
    return held


def streams(form: str, content: bytes, folder: Path) -> str:
    """Return all that a file holds, unpacked, as text, with what a reader of it shows."""
    if form == "docx":
        return streams_of_docx(content).decode("utf-8", "replace")
    if form != "pdf":
        return content.decode()
    path, loose = folder / "brief.pdf", folder / "loose.pdf"
    path.write_bytes(content)
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, loose], check=True)
    raw = loose.read_bytes()
    wide = [
        bytes.fromhex(found.decode()).decode("utf-16-be", "replace")
        for found in re.findall(rb"<feff((?:[0-9a-f]{4})+)>", raw, re.IGNORECASE)
    ]
    read = Pdf(path)
    named = [*read.bookmarks(), *read.destinations()]
    told = [str(held) for held in read.objects.values()]
    return "\n".join([raw.decode("latin-1"), text_of(path), *wide, *named, *told])


@pytest.mark.parametrize("form", [one.name for one in FORMS])
def test_what_is_blacked_out_is_in_no_stream_of_any_form(form: str, tmp_path: Path) -> None:
    held = order(attach=True)
    content = made(form, held.brief, held.attached())
    said = streams(form, content, tmp_path)
    assert BLOCK in said
    assert leaks((said,), GONE) == ()
    for digest in (hashlib.sha256(TEXTS["gazette"].encode()).hexdigest(),):
        assert digest[:16] not in said
    for name in ("the crane lifted its first load", "It is said to carry 40 tonnes"):
        assert name not in " ".join(said.split())  # the words of the source itself
    assert "Evening Courier" in said
    assert "gazette.example" not in said


def test_the_redacted_pdf_is_valid_and_agrees_with_what_is_attached(tmp_path: Path) -> None:
    held = order(attach=True)
    path = tmp_path / "brief.pdf"
    path.write_bytes(made("pdf", held.brief, held.attached()))
    assert problems_of(path) == []
    found = verified(path)
    assert found.agrees
    assert (found.compared, found.stamp and found.stamp.redacted) == ("bytes", True)
    compared = verified(path, holding(CASE))
    assert compared.agrees
    assert "It is redacted" in compared.remarks[0]


def test_the_front_page_says_that_it_is_redacted() -> None:
    part = order().brief.part("front")
    assert f"Redacted version: {BLOCK} stands for what was blacked out." in str(part)


def test_a_source_is_named_by_its_mark_or_id_and_all_else_is_words() -> None:
    assert redaction_of(CASE, ("S1", "office", "Nils")) == Redaction(
        ("gazette", "office"), ("Nils",)
    )


def test_the_names_of_a_source_are_blacked_out_with_it_in_short_as_well() -> None:
    names = words_of(CASE, Redaction(("gazette",)))
    assert {"Harbour Gazette", "Grete Sund", "Sund", "Nils Aas"} <= set(names)
    assert "Aas" not in names  # too short to be one name only
    assert words_of(harbour(), Redaction(("agency",))) == ("Coast Agency",)


def test_places_are_counted_for_each_word() -> None:
    *waits, found = places(
        InColumns(CASE), words_of(CASE, Redaction((), ("Grete Sund", "nowhere")))
    )
    assert set(waits) == {None}
    assert found == {"Grete Sund": 3, "nowhere": 0}


def test_counts_and_grades_stay_as_they_were() -> None:
    before, after = build(CASE, at=AT), order().brief
    assert before.part("basis") == after.part("basis")
    assert str(before.part("judgements")).count("Badge") == str(after.part("judgements")).count(
        "Badge"
    )


def test_ids_are_exchanged_for_they_may_tell() -> None:
    view = redacted(CASE, redaction_of(CASE, WANTED))
    assert {one.id for one in view.all(Source)} <= {f"r{place}" for place in range(1, 99)}
    assert len(view.all(Claim)) == len(CASE.all(Claim))


def test_a_name_of_the_file_that_tells_is_refused() -> None:
    wish = redaction_of(CASE, WANTED)
    with pytest.raises(Leak, match="The name of the file has “dock worker”"):
        refuse_leaks(CASE, wish, ordered(CASE, at=AT, wish=wish), "the dock Worker.pdf")


@pytest.mark.parametrize(
    "text",
    [
        "G\u202erete Sund",
        "Gre\u2066te\u2069 Sund",
        "Grete\u034f S\ufe0fund",
        "Grete\U000e0041 Sund",
        "grete-sund",
        "GRETE_SUND",
        "grete%20sund",
        "grete+sund",
        "Grete\u2011Sund",
        "Grete\u00a0\n Sund",
        "Gre-\nte Sund",
        "Grete Su\u2010\r\n  nd",
        "Gr\u00e9te S\u00fcnd",
        "Gre\u0301te Su\u0308nd\u0301",
        "\uff27\uff32\uff25\uff34\uff25 \uff33\uff35\uff2e\uff24",
    ],
    ids=ascii,
)
def test_hidden_signs_and_addresses_keep_no_word(text: str) -> None:
    case = harbour().but(
        CLAIMS[0].replace(text=f"As {text} saw"),
        SOURCES[1].replace(url=f"https://gazette.example/{text.split()[0]}"),
    )
    wish = Redaction((), ("Grete Sund",))
    assert leaks((text,), ("Grete Sund",)) == ("Grete Sund",)
    told = redacted(case, wish)
    assert text not in told.all(Claim)[0].text + told.all(Source)[1].url
    with pytest.raises(Leak, match="The name of the file"):
        refuse_leaks(case, wish, ordered(case, at=AT, wish=wish), "grete-sund.pdf")


@pytest.mark.parametrize("form", [one.name for one in FORMS])
def test_a_name_with_accents_or_parted_at_a_line_end_is_in_no_stream(
    form: str, tmp_path: Path
) -> None:
    parted, apart, stroked = "Har-\nbour Gazétte", "Jose\u0301 Mu\u0308ller", "Sø\u00adren Łask"
    case = harbour().but(
        CLAIMS[0].replace(text=f"{parted} said that {apart} and {stroked} saw it."),
        CLAIMS[2].replace(reason="José Müller, JOSE MULLER and Sören Lask say so"),
    )
    wanted = ("Harbour Gazette", "José Müller", "Soren Łask")
    wish = redaction_of(case, wanted)
    held = ordered(case, at=AT, wish=wish, attach=True)
    refuse_leaks(case, wish, held, "brief.pdf")
    said = " ".join(streams(form, made(form, held.brief, held.attached()), tmp_path).split())
    assert leaks((said,), wanted) == ()
    for piece in ("Gaz\u00e9tte", "ller", "Jos", "ren \u0141ask", "MULLER", "bour Gaz"):
        assert piece not in said
    assert f"{BLOCK} said that {BLOCK} and {BLOCK} saw it." in said or form == "pdf"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("\uff27\uff32\uff25\uff34\uff25 \uff33\uff35\uff2e\uff24", "Grete Sund"),
        ("the o\ufb03ce", "office"),
        ("STRASSE", "Straße"),
        ("https://gazette.example/%D0%9F%D1%83%D1%82", "Пут"),
    ],
    ids=ascii,
)
def test_a_word_in_another_shape_is_found_and_blacked_out(text: str, word: str) -> None:
    assert leaks((text,), (word,)) == (word,)
    told = blacked_out(text, pattern_of((word,)))
    assert told == text if "%" in text else BLOCK in told


def test_a_syllable_is_not_taken_for_the_start_of_another() -> None:
    assert blacked_out("북부", pattern_of(("부",))) == f"북{BLOCK}"


def test_words_that_the_brief_says_itself_are_refused() -> None:
    wish = redaction_of(CASE, ("judgement",))
    with pytest.raises(Leak, match="“judgement” cannot be blacked out"):
        refuse_leaks(CASE, wish, ordered(CASE, at=AT, wish=wish), "brief.pdf")


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [(Redaction((), ("x",)), "too short"), (Redaction(("none",)), "There is no source none")],
)
def test_what_cannot_be_blacked_out_is_told(wish: Redaction, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        ordered(CASE, at=AT, wish=wish)


def test_nothing_to_black_out_changes_nothing() -> None:
    assert ordered(CASE, at=AT).brief == ordered(CASE, at=AT, wish=Redaction()).brief
    assert not ordered(CASE, at=AT, wish=Redaction()).stamp.redacted
