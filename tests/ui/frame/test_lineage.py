"""Lineage in the window: what it shows of a claim, walking it, acting in it, trying without."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.analysis.chart import Route
from evidence_board.commands import boards, claims, independence, links, placing, removal
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Citation
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from evidence_board.ui.canvas.hover_text import card_text
from evidence_board.ui.dialogs.independence import IndependenceForm
from evidence_board.ui.dialogs.standing import StandingForm
from evidence_board.ui.docks.claim_page import ClaimPage
from evidence_board.ui.docks.page import LinkButton
from evidence_board.ui.docks.source_page import SourcePage
from evidence_board.ui.lineage.asking import CitationForm, GroupForm, SourceForm
from evidence_board.ui.lineage.view import LineageView
from evidence_board.ui.lineage.walking import Spot
from evidence_board.ui.regions import step_region
from evidence_board.ui.theme import apply_theme
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KEYS = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def traced(project: Project, claim: Claim) -> dict[str, str]:
    """Let the claim be carried by both files, through a wire from the office; give the ids."""
    one, other, office = project.all(Source)
    with project.transaction("Prepare") as tx:
        wire = tx.add(Source(id="wire", publisher="Harbour wire"))
        (said,) = [x for x in tx.all(Assertion) if x.claim == claim.id]
        tx.update(said, chain=(one.id, wire.id, office.id), hedge="perhaps")
        tx.add(Assertion(id="second", claim=claim.id, source=other.id, chain=(other.id, office.id)))
    return {"one": one.id, "other": other.id, "office": office.id, "wire": "wire"}


@pytest.fixture
def view(wiring: Wiring, traced: dict[str, str], claim: Claim) -> LineageView:
    """Give Lineage with the claim, the keyboard in its drawing."""
    wiring.document.trace(claim.id)
    assert wiring.mode == "lineage"
    assert traced["wire"] in _keys(wiring.lineage)
    return wiring.lineage


def _keys(view: LineageView) -> list[str]:
    chart = view.chart.chart
    assert chart is not None
    return [one.key for one in chart.stations]


def _routes(view: LineageView) -> tuple[Route, ...]:
    assert view.chart.chart is not None
    return view.chart.chart.routes


def _press(view: LineageView, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(view.chart, key, modifiers)


def _place(view: LineageView, key: str, across: float = 0.5) -> QPoint:
    box = view.chart.box_of_spot(Spot(key))
    assert box is not None
    return QPointF(box.left() + box.width() * across, box.center().y()).toPoint()


def _click(view: LineageView, key: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.chart.viewport(), left, modifiers, _place(view, key))


def _drag(view: LineageView, start: QPoint, end: QPoint) -> None:
    port, left = view.chart.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, NONE, start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, left, NONE, end)


def _form(kind: type[SourceForm] | type[GroupForm]) -> SourceForm | GroupForm:
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    (form,) = [one for one in shown if one.isVisible()]
    assert isinstance(form, SourceForm | GroupForm)
    return form


def _columns(view: LineageView) -> list[tuple[str, ...]]:
    assert view.chart.placed is not None
    return [column.keys for column in view.chart.placed.columns]


# What is shown


def test_the_claim_its_files_relays_and_origins_stand_from_left_to_right(
    view: LineageView, traced: dict[str, str], claim: Claim
) -> None:
    first, carriers, relays, origins = _columns(view)
    assert first == (claim.id,)
    assert set(carriers) == {traced["one"], traced["other"]}
    assert (relays, origins) == (("wire",), (traced["office"],))
    assert view.header.badge.text() == "2 sources, 1 origin"


def test_no_two_stations_lie_over_each_other_and_no_line_runs_behind_one(
    view: LineageView,
) -> None:
    placed = view.chart.placed
    assert placed is not None
    boxes = list(placed.boxes.values())
    for place, (x, y, width, height) in enumerate(boxes):
        for left, top, wide, high in boxes[:place]:
            apart = x + width <= left or left + wide <= x
            assert apart or y + height <= top or top + high <= y
    for lanes in placed.lanes.values():
        for left, right, y in lanes:
            over = [b for b in boxes if b[0] < right and b[0] + b[2] > left]
            assert all(not b[1] < y < b[1] + b[3] for b in over)


def test_what_the_claim_falls_with_is_told_in_words_and_in_the_table(
    view: LineageView, traced: dict[str, str], qtbot: QtBot
) -> None:
    office = view.chart.sight(traced["office"])
    assert office is not None
    assert office.cut
    assert "falls with it alone" in [sign.words for sign in office.signs]
    qtbot.waitUntil(lambda: view.table.topLevelItemCount() > 0)
    row = view.table.topLevelItem(0)
    assert row is not None
    assert [row.text(place) for place in (0, 3, 4, 5)] == ["1", "0", "✕ falls", "none"]
    assert row.text(1).endswith("Harbour office")
    assert row.text(2).endswith("2 of 2")


@pytest.mark.parametrize("how", ["space", "shift"])
def test_origins_are_counted_as_one_by_keys_alone(
    view: LineageView, project: Project, traced: dict[str, str], claim: Claim, how: str
) -> None:
    with project.transaction("Prepare") as tx:
        pilot = tx.add(Source(publisher="Pilot", origin_kind="anonymous", affiliation="Harbour"))
        chain = (traced["other"], pilot.id)
        tx.add(Assertion(claim=claim.id, source=traced["other"], chain=chain))
    view.chart.clearFocus()
    step_region([view], 1)
    assert view.chart.hasFocus(), "not the buttons of its head"
    _press(view, KEYS.Key_End)
    _press(view, KEYS.Key_Space)
    if how == "space":
        _press(view, KEYS.Key_Up)
        assert len(view.chart.picked) == 1, "what was kept stays, the keyboard is elsewhere"
        _press(view, KEYS.Key_Space)
    else:
        _press(view, KEYS.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert set(view.chart.picked) == {traced["office"], pilot.id}
    QTest.keyClick(view.chart, KEYS.Key_M, Qt.KeyboardModifier.ShiftModifier)
    form = _form(GroupForm)
    assert isinstance(form, GroupForm)
    QTest.keyClicks(form.label, "Harbour crew")
    QTest.keyClicks(form.reason, "one crew")
    QTest.keyClick(form.reason, KEYS.Key_Return)
    assert view.header.badge.text() == "2 sources, 1 origin"
    project.undo()
    assert view.header.badge.text() == "2 sources, 2 origins"
    unnamed = view.chart.sight(pilot.id)
    assert unnamed is not None
    assert "unnamed, Harbour" in [sign.words for sign in unnamed.signs]


def test_with_nothing_selected_the_inspector_says_how_many_claims_rest_on_what(
    wiring: Wiring, project: Project, traced: dict[str, str], claim: Claim, qtbot: QtBot
) -> None:
    claims.write(project, "Nobody said so.")
    wiring.document.select(())
    page = wiring.inspector.page
    assert page is not None

    def lines() -> dict[str, LinkButton]:
        return {one.words(): one for one in page.findChildren(LinkButton) if one.isVisible()}

    qtbot.waitUntil(lambda: {"On one origin: 1", "Without a source: 1"} <= set(lines()))
    lines()["On one origin: 1"].click()
    assert (wiring.mode, wiring.lineage.claim_id) == ("lineage", claim.id)
    wiring.document.select(())
    wiring.document.mute({traced["office"]})
    qtbot.waitUntil(lambda: "On one origin: 1" not in lines())


def test_a_board_that_is_hidden_catches_up_with_what_was_selected(
    view: LineageView, wiring: Wiring, project: Project, traced: dict[str, str], claim: Claim
) -> None:
    cards = [(claim.id, 0.0, 300.0), (traced["one"], 0.0, 0.0)]
    boards.pin_records(project, wiring.board_id, cards)
    wiring.document.select((traced["other"],))
    wiring.document.select((claim.id,))
    wiring.set_mode("board")
    assert wiring.board.live.focus == claim.id
    assert wiring.board.chosen.ids == (claim.id,)
    assert len(wiring.board.surface.strong) > 0


def test_hedges_are_shown_as_each_gave_them(view: LineageView, traced: dict[str, str]) -> None:
    told = {key: sight.notes for key in _keys(view) if (sight := view.chart.sight(key))}
    assert told[traced["one"]] == ("“perhaps”",)
    assert told[traced["other"]] == ()
    tip = view.chart.tip_at(QPointF(_place(view, traced["office"])))
    assert tip.split("\n")[:3] == ["Origin S3", "Harbour office", "not held"]
    assert tip.split("\n")[3:] == ["“perhaps”", "falls with it alone"]
    assert view.chart.tip_at(QPointF(1, 1)) == ""


def test_figures_are_shown_in_the_words_of_each(
    view: LineageView, project: Project, claim: Claim, traced: dict[str, str]
) -> None:
    with project.transaction("Prepare") as tx:
        tx.update(claim, quantity={"unit": "lorries", "value": 2, "stated": "Two lorries"})
        (said,) = [x for x in tx.referrers(claim.id) if isinstance(x, Assertion) and x.excerpt]
        marked = project.get(Excerpt, str(said.excerpt))
        tx.update(marked, exact="Two lorries stayed", start=24, end=42)
    one, other = (view.chart.sight(traced[name]) for name in ("one", "other"))
    assert one is not None
    assert other is not None
    assert one.chips == ("Two lorries",)
    assert other.chips == ("",)  # none was given, and that is said


def test_a_figure_of_as_much_in_another_unit_is_shown_as_it_stands(
    view: LineageView, project: Project, claim: Claim, traced: dict[str, str]
) -> None:
    with project.transaction("Prepare") as tx:
        tx.update(claim, quantity={"unit": "trucks", "value": 2, "stated": "2 trucks"})
        (said,) = [x for x in tx.referrers(claim.id) if isinstance(x, Assertion) and x.excerpt]
        marked = project.get(Excerpt, str(said.excerpt))
        tx.update(marked, exact="Two lorries stayed", start=24, end=42)
    one = view.chart.sight(traced["one"])
    assert one is not None
    assert one.chips == ("Two lorries",)


def test_nothing_is_said_to_fall_with_what_is_taken_for_gone_already(
    view: LineageView, wiring: Wiring, project: Project, traced: dict[str, str], claim: Claim
) -> None:
    with project.transaction("Prepare") as tx:
        group = tx.add(OriginGroup(label="Harbour"))
        tx.update(project.get(Source, traced["office"]), group=group.id)
        twin = tx.add(Source(publisher="Harbour master", origin_kind="identified", group=group.id))
        chain = (traced["other"], twin.id)
        tx.add(Assertion(id="third", claim=claim.id, source=traced["other"], chain=chain))
    wiring.document.mute({twin.id})
    gone, left = view.chart.sight(twin.id), view.chart.sight(traced["office"])
    assert gone is not None
    assert left is not None
    assert [sign.words for sign in gone.signs] == ["muted"]
    assert (gone.cut, left.cut) == (False, True)


def test_a_loop_is_told_by_name(
    view: LineageView, project: Project, traced: dict[str, str], claim: Claim
) -> None:
    with project.transaction("Prepare") as tx:
        tx.add(Citation(from_id=traced["office"], to_id=traced["wire"], type="quotes"))
    wire = view.chart.sight("wire")
    assert wire is not None
    assert wire.station.looped
    assert any("circular with" in sign.words for sign in wire.signs)


def test_a_claim_without_a_source_says_so_and_offers_to_link_one(
    wiring: Wiring, project: Project
) -> None:
    bare = claims.write(project, "Nobody said this.")
    wiring.document.trace(bare.id)
    wiring.lineage.link_source.click()
    form = _form(SourceForm)
    assert isinstance(form, SourceForm)
    form.name.setText("S1")
    form.verb.click()
    assert wiring.lineage.header.badge.text() == "1 source, 0–1 origins"


@pytest.mark.parametrize("scheme", ["light", "dark", "highContrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_paints_in_every_theme_and_scale(
    view: LineageView, application: QApplication, scheme: str, scale: float
) -> None:
    before = view.grab().toImage()
    apply_theme(application, scheme, scale)  # type: ignore[arg-type]  # the names of the themes
    after = view.grab().toImage()
    assert after.size() == before.size()
    assert _colours(after) > 8
    assert scheme == "light" or after != before


def _colours(image: QImage) -> int:
    spots = ((x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7))
    return len({image.pixel(x, y) for x, y in spots})


def test_the_inspector_tells_what_the_claim_falls_with_and_its_badge_leads_here(
    wiring: Wiring, traced: dict[str, str], claim: Claim
) -> None:
    wiring.document.select((claim.id,))
    page = wiring.inspector.page
    assert isinstance(page, ClaimPage)
    assert page.origins.falls.text().endswith("Harbour office.")
    QTest.mouseClick(page.origins.badge, Qt.MouseButton.LeftButton)
    assert wiring.mode == "lineage"
    assert wiring.lineage.claim_id == claim.id
    wiring.set_mode("board")
    QTest.keyClick(page.origins.link, KEYS.Key_Return)
    assert wiring.mode == "lineage"


def test_a_click_on_the_badge_of_a_card_leads_here_and_beside_it_only_selects(
    wiring: Wiring, traced: dict[str, str], claim: Claim, project: Project
) -> None:
    board = wiring.board
    with project.transaction("Prepare") as tx:
        placing.put(tx, claim.id, wiring.board_id, 0.0, 0.0)
    row = board.sheet.layout.row_of_record[claim.id]
    board.camera.show_area(tuple(board.sheet.layout.boxes[row].tolist()))
    x, y, width, height = board.sheet.layout.boxes[row].tolist()
    spots = [(x + across, y + height - up) for across in (30.0, 60.0) for up in range(4, 40, 2)]
    on = [spot for spot in spots if board.badge_at(*spot) == claim.id]
    assert on
    beside = (x + width - 6, y + height - 6)
    for place, mode in ((beside, "board"), (on[0], "lineage")):
        left, top = board.camera.viewport.to_screen(*place)
        QTest.mouseClick(board, Qt.MouseButton.LeftButton, NONE, QPoint(round(left), round(top)))
        assert wiring.document.selected == (claim.id,)
        assert wiring.mode == mode


# Walking


def test_arrows_walk_from_the_claim_to_the_origin_and_back(
    view: LineageView, traced: dict[str, str], claim: Claim, wiring: Wiring
) -> None:
    _press(view, KEYS.Key_Home)
    passed = []
    for _ in range(3):
        _press(view, KEYS.Key_Right)
        assert view.chart.spot is not None
        passed.append(view.chart.spot.key)
    assert passed[-1] == traced["office"]
    assert wiring.document.selected == (traced["office"],)
    for _ in range(3):
        _press(view, KEYS.Key_Left)
    assert view.chart.spot == Spot(claim.id)


def test_up_and_down_walk_a_column_and_end_goes_to_the_last_origin(
    view: LineageView, traced: dict[str, str]
) -> None:
    _press(view, KEYS.Key_Home)
    _press(view, KEYS.Key_Right)
    first = view.chart.spot
    _press(view, KEYS.Key_Down)
    second = view.chart.spot
    _press(view, KEYS.Key_Up)
    carriers = set(_columns(view)[1])
    assert {spot.key for spot in (first, second) if spot} <= carriers
    view.chart.go(None)
    _press(view, KEYS.Key_End)
    assert view.chart.spot == Spot(traced["office"])


def test_alt_and_an_arrow_go_onto_a_line_and_along_it(
    view: LineageView, traced: dict[str, str]
) -> None:
    view.chart.go(Spot("wire"))
    _press(view, KEYS.Key_Left, ALT)
    assert view.chart.spot == Spot(traced["one"], "wire")
    _press(view, KEYS.Key_Right)
    assert view.chart.spot == Spot("wire")
    view.chart.go(Spot(traced["office"]))
    _press(view, KEYS.Key_Left, ALT)
    line = view.chart.spot
    _press(view, KEYS.Key_Down)
    assert view.chart.spot != line
    assert view.chart.spot is not None
    assert view.chart.spot.farther == traced["office"]


def test_a_screen_reader_finds_stations_and_lines_by_name(view: LineageView) -> None:
    listed = QAccessible.queryAccessibleInterface(view.chart)
    names = [
        listed.child(place).text(QAccessible.Text.Name) for place in range(listed.childCount())
    ]
    assert listed.role() == QAccessible.Role.List
    assert any(name.startswith("Relay") and "Harbour wire" in name for name in names)
    assert any(name.startswith("Origin") and "falls with it alone" in name for name in names)
    assert sum("rests on" in name for name in names) == 5


def test_enter_reads_the_words_of_a_source(
    view: LineageView, traced: dict[str, str], wiring: Wiring
) -> None:
    view.chart.go(Spot(traced["one"]))
    _press(view, KEYS.Key_Return)
    assert wiring.mode == "reader"
    assert wiring.reader.source_id == traced["one"]


def test_a_click_selects_in_all_views_and_escape_lets_go(
    view: LineageView, traced: dict[str, str], wiring: Wiring
) -> None:
    _click(view, traced["one"])
    alone = list(wiring.document.selected)
    _click(view, "wire", Qt.KeyboardModifier.ShiftModifier)
    both = list(wiring.document.selected)
    _press(view, KEYS.Key_Escape)
    assert (alone, both) == ([traced["one"]], [traced["one"], "wire"])
    assert not wiring.document.selected


# Acting


def test_cutting_a_line_recounts_at_once_and_undo_brings_it_back(
    view: LineageView, traced: dict[str, str], wiring: Wiring
) -> None:
    view.chart.go(Spot(traced["other"], traced["office"]))
    wiring.window.actions_here["lineage_cut"].trigger()
    assert view.header.badge.text() == "2 sources, 1–2 origins"
    wiring.document.undo()
    assert view.header.badge.text() == "2 sources, 1 origin"


def test_delete_cuts_the_line_with_the_focus_and_never_a_source(
    view: LineageView, traced: dict[str, str], wiring: Wiring, project: Project
) -> None:
    view.chart.setFocus()
    view.chart.go(Spot("wire"))
    wiring.window.actions_here["delete"].trigger()
    assert project.find("wire") is not None
    view.chart.go(Spot("wire", traced["office"]))
    wiring.window.actions_here["delete"].trigger()
    assert view.header.badge.text() == "2 sources, 1–2 origins"


def test_a_citation_is_added_by_the_beginning_of_a_name(
    view: LineageView, traced: dict[str, str], wiring: Wiring, project: Project
) -> None:
    view.chart.go(Spot(traced["office"]))
    wiring.window.actions_here["lineage_cite"].trigger()
    form = _form(CitationForm)
    assert isinstance(form, CitationForm)
    form.name.setText("Port ministry")
    form.kind.show_key("paraphrases")
    form.verb.click()
    (made,) = project.all(Citation)
    assert (made.from_id, made.type) == (traced["office"], "paraphrases")
    assert _columns(view)[-1] == (made.to_id,)
    assert project.undo_label == "Add citation"


def test_enter_takes_what_is_written_while_the_list_of_names_lies_open(
    view: LineageView, traced: dict[str, str], wiring: Wiring, project: Project
) -> None:
    view.chart.go(Spot("wire"))
    wiring.window.actions_here["lineage_cite"].trigger()
    form = _form(CitationForm)
    assert isinstance(form, CitationForm)
    other = project.get(Source, traced["other"])
    QTest.keyClicks(form.name, other.mark)
    listed = form.name.completer().popup()
    assert listed is not None
    assert listed.isVisible()
    QTest.keyClick(listed, KEYS.Key_Return)
    assert not form.isVisible()
    (made,) = project.all(Citation)
    assert (made.from_id, made.to_id) == ("wire", other.id)


def test_a_citation_that_cannot_be_leaves_its_form_open(
    view: LineageView, wiring: Wiring, project: Project
) -> None:
    view.chart.go(Spot("wire"))
    wiring.window.actions_here["lineage_cite"].trigger()
    form = _form(CitationForm)
    assert isinstance(form, CitationForm)
    form.name.setText("Harbour wire")
    form.verb.click()
    assert form.isVisible()
    assert project.all(Citation) == ()
    form.reject()


def test_dragging_the_dot_of_a_station_to_another_asks_for_the_type(
    view: LineageView, traced: dict[str, str], project: Project
) -> None:
    _click(view, traced["other"])
    _drag(view, _place(view, traced["other"], 1.0), _place(view, "wire"))
    form = _form(CitationForm)
    assert isinstance(form, CitationForm)
    form.verb.click()
    (made,) = project.all(Citation)
    assert (made.from_id, made.to_id, made.type) == (traced["other"], "wire", "relays")


def test_dragging_the_head_of_a_line_leads_it_elsewhere(
    view: LineageView, traced: dict[str, str], project: Project
) -> None:
    ends = [(x.nearer, x.farther) for x in _routes(view)]
    curve = view.chart.curves[ends.index((traced["other"], traced["office"]))]
    zoom = view.chart.zoom
    office = view.chart.box_of_spot(Spot(traced["office"]))
    placed = view.chart.placed
    assert office is not None
    assert placed is not None
    down = (curve.end[1] - placed.boxes[traced["office"]][1]) * zoom
    head = QPoint(round(office.left()) - 6, round(office.top() + down))
    _drag(view, head, _place(view, "wire"))
    assert project.get(Assertion, "second").chain == (traced["other"], "wire")


def test_a_line_is_led_elsewhere_by_name(
    view: LineageView, traced: dict[str, str], wiring: Wiring, project: Project
) -> None:
    view.chart.go(Spot(traced["other"], traced["office"]))
    wiring.window.actions_here["lineage_elsewhere"].trigger()
    form = _form(SourceForm)
    assert isinstance(form, SourceForm)
    form.name.setText("harbour WIRE")
    form.verb.click()
    assert project.get(Assertion, "second").chain == (traced["other"], "wire")
    assert ("wire", traced["office"]) in [(x.nearer, x.farther) for x in _routes(view)]


def test_somebody_unknown_is_noted_behind_a_source(view: LineageView, wiring: Wiring) -> None:
    view.chart.go(Spot("wire"))
    wiring.window.actions_here["lineage_upstream"].trigger()
    assert wiring.document.project.undo_label == "Note unknown source"


def test_origins_are_counted_as_one_folded_and_taken_apart(
    view: LineageView, traced: dict[str, str], wiring: Wiring, project: Project, claim: Claim
) -> None:
    with project.transaction("Prepare") as tx:
        pilot = tx.add(Source(id="pilot", publisher="Pilot", origin_kind="identified"))
        said = project.get(Assertion, "second")
        tx.update(said, chain=(traced["other"], pilot.id))
    assert view.header.badge.text() == "2 sources, 2 origins"
    view.chart.go(Spot("pilot"))
    view.chart.go(Spot(traced["office"]))
    view.chart.go(Spot("pilot"), add=True)
    wiring.window.actions_here["origins_merge"].trigger()
    form = _form(GroupForm)
    assert isinstance(form, GroupForm)
    form.label.setText("The port")
    form.verb.click()
    assert form.isVisible()  # a reason is missing
    form.reason.setText("Both work for the port")
    form.verb.click()
    assert view.header.badge.text() == "2 sources, 1 origin"
    (group,) = project.all(OriginGroup)
    wiring.window.actions_here["fold_origins"].trigger()
    assert group.id in _keys(view)
    assert "pilot" not in _keys(view)
    wiring.window.actions_here["fold_origins"].trigger()
    assert "pilot" in _keys(view)
    wiring.window.actions_here["origins_part"].trigger()
    assert view.header.badge.text() == "2 sources, 2 origins"


def test_relays_are_folded_into_their_lines(view: LineageView, wiring: Wiring) -> None:
    wiring.window.actions_here["fold_relays"].trigger()
    assert "wire" not in _keys(view)
    wiring.window.actions_here["fold_relays"].trigger()
    assert "wire" in _keys(view)


# Independence and standing


@pytest.fixture
def pilot(project: Project, traced: dict[str, str]) -> str:
    """Let the second file have it from a pilot; give the pilot's id."""
    with project.transaction("Prepare") as tx:
        tx.add(Source(id="pilot", publisher="Pilot", origin_kind="identified"))
        tx.update(project.get(Assertion, "second"), chain=(traced["other"], "pilot"))
    return "pilot"


