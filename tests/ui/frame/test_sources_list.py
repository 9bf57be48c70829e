"""The list of sources: new ones come to their group, rows are selected with the records."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidence_board.commands import bringing, editing, sources
from evidence_board.ingest.draft import ListDraft, Proposal
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.docks.source_row import COUNT, GRADE, ID, MORE
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.conftest import WORDS, draft


def listed(*titles: str) -> ListDraft:
    """Return a list of references with these titles, of which nothing is held."""
    return ListDraft("refs.ris", tuple({"title": Proposal(one, "stated", one)} for one in titles))


def test_new_sources_stand_in_the_list_as_they_do_when_it_is_filled_anew(
    wiring: Wiring, project: Project
) -> None:
    tree = wiring.panels.sources.tree
    sources.pin(project, [draft(f"{n}.txt", f"{WORDS} {n}") for n in range(5)])
    shown = [(row.text(0), row.data(0, ID), row.data(0, MORE)) for row in tree.rows()]
    counts = [head.data(0, COUNT) for head in tree.heads()]
    wiring.panels.sources.refresh()
    assert [(row.text(0), row.data(0, ID), row.data(0, MORE)) for row in tree.rows()] == shown
    assert [head.data(0, COUNT) for head in tree.heads()] == counts
    assert len(shown) == 8


def test_any_rows_of_the_list_are_selected_with_the_records(
    wiring: Wiring, project: Project
) -> None:
    sources.pin(project, [draft(f"{n}.txt", f"{WORDS} {n}") for n in range(6)])
    ids = [one.id for one in project.all(Source)]
    for chosen in (ids[1:4], [ids[0], ids[2], ids[5]], ids, []):
        wiring.document.select(chosen)
        assert set(wiring.panels.sources.tree.selected_ids()) == set(chosen)


def test_the_list_follows_a_large_batch_now_and_then_and_is_whole_at_its_end(
    wiring: Wiring, project: Project, qtbot: QtBot
) -> None:
    tree, arriving = wiring.panels.sources.tree, wiring.document.arriving
    before = len(tree.rows())
    arriving.begin()
    sources.pin(project, [draft("c.txt", f"{WORDS} 3")])
    sources.pin(project, [draft("d.txt", f"{WORDS} 4")])
    assert len(tree.rows()) == before
    wiring.document.undo()
    assert len(tree.rows()) == before + 1, "what is gone is never shown"
    sources.pin(project, [draft("e.txt", f"{WORDS} 5")])
    arriving.end()
    qtbot.waitUntil(lambda: len(tree.rows()) == before + 2, timeout=1_000)


def test_rows_stay_what_they_are_while_more_sources_come(wiring: Wiring, project: Project) -> None:
    tree = wiring.panels.sources.tree
    before = tree.rows()
    bringing.bring_in(project, [listed("Report a", "Report b")])
    cited = next(head for head in tree.heads() if head.text(0) == "Cited only")
    first = cited.lines[0]
    bringing.bring_in(project, [listed("Report c")])
    assert [line.data(0, Qt.ItemDataRole.DisplayRole) for line in cited.lines] == [
        "Report a",
        "Report b",
        "Report c",
    ]
    assert cited.lines[0] is first
    assert set(before) <= set(tree.rows())
    assert [head.text(0) for head in tree.heads()] == ["Held", "Cited only", "Origins"]


def test_a_row_tells_what_its_source_says_now(wiring: Wiring, project: Project) -> None:
    tree = wiring.panels.sources.tree
    row = tree.rows()[0]
    source = project.get(Source, row.id)
    editing.change(project, source, reliability="B", publisher="The Lighthouse")
    assert (row.text(0), row.data(0, GRADE)) == ("The Lighthouse", "B")
    spoken = row.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).endswith("The Lighthouse, reliability B")


def test_a_heading_goes_with_the_last_source_of_its_group(wiring: Wiring, project: Project) -> None:
    tree = wiring.panels.sources.tree
    bringing.bring_in(project, [listed("Report")])
    wiring.document.undo()
    assert [head.text(0) for head in tree.heads()] == ["Held", "Origins"]
    wiring.document.redo()
    assert [(head.text(0), len(head.lines)) for head in tree.heads()][1] == ("Cited only", 1)
