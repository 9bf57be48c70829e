"""A board read from columns equals one built record by record; its heights are those of words."""

from contextlib import suppress
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from evidence_board.commands import boards, claims, editing, links, notes, projects, tagging
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from evidence_board.ui.canvas.faces import CARD_KINDS, kind_of
from evidence_board.ui.canvas.heights import box_of
from evidence_board.ui.canvas.lettering import Lettering, Role
from evidence_board.ui.canvas.lines import Lines
from evidence_board.ui.canvas.measuring import line_counts
from evidence_board.ui.canvas.places import Place, Places
from evidence_board.ui.canvas.reading_cards import read_cards
from evidence_board.ui.canvas.reading_ties import read_ties
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.canvas.ties import Tie, Ties, tie_of
from evidence_board.ui.tokens import load_tokens
from tests.commands.cases import pinned, words
from tests.ui.canvas.test_sheet import act_at_random, known

TEXTS = (
    *("", " ", "  ", "\n", "a ", " a", "a  b", "\n\n", "a\n", "\na", " \n ", "x" * 400),
    *("AVAVA Tory, “quoted” – we’re…", "Съешь же ещё этих мягких французских булок, да выпей чаю"),
    *(
        "北京的天气很好今天我们去公园散步",
        "مرحبا بالعالم هذا نص",
        "Zażółć gęślą jaźń",
        "é́ combining",
    ),
    *(
        "A family 👩‍👩‍👧 and a flag 🇰🇷 here",
        "fi ffi fl -> => != 1/2",
        "Ελληνικά και άλλα",
        "soft\xadhyphen",
    ),
)
LETTERS = "".join(map(chr, range(33, 127))) + "éäößŁżабвгдЖщ“”–…中日عה👍\n     "


@pytest.fixture
def lettering(application: QApplication) -> Lettering:
    return Lettering(load_tokens("light"))


def texts_at_random(chance: Random) -> list[str]:
    """Return the hard texts, and others of any letters, of plain words and of parts of these."""
    made = list(TEXTS)
    for _ in range(150):
        made.append("".join(chance.choices(LETTERS, k=chance.randrange(60))))
        parts = chance.choices([*TEXTS, "word", "longer words", "AV", "To."], k=chance.randrange(9))
        made.append(" ".join(parts))
    return [*made, "many words " * 400]


@pytest.mark.parametrize("role", ["cardTitle", "excerpt", "body"])
@pytest.mark.parametrize("most", [1, 4, 12])
def test_many_texts_break_into_as_many_lines_as_each_alone(
    lettering: Lettering, role: Role, most: int
) -> None:
    chance = Random(most)
    texts = texts_at_random(chance)
    widths = np.array([chance.choice([0.0, 5.5, 182.0, chance.random() * 400]) for _ in texts])
    counts = line_counts(lettering, role, texts, widths, most)
    alone = [
        len(lettering.wrap(role, text, width, most))
        for text, width in zip(texts, widths.tolist(), strict=True)
    ]
    assert counts.tolist() == alone


@pytest.mark.parametrize("role", ["cardTitle", "excerpt", "body"])
def test_words_take_the_room_that_they_take_when_they_are_painted(
    lettering: Lettering, role: Role
) -> None:
    chance = Random(3)
    common = "".join(map(chr, range(33, 127)))
    share = 64 * lettering.base_size(role) / lettering.size(role)
    for _ in range(2_000):
        word = "".join(chance.choices(common, k=chance.randrange(1, 12)))
        assert lettering.advances(role).of(word) == round(lettering.width(role, word) * share)


def test_the_words_of_a_title_never_pass_its_width(lettering: Lettering) -> None:
    for text in texts_at_random(Random(5)):
        for line in lettering.wrap("cardTitle", text, 182.0, 4):
            assert lettering.width("cardTitle", line.strip()) <= 183.0 or len(line) < 3