def _judging() -> IndependenceForm:
    shown = [x for x in QApplication.topLevelWidgets() if isinstance(x, IndependenceForm)]
    (form,) = [one for one in shown if one.isVisible()]
    return form


def test_two_picked_origins_are_judged_by_keys_alone(
    view: LineageView, traced: dict[str, str], pilot: str, project: Project
) -> None:
    """ORIGINS-22."""
    assert "independence not judged" in view.header.strict.text()
    view.chart.setFocus()
    view.chart.go(Spot(traced["office"]))
    view.chart.go(Spot(pilot), add=True)
    QTest.keyClick(view.chart, KEYS.Key_I)
    form = _judging()
    shared, assumed = form.verdict.button("shared"), form.verdict.button("assumed")
    assert form.focusWidget() is shared
    QTest.keyClick(shared, KEYS.Key_Right)
    assert form.focusWidget() is assumed, "Tab stops at one of them only: the arrows go on"
    QTest.keyClick(assumed, KEYS.Key_Left)
    QTest.keyClick(shared, KEYS.Key_Left)
    assert form.focusWidget() is shared
    QTest.keyClick(shared, KEYS.Key_Right)
    QTest.keyClick(assumed, KEYS.Key_Space)
    QTest.keyClick(form.reason, KEYS.Key_Return)
    assert form.isVisible(), "a reason is missing"
    QTest.keyClicks(form.reason, "No link is known")
    QTest.keyClick(form.reason, KEYS.Key_Return)
    assert project.undo_label == "Judge independence"
    assert "independence partly assumed" in view.header.strict.text()
    assert view.header.badge.text() == "2 sources, 2 origins"
    project.undo()
    assert "independence not judged" in view.header.strict.text()


