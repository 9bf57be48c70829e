"""The legend: the kinds of lines on the board, in as many rows as the view's width asks for."""

import pytest

from evidence_board.commands import claims, links, sources
from evidence_board.ui.canvas.samples import SAMPLE_WIDTH
from tests.ui.canvas.conftest import Case, Hands


@pytest.fixture
def every_kind(hands: Hands, case: Case) -> Hands:
    """Give a board with many kinds of lines."""
    project, board = hands.project, case.board.id
    third = claims.write(project, "Nobody left.", board=board, x=320, y=240)
    other = sources.cite(project, "Harbour news", board=board, x=640, y=120)
    links.connect(project, third.id, case.first.id, "contradicts", "x")
    links.connect(project, case.second.id, case.support.id, "undercuts", "x")
    links.connect(project, third.id, case.second.id, "elaborates", "x")
    links.connect(project, other.id, case.source.id, "quotes")
    again = sources.cite(project, "Harbour weekly", board=board, x=640, y=240)
    links.connect(project, again.id, case.source.id, "republishes")
    hands.settle()
    return hands


@pytest.mark.parametrize("width", [560, 700, 872, 1_000, 1_600])
def test_the_legend_shows_every_kind_beside_the_minimap(every_kind: Hands, width: int) -> None:
    every_kind.view.resize(width, 700)
    every_kind.settle()
    legend, minimap = every_kind.view.overlays.legend, every_kind.view.overlays.minimap
    assert legend.isVisible()
    assert len(legend.accessibleDescription().split(", ")) == 6
    assert every_kind.view.rect().contains(legend.geometry())
    assert not legend.geometry().intersects(minimap.geometry())


def test_where_the_view_is_wide_there_is_one_row(every_kind: Hands) -> None:
    legend = every_kind.view.overlays.legend
    every_kind.view.resize(1_600, 700)
    single = legend.height()
    assert legend.width() > 6 * SAMPLE_WIDTH
    every_kind.view.resize(700, 700)
    assert legend.height() > single


def test_without_lines_there_is_no_legend(every_kind: Hands) -> None:
    every_kind.document.select(tuple(every_kind.view.sheet.layout.lines.row_of))
    every_kind.view.act("delete")
    every_kind.settle()
    assert not every_kind.view.overlays.legend.isVisible()