def filled(project: Project, board: str, chance: Random) -> None:
    """Do many acts of a person, some of them on what a card is high by."""
    for _ in range(60):
        act_at_random(project, board, chance)
        some = project.all(Claim)
        with suppress(ProjectError, ValueError, IndexError):
            one = chance.choice(some)
            act = chance.randrange(6)
            if act == 0:
                editing.change(project, one, likelihood=chance.choice([None, "likely"]))
            elif act == 1:
                editing.change(project, one, confidence="high", reason=chance.choice(["", "So."]))
            elif act == 2:
                tagging.add(project, [one.id], "Port")
            elif act == 3:
                card = chance.choice(project.all(Card))
                boards.resize(project, card.id, card.x, card.y, 120 + chance.random() * 200, 0.5)
            elif act == 4:
                text = chance.choice(TEXTS).strip() or "Why"
                notes.write(project, text, kind="note", about=one.id, board=board, x=0, y=0)
            else:
                links.connect(project, one.id, chance.choice(some).id, "contradicts", " ")


def built_singly(project: Project, board: str, lettering: Lettering) -> list[Place]:
    return [
        Place(
            *(card.id, card.record, CARD_KINDS.index(kind_of(project.find(card.record)))),
            *(box_of(card, project, lettering), card.layer, card.locked),
        )
        for card in project.all(Card)
        if card.board == board
    ]


def ties_singly(project: Project, shown: set[str]) -> dict[str, Tie]:
    records = [one for kind in (Assertion, Citation, Link, Note) for one in project.all(kind)]
    ties = (tie_of(record, project, shown) for record in records)
    return {tie.id: tie for tie in ties if tie is not None}


@pytest.mark.parametrize("seed", range(8))
def test_a_board_read_from_columns_equals_one_built_record_by_record(
    lettering: Lettering, tmp_path: Path, seed: int
) -> None:
    project = projects.start(tmp_path / "case.evboard")
    (board,) = project.all(Board)
    claims.mark(project, words(pinned(project), "ferry left"), board=board.id)
    filled(project, board.id, Random(seed))
    for here in project.all(Board):
        one = read_cards(project, here.id, lettering)
        other = Places.of(built_singly(project, here.id, lettering))
        assert (one.ids, one.records) == (other.ids, other.records)
        assert one.boxes.tolist() == other.boxes.tolist()
        assert one.kinds.tolist() == other.kinds.tolist()
        assert one.layers.tolist() == other.layers.tolist()
        assert one.locked.tolist() == other.locked.tolist()
        rows = {id: row for row, id in reversed(list(enumerate(one.records)))}
        ties = read_ties(project, rows)
        assert {tie.id: tie for tie in map(ties.tie, range(len(ties)))} == ties_singly(
            project, set(rows)
        )
        drawn = Lines(ties, rows)
        single = Lines(Ties.of(list(ties_singly(project, set(rows)).values())), rows)
        assert set(drawn.row_of) == set(single.row_of)
    project.close()


def test_reading_a_board_makes_no_record_of_what_lies_on_it(
    lettering: Lettering, tmp_path: Path
) -> None:
    path = tmp_path / "case.evboard"
    project = projects.start(path)
    (board,) = project.all(Board)
    filled(project, board.id, Random(1))
    project.close()
    project = Project.open(path)
    Sheet(project, board.id, lettering)
    tables = [project._records._tables[kind] for kind in (Card, Claim, Link)]
    assert all(len(table) and not any(table._records) for table in tables)
    project.close()


@pytest.mark.parametrize("seed", range(6))
def test_after_any_acts_cards_lie_over_each_other_as_on_the_board_read_anew(
    lettering: Lettering, tmp_path: Path, seed: int
) -> None:
    project = projects.start(tmp_path / "case.evboard")
    (board,) = project.all(Board)
    sheet = Sheet(project, board.id, lettering)

    def follow(changes: ChangeSet) -> None:
        sheet.apply(changes)

    project.observe(follow)
    chance = Random(seed)
    for _ in range(8):
        filled_little(project, board.id, chance)
        anew = Sheet(project, board.id, lettering)
        assert known(sheet) == known(anew)
        assert in_order(sheet) == in_order(anew)
    project.close()


def filled_little(project: Project, board: str, chance: Random) -> None:
    for _ in range(12):
        act_at_random(project, board, chance)


def in_order(sheet: Sheet) -> list[str]:
    """Return the cards from back to front."""
    layout = sheet.layout
    return [layout.ids[row] for row in np.argsort(layout.rank(np.arange(len(layout.ids))))]