def test_a_row_of_the_table_is_judged_as_shared_and_counts_once(
    view: LineageView, pilot: str, project: Project
) -> None:
    """ORIGINS-22."""
    assert view.tables.which.button("pairs").text() == "Independence (1 not judged)"
    view.tables.which.button("pairs").click()
    row = view.pairs.topLevelItem(0)
    assert row is not None
    assert row.text(2) == "? not judged"
    view.pairs.setFocus()
    QTest.keyClick(view.pairs, KEYS.Key_Home)
    QTest.keyClick(view.pairs, KEYS.Key_Return)
    form = _judging()
    assert not form.label.isEnabled()
    form.verdict.button("shared").click()
    assert form.label.isEnabled()
    form.label.setText("The port")
    form.reason.setText("The office sent him")
    form.verb.click()
    assert view.header.badge.text() == "2 sources, 1 origin"
    assert [one.label for one in project.all(OriginGroup)] == ["The port"]
    assert view.pairs.topLevelItemCount() == 0


def test_a_verdict_is_taken_back_in_the_same_form(
    view: LineageView, traced: dict[str, str], pilot: str, project: Project
) -> None:
    """ORIGINS-22."""
    independence.judge(project, pilot, traced["office"], "shown", "Two logs.")
    assert "independence shown" in view.header.strict.text()
    view.acts.judge((pilot, traced["office"]))
    form = _judging()
    assert (form.reason.text(), form.verdict.button("shown").isChecked()) == ("Two logs.", True)
    form.verdict.button("shown").click()
    form.verb.click()
    assert project.undo_label == "Take verdict on independence back"


