"""Finding by words, by parts of words and by filters, in a real project file."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_board.commands import boards, claims, editing, notes, sources, tagging
from evidence_board.model.board import Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.folding import fold, is_wordlike
from evidence_board.model.source import Source
from evidence_board.project.asked import understood
from evidence_board.project.check import check
from evidence_board.project.project import Project
from tests.commands.cases import HARBOUR, pinned, started, words
from tests.in_memory import folder_in_memory

SCRIPTS = (
    "북한은 두만강 근처에서 배를 보냈다.",
    "대북한정책과 나락",
    "Грузовой поезд пересёк границу ночью.",
    "غادرت السفينة الميناءَ ليلاً",
    "Le château de l’Évêque était fermé.",
    "船は港を出た。漢字",
    'He said: "no comment" (twice) AND left*',
    "A crane 🏗 stood there",
    "rail-cars and rail cars",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = started(tmp_path / "case.evboard")
    yield project
    project.close()
    assert check(project.path) == ()


@pytest.fixture
def scripts(project: Project) -> Project:
    """Return a project with a claim for each of the scripts."""
    for text in SCRIPTS:
        claims.write(project, text)
    return project


def _texts(project: Project, typed: str) -> set[str]:
    found = {match.record_id for match in project.search(typed, limit=500)}
    return {claim.text for claim in project.all(Claim) if claim.id in found}


def _ids(project: Project, typed: str) -> list[str]:
    return [match.record_id for match in project.search(typed)]


def _marked(project: Project, typed: str) -> list[str]:
    """Return what is marked in the passage of the first match."""
    match = project.search(typed)[0]
    return [match.passage[start:end] for start, end in match.marks]


def test_words_are_found_in_texts_claims_notes_names_frames_and_excerpts(project: Project) -> None:
    report = pinned(project)
    claim = claims.write(project, "The café closed.")
    note = notes.write(project, "Ask 한국 about it.")
    office = sources.cite(project, "Harbour office")
    marked = claims.excerpt(project, words(report, "Two witnesses"))
    with project.transaction("Add frame") as tx:
        board = boards.ensure_board(project)
        frame = tx.add(Frame(board=board.id, title="Quayside", x=0, y=0, width=9, height=9))
    wanted = {
        "witnesses": {report.capture.id, marked.id},
        "wit": {report.capture.id, marked.id},
        "itnes": {report.capture.id, marked.id},
        "CAFE": {claim.id},
        "café closed": {claim.id},
        "한국": {note.id},
        "harbour": {office.id, report.capture.id},
        "side": {frame.id},
        "nothing": set(),
        '"; DROP TABLE claim; --': set(),
        "": set(),
    }
    for typed, ids in wanted.items():
        assert set(_ids(project, typed)) == ids, typed
    assert len(project.search("harbour", limit=1)) == 1


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("북한", {0, 1}),
        ("북", {0, 1}),
        ("두만", {0}),
        ("만강", {0}),
        ("두만강", {0}),
        ("한정책", {1}),
        ("나라", set()),
        ("поез", {2}),
        ("ересе", {2}),
        ("пересёк", {2}),
        ("НОЧЬЮ", {2}),
        ("سفين", {3}),
        ("الميناء", {3}),
        ("chateau", {4}),
        ("hatea", {4}),
        ("CHÂTEAU", {4}),
        ("l'eveque", {4}),
        ("港", {5}),
        ("漢字", {5}),
        ("が", set()),
        ('"no', {6}),
        ('"no comment"', {6}),
        ("AND", {6, 8}),
        ("NOT left", set()),
        ("left*", {6}),
        ("(twice)", {6}),
        ("NEAR(no comment)", set()),
        ("text:crane", set()),
        ("🏗", {7}),
        ("rail-car", {8}),
        ("il-ca", {8}),
        ("*", set()),
        ("\x00", set()),
        ("crane\x00", {7}),
        ("zz" * 50_000, set()),
    ],
)
def test_every_script_is_found_and_no_sign_is_an_operator(
    scripts: Project, typed: str, places: set[int]
) -> None:
    assert _texts(scripts, typed) == {SCRIPTS[place] for place in places}


def test_the_passage_is_as_it_was_written_and_its_words_are_marked(scripts: Project) -> None:
    assert _marked(scripts, "CHATEAU eveque") == ["château", "Évêque"]
    assert _marked(scripts, "만강") == ["만강"]
    assert _marked(scripts, "пересек") == ["пересёк"]
    assert scripts.search("chateau")[0].passage == SCRIPTS[4]


def test_a_passage_is_cut_from_a_long_text_in_one_line(project: Project) -> None:
    text = "One line of little use.\n" * 3_000 + "Here the pelican\nlanded at last. " + "x " * 900
    report = pinned(project, text)
    (match,) = project.search("pelican landed")
    assert match.record_id == report.capture.id
    assert match.is_text
    assert match.at is not None
    assert text[slice(*match.at)] == "pelican"
    assert "\n" not in match.passage
    assert match.passage.startswith("…")
    assert match.passage.endswith("…")
    assert len(match.passage) < 240
    assert [match.passage[a:b] for a, b in match.marks] == ["pelican", "landed"]


def test_titles_and_claims_come_before_texts_and_word_beginnings_before_parts(
    project: Project,
) -> None:
    report = pinned(project, "The harbour was shut.\n")
    inside = claims.write(project, "An outharbour is small.")
    claim = claims.write(project, "The harbour slept.")
    office = sources.cite(project, "Harbour office")
    assert _ids(project, "harbour") == [office.id, claim.id, inside.id, report.capture.id]


def test_what_was_removed_is_not_found_and_undo_and_redo_keep_it_right(project: Project) -> None:
    claim = claims.write(project, "A pelican landed.")
    editing.change(project, claim, text="A heron landed.")
    assert _ids(project, "pelican") == []
    assert _ids(project, "elica") == []
    assert _ids(project, "eron") == [claim.id]
    project.undo()
    assert _ids(project, "elica") == [claim.id]
    project.undo()
    assert _ids(project, "pelican") == []
    assert _ids(project, "elica") == []
    project.redo()
    assert _ids(project, "elica") == [claim.id]


@pytest.fixture
def graded(project: Project) -> dict[str, str]:
    """Return the ids of a case with sources, grades, dates and tags, by short names."""
    first = pinned(project)
    other = pinned(project, "The ferry came back.\n", "other.txt")
    claim = claims.mark(project, words(first, "ferry left at noon"))
    free = claims.write(project, "The ferry sank.")
    guess = claims.write(project, "The ferry was sold.", kind="hypothesis")
    note = notes.write(project, "Ask the ferry.", kind="gap")
    source = project.get(Source, first.source.id)
    editing.change(project, source, reliability="B", published="2024-05-07")
    editing.change(project, project.get(Source, other.source.id), published="2023")
    editing.change(project, project.get(Claim, claim.id), credibility="2", event="2024-06~")
    tagging.add(project, [first.source.id, free.id], "Sea traffic")
    (marked,) = (one.id for one in project.referrers(first.source.id) if one.table == "excerpt")
    named = {"first": first.capture.id, "other": other.capture.id, "marked": marked}
    named |= {"source": first.source.id, "claim": claim.id, "free": free.id}
    return named | {"guess": guess.id, "note": note.id}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("ferry kind:text", "first other"),
        ("ferry kind:claim", "claim free guess"),
        ("ferry kind:hypothesis", "guess"),
        ("ferry kind:question kind:hypothesis", "guess note"),
        ("ferry source:S1", "source first marked claim"),
        ("ferry source:s1 kind:text", "first"),
        ("ferry grade:B", "source first marked claim"),
        ("ferry grade:2", "claim"),
        ("ferry grade:B2", "claim"),
        ("ferry grade:A2", ""),
        ("ferry date:2024", "source first marked claim"),
        ("ferry date:2024-06..", "claim"),
        ("ferry date:..2023", "other"),
        ("ferry tag:sea", "source first marked free"),
        ('ferry tag:"sea traffic" kind:claim', "free"),
        ("tag:sea kind:claim", "free"),
        ("grade:2", "claim"),
        ("ferry source:S9", ""),
        ("noon source:S1 grade:B date:2024 tag:sea kind:text", "first"),
    ],
)
def test_filters_let_through_what_they_say(
    project: Project, graded: dict[str, str], typed: str, names: str
) -> None:
    found = {name for name, id in graded.items() if id in _ids(project, typed)}
    assert found == set(names.split()), typed


def test_filters_that_name_nothing_are_told(project: Project, graded: dict[str, str]) -> None:
    (*_, last) = project.searching(understood("ferry source:S9 tag:nothing kind:cat"))
    assert last.unknown == ("source:S9", "tag:nothing")
    assert last.asked.not_understood == ("kind:cat",)
    assert last.done


def test_more_than_is_shown_is_told(project: Project) -> None:
    with project.transaction("Write many") as tx:
        for number in range(150):
            tx.add(Claim(text=f"Ferry number {number}"))
    (*_, last) = project.searching(understood("ferry"), 20)
    assert len(last.matches) == 20
    assert last.more
    (*_, last) = project.searching(understood("number 14"), 50)
    assert len(last.matches) == 12
    assert not last.more


@pytest.mark.no_cover  # others run its lines
def test_a_filter_finds_what_lies_behind_a_thousand_others(project: Project) -> None:
    with project.transaction("Write many") as tx:
        for number in range(3_000):
            tx.add(Claim(text=f"Ferry number {number}", credibility="1" if number < 2_990 else "5"))
    assert len(project.search("ferry grade:5")) == 10
    assert len(project.search("ferry grade:1 grade:5")) == 50
    (*_, last) = project.searching(understood("2999 grade:1 grade:5"))
    assert [match.passage for match in last.matches] == ["Ferry number 2999"]


ASKED = st.text(max_size=20)


def test_anything_may_be_asked() -> None:
    with folder_in_memory() as folder:
        project = started(folder / "case.evboard")
        claims.write(project, "A _ B")

        @given(ASKED)
        def ask(typed: str) -> None:
            assert len(project.search(typed)) <= 1

        ask()
        project.close()


LETTERS = "abBéÉßﬁ북한강漢字ЁёйЙ٣م"
TEXT = st.text(alphabet=LETTERS + " -.\n", max_size=24)
WORD = st.text(alphabet=LETTERS, min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=8), st.lists(WORD, min_size=1, max_size=12))
@pytest.mark.no_cover  # others run its lines
def test_parts_of_words_are_found_as_a_plain_look_through_all_texts_finds_them(
    texts: list[str], asked: list[str]
) -> None:
    with folder_in_memory() as folder:
        project = started(folder / "case.evboard")
        with project.transaction("Write many") as tx:
            for text in texts:
                tx.add(Claim(text=text))
        for word in asked:
            folded = fold(word)
            if len(folded) >= 3 or is_wordlike(folded):
                assert _texts(project, word) == {one for one in texts if folded in fold(one)}, word
        project.close()


def test_the_words_of_a_capture_lead_to_their_place(project: Project) -> None:
    report = pinned(project)
    (match,) = (one for one in project.search("witnesses") if one.is_text)
    assert match.record_id == report.capture.id
    assert match.at is not None
    assert HARBOUR[slice(*match.at)] == "witnesses"
    decomposed = unicodedata.normalize("NFD", "Der Höhepunkt der Fähre.\n")
    other = pinned(project, decomposed, "other.txt")
    (match,) = project.search("fähre")
    assert match.record_id == other.capture.id
    assert match.at is not None
    assert unicodedata.normalize("NFC", decomposed[slice(*match.at)]) == "Fähre"
    assert isinstance(project.find(match.record_id), Capture)
