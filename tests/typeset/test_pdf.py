"""The brief as a PDF, read back: valid, traceable, the same each time, whatever the texts hold."""

import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_board.brief.content import PARTS, build
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.paths import resource
from evidence_board.typeset.errors import TypesetError
from evidence_board.typeset.pdf import pdf
from tests.brief.harbour import AT, BOARD, CLAIMS, LINKS, NOTES, PROJECT, TEXTS, Held, harbour
from tests.typeset.reading import Pdf, problems_of, text_of

HOSTILE = (
    '*x* #panic() $a$ \\ @ref <l> `raw` = head // c /* - + [a](b) #read("/etc/passwd") '
    "\u202eevil\u202c \u200b\u200d\ufeff 😀👩‍👩‍👧 "
    "עברית العربية 한국어 中文 \ue000 \ufffe \U0010ffff "
    "é ̣solo ก็ \u1100\u1161 \u00ad \u0007 \u3000\u2028"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "harbour.pdf"
    path.write_bytes(pdf(build(harbour(), at=AT), at=AT))
    return path


def written(held: Held, folder: Path) -> Path:
    path = folder / "brief.pdf"
    path.write_bytes(pdf(build(held, at=AT), at=AT))
    return path


def hostile(words: str) -> Held:
    """Return the harbour with the words in every text that a person can write."""
    return harbour().but(
        PROJECT.replace(title=words, question=words, author=words, distribution=words),
        *(claim.replace(text=words, reason=words, place=words) for claim in CLAIMS),
        *(note.replace(text=words) for note in NOTES),
        *(link.replace(reason=words) for link in LINKS if isinstance(link, Link)),
    )


def test_it_is_pdf_a_3a_and_pdf_ua_1(made: Path) -> None:
    assert problems_of(made) == []


def test_the_same_brief_and_time_give_the_same_bytes(made: Path) -> None:
    assert pdf(build(harbour(), at=AT), at=AT) == made.read_bytes()


def test_every_page_bears_the_marking_twice_and_its_number(made: Path) -> None:
    pages = text_of(made).split("\f")[:-1]
    for number, words in enumerate(pages, 1):
        assert words.splitlines().count("TLP:RED") == 2
        assert f"{number} of {len(pages)}" in words
        assert "Project state" in words
    assert "For the named recipients only." in pages[0]


def test_the_marking_is_12_pt_or_larger(made: Path) -> None:
    boxes = text_of(made, "-bbox", "-f", "1", "-l", "1")
    found = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">TLP:RED<', boxes)
    assert len(found) == 2
    # A line of Plex is 1.3 times its size, of which poppler gives ascent and descent.
    assert all(float(bottom) - float(top) >= 12 for top, bottom in found)


def test_document_metadata_hold_title_and_marking_only(made: Path) -> None:
    told = subprocess.run(["pdfinfo", str(made)], capture_output=True, check=True).stdout.decode()
    fields = dict(re.findall(r"^(Title|Author|Subject|Keywords|Creator):\s+(.*)$", told, re.M))
    creator = fields.pop("Creator")
    assert creator.startswith("Typst")
    assert fields == {"Title": PROJECT.title, "Keywords": "TLP:RED"}


def test_the_text_can_be_read_and_names_every_source_with_its_hash(made: Path) -> None:
    words = " ".join(text_of(made).split())
    assert "It is likely (55–80 %) that the crane was at work in March 2025." in words
    for name in TEXTS:
        digest = hashlib.sha256(TEXTS[name].encode()).hexdigest()
        assert digest in words
        assert f"{name}.txt" in words
    assert "C4 has a confidence without a reason." in words
    assert "secret" not in words


def test_links_lead_from_claim_to_words_to_source_and_back(made: Path) -> None:
    read = Pdf(made)
    places = read.destinations()
    aims = [link.target for link in read.links()]
    for claim in CLAIMS:
        assert places[f"claim-{claim.id}"] in aims
    assert all(isinstance(aim, list) and read.at(aim[0]) for aim in aims)
    # Endnotes and sources are no headings and have no name, but the links to them stand.
    pages = text_of(made, "-layout").split("\f")
    noted = next(at for at, words in enumerate(pages) if "Endnotes: exact words" in words)
    listed = next(at for at, words in enumerate(pages) if "Held, 3" in words)
    order = read.field(read.objects["trailer"], "/Root", "/Pages", "/Kids")
    assert isinstance(order, list)
    leaves = [leaf for kid in order for leaf in kids_of(read, str(kid))]
    reached = {leaves.index(str(aim[0])) for aim in aims if isinstance(aim, list)}
    assert {noted, listed} <= reached


def kids_of(read: Pdf, name: str) -> list[str]:
    held = read.at(name)
    assert isinstance(held, dict)
    kids = held.get("/Kids")
    if not isinstance(kids, list):
        return [name]
    return [leaf for kid in kids for leaf in kids_of(read, str(kid))]


def test_bookmarks_name_the_sections(made: Path) -> None:
    titles = Pdf(made).bookmarks()
    assert PROJECT.title in titles
    assert "Sources" in titles
    assert "The crane was at work in March 2025" in titles
    assert "What supports it" not in titles


def test_cards_of_the_figure_lead_to_their_claims(made: Path) -> None:
    without = harbour()
    for one in BOARD:
        del without.records[one.id]
    cards = [one for one in BOARD if one.id.startswith("card-") and one.id != "card-n3"]
    fewer = len(Pdf(written(without, made.parent)).links())
    assert len(Pdf(made).links()) - fewer >= len(cards)


def test_every_part_has_a_template() -> None:
    main = resource("templates", "brief", "main.typ").read_text(encoding="utf-8")
    for name, _ in PARTS:
        assert f"\n  {name}: " in main


def test_templates_run_no_text_and_fetch_nothing() -> None:
    for path in resource("templates", "brief").rglob("*.typ"):
        words = path.read_text(encoding="utf-8")
        assert not re.search(r"\beval\b|\bread\(|@preview|plugin\(", words), path


def test_hostile_texts_stay_text(tmp_path: Path) -> None:
    path = written(hostile(HOSTILE), tmp_path)
    assert problems_of(path) == []
    words = text_of(path)
    assert "*x* #panic() $a$ \\ @ref <l> `raw`" in " ".join(words.split())
    assert "root:" not in words
    for name in ("U+202E", "U+1F600", "U+E000", "U+200B"):
        assert f"[{name}]" in words
    assert "printed as their number in brackets" in " ".join(words.split())


def test_texts_of_any_length_are_typeset(tmp_path: Path) -> None:
    held = harbour().but(
        PROJECT.replace(title="W" * 2_000, question="why " * 12_500),
        CLAIMS[0].replace(text="x" * 50_000),
        CLAIMS[2].replace(text="word " * 10_000),
    )
    path = written(held, tmp_path)
    assert problems_of(path) == []
    assert text_of(path).count("word") >= 10_000


def test_texts_of_which_nothing_shows_are_typeset(tmp_path: Path) -> None:
    path = written(hostile(" \u00ad\t"), tmp_path)
    assert problems_of(path) == []
    assert "[blank]" in text_of(path)


def test_a_project_with_nothing_in_it_is_typeset(tmp_path: Path) -> None:
    path = written(Held(PROJECT.replace(title="", question="")), tmp_path)
    assert problems_of(path) == []
    assert "Untitled project" in text_of(path)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
        min_size=1,
        max_size=300,
    )
)
def test_any_text_is_typeset(tmp_path: Path, words: str) -> None:
    held = Held(PROJECT, Claim(id="c", number=1, text=words, kind="judgement", rank=1))
    assert problems_of(written(held, tmp_path)) == []


def test_a_template_error_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence_board.typeset.values.tokens", dict)
    with pytest.raises(TypesetError, match="could not be typeset"):
        pdf(build(harbour(), at=AT), at=AT)


def test_the_time_of_export_needs_no_zone() -> None:
    brief = build(harbour(), at=AT)
    assert pdf(brief, at="2026-01-01T00:00:00") == pdf(brief, at=AT)


def test_nothing_of_this_machine_is_in_the_file(made: Path) -> None:
    plain = made.with_suffix(".qdf")
    subprocess.run(["qpdf", "--qdf", str(made), str(plain)], check=True)
    content = plain.read_bytes()
    for trace in (str(Path.home()), str(resource()), json.dumps(str(made.parent))[1:-1]):
        if trace != "/":
            assert trace.encode() not in content