def test_what_is_retracted_is_told_beforehand_marked_and_recounted(
    view: LineageView, traced: dict[str, str], pilot: str, wiring: Wiring, project: Project
) -> None:
    """ORIGINS-19."""
    view.chart.setFocus()
    view.chart.go(Spot(pilot))
    wiring.window.actions_here["retract"].trigger()
    shown = [x for x in QApplication.topLevelWidgets() if isinstance(x, StandingForm)]
    (form,) = [one for one in shown if one.isVisible()]
    form.standing.button("retracted").click()
    assert "C1 from 2 to 1" in form.effect.text()
    form.verb.click()
    assert form.isVisible(), "where it says so is missing"
    form.words.setText("Its note of 5 October")
    form.verb.click()
    assert view.header.badge.text() == "2 sources, 1 origin"
    sight = view.chart.sight(pilot)
    assert sight is not None
    assert sight.gone
    assert "retracted" in [sign.words for sign in sight.signs]
    page = wiring.inspector.page
    assert isinstance(page, SourcePage)
    assert "C1 from 2 to 1" in page.standing.recounted.text()
    assert page.standing.remark.text == "Its note of 5 October"
    project.undo()
    assert view.header.badge.text() == "2 sources, 2 origins"
    assert page.standing.recounted.text() == "If it falls, origins: C1 from 2 to 1."
    independence.judge(project, pilot, traced["office"], "assumed", "No link is known.")
    assert page.standing.verdicts.text().endswith("Harbour office: assumed. No link is known.")


