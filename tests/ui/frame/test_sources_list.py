"""The list of sources: new ones come to their group, rows are selected with the records."""

from evidence_board.commands import sources
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.docks.source_row import COUNT, ID, MORE
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.conftest import WORDS, draft


def test_new_sources_stand_in_the_list_as_they_do_when_it_is_filled_anew(
    wiring: Wiring, project: Project
) -> None:
    tree = wiring.sources.tree
    sources.pin(project, [draft(f"{n}.txt", f"{WORDS} {n}") for n in range(5)])
    shown = [(row.text(0), row.data(0, ID), row.data(0, MORE)) for row in tree.rows()]
    counts = [head.data(0, COUNT) for head in tree.heads()]
    wiring.sources.refresh()
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
        assert set(wiring.sources.tree.selected_ids()) == set(chosen)