# What-if


def test_what_is_taken_for_gone_counts_nowhere_and_nothing_is_written(
    view: LineageView, traced: dict[str, str], wiring: Wiring, project: Project, claim: Claim
) -> None:
    """ORIGINS-21."""
    steps = len(project.steps())
    actions = wiring.window.actions_here
    view.chart.setFocus()
    view.chart.go(Spot(traced["office"]))
    actions["what_if"].trigger()
    assert view.header.badge.text() == "no source"
    assert wiring.document.counts.origins(claim).n_max == 0
    assert wiring.what_if.isVisible()
    assert "Harbour office" in wiring.what_if.text.accessibleName()
    assert not actions["export_brief"].isEnabled()
    assert len(project.steps()) == steps
    row = wiring.board.sheet.layout.row_of_record.get(claim.id)
    if row is not None:
        badge = wiring.board.sheet.face(row).badge
        assert badge is not None
        assert badge.text != "2 sources, 1 origin"
    actions["end_what_if"].trigger()
    assert not wiring.what_if.isVisible()
    assert actions["export_brief"].isEnabled()
    assert view.header.badge.text() == "2 sources, 1 origin"


def test_suggestions_and_issues_obey_a_what_if_and_offer_nothing_to_take(
    view: LineageView, traced: dict[str, str], wiring: Wiring, qtbot: QtBot, claim: Claim
) -> None:
    """ORIGINS-21 and WARN-33."""
    document = wiring.document
    page = wiring.inspector.page
    assert isinstance(page, ClaimPage)
    assert page.credibility.suggestion.text().startswith("Suggested: 3.")
    assert not page.credibility.accept.isHidden()
    document.mute({traced["office"]})
    assert page.credibility.suggestion.text().startswith("In this what-if. Suggested: 6.")
    assert page.credibility.accept.isHidden()
    assert page.confidence.ceiling.text().startswith("In this what-if. Suggested: at most low.")
    assert "no identified origin" in page.confidence.ceiling.text()
    assert page.origins.sentence.text() == "In this what-if no source carries it."
    wiring.show_issues()
    qtbot.waitUntil(lambda: document.issues.current)
    details = wiring.panels.issues.details
    assert details.later.isHidden()
    document.mute(())
    qtbot.waitUntil(lambda: document.issues.current)
    assert not details.later.isHidden()
    assert page.credibility.suggestion.text().startswith("Suggested: 3.")
    assert page.confidence.ceiling.text().startswith("Suggested: at most")


def test_a_contradiction_that_is_taken_for_gone_shows_nowhere(
    view: LineageView, wiring: Wiring, project: Project, claim: Claim
) -> None:
    """WARN-33: neither on the cards, nor in the inspector, nor under the pointer."""
    other = claims.write(project, "It was never seen.", kind="reported")
    link = links.connect(project, other.id, claim.id, "contradicts", "Both cannot be.")
    boards.pin_records(project, wiring.board_id, [(claim.id, 0.0, 0.0)])
    page, sheet = wiring.inspector.page, wiring.board.sheet
    assert isinstance(page, ClaimPage)

    def signs() -> tuple[bool, int, bool]:
        face = sheet.face(sheet.layout.row_of_record[claim.id])
        told = card_text(claim, face, project, wiring.document.counts.muted)
        return face.contradicted, len(page.conflicts.lines()), "Contradicted by" in told

    assert signs() == (True, 1, True)
    wiring.document.mute({link.id})
    assert signs() == (False, 0, False)
    wiring.document.mute(())
    assert signs() == (True, 1, True)


def test_enter_on_a_row_of_the_table_tries_without_it(
    view: LineageView, wiring: Wiring, qtbot: QtBot, traced: dict[str, str]
) -> None:
    qtbot.waitUntil(lambda: view.table.topLevelItemCount() > 0)
    QTest.keyClick(view.table, KEYS.Key_Home)
    assert view.chart.spot == Spot(traced["office"])
    QTest.keyClick(view.table, KEYS.Key_Return)
    assert wiring.document.counts.muted == {traced["office"]}


def test_what_is_gone_in_truth_is_not_taken_for_gone_any_more(
    view: LineageView, wiring: Wiring, project: Project
) -> None:
    wiring.document.mute({"wire"})
    assert wiring.what_if.isVisible()
    removal.remove(project, ("wire",))
    assert wiring.document.counts.muted == frozenset()


# The list of claims


def test_claims_are_listed_weakest_first_and_one_leads_there(
    wiring: Wiring, project: Project, traced: dict[str, str], claim: Claim, qtbot: QtBot
) -> None:
    bare = claims.write(project, "Nobody said this.")
    strong = claims.write(project, "Two said this.", kind="reported")
    with project.transaction("Prepare") as tx:
        for name, origin in (("one", "other"), ("other", "office")):
            chain = (traced[name],) if name == "one" else (traced[name], traced[origin])
            tx.add(Assertion(claim=strong.id, source=traced[name], chain=chain))
    wiring.set_mode("lineage")
    listed = wiring.panels.claims
    qtbot.waitUntil(lambda: listed.ready and listed.rows.rowCount() == 3)
    ids = [listed.rows.row_at(place).id for place in range(3)]
    assert ids == [claim.id, strong.id, bare.id]
    assert listed.rows.row_at(0).number == "1"
    listed.list.setFocus()
    listed.list.setCurrentIndex(listed.rows.index(1, 0))
    assert wiring.lineage.claim_id == strong.id


def test_what_carries_most_is_listed_with_the_claims_that_fall(
    wiring: Wiring, traced: dict[str, str], claim: Claim, qtbot: QtBot
) -> None:
    wiring.set_mode("lineage")
    listed = wiring.panels.claims
    qtbot.waitUntil(lambda: listed.ready and listed.rows.rowCount() == 1)
    listed.which.button("bearing").click()
    row = listed.rows.row_at(0)
    assert row.id == traced["office"]
    assert claim.mark in row.below


def test_the_first_sight_is_the_same_where_the_list_lies_in_a_drawer(
    wiring: Wiring, traced: dict[str, str], claim: Claim, qtbot: QtBot
) -> None:
    wiring.window.resize(1100, 700)
    wiring.set_mode("lineage")
    assert not wiring.panels.claims.isVisible()
    qtbot.waitUntil(lambda: wiring.lineage.claim_id == claim.id)


def test_the_first_sight_is_the_weakest_claim(
    wiring: Wiring, traced: dict[str, str], claim: Claim, qtbot: QtBot
) -> None:
    wiring.set_mode("lineage")
    qtbot.waitUntil(lambda: wiring.lineage.claim_id == claim.id)
