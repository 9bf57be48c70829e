"""The whole path by hand: from five articles to a brief, in the real window."""

import hashlib
import os
import time
from pathlib import Path

import pytest

from tests.typeset.reading import Pdf, problems_of, text_of
from tests.window.desktop import Desktop, until
from tests.window.running import Running

pytestmark = [pytest.mark.window, pytest.mark.timeout(300)]

ARTICLES = {
    "ferry.txt": "The evening ferry turned back before the pier.\n\n"
    "The master of the port said the tide was too low for the ramp.\n",
    "gull.txt": "Harbour notes, by M. Oster.\n\nNo crane moved on the north quay this week.\n",
    "ledger.txt": "A clerk read out the toll ledger: forty carts, two barges, one coach.\n",
    "bell.txt": "The fog bell rang eleven times.\n\nA keeper counted the strokes aloud.\n",
    "lamp.txt": "Two lamps were lit on the old mole, the baker says.\n\nOne went out.\n",
}
SPOKEN = "The master of the port said"
JUDGED = "The ferry was stopped by the tide"


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ARTICLES]
    for path in paths:
        path.write_text(ARTICLES[path.name], encoding="utf-8")
    return paths


def test_from_five_articles_to_a_brief(
    desktop: Desktop, articles: list[Path], tmp_path: Path
) -> None:
    program = Running(desktop)
    until(lambda: desktop.window("Evidence Board"), "the start window")
    make_project(desktop, program)
    drop_articles(desktop, program, articles)
    claim_from_words(desktop, program)
    write_claim(desktop, program)
    link_by_dragging(desktop, program)
    grade(desktop, program)
    undo_and_redo(desktop, program)
    project = tmp_path / "home" / "Documents" / "Old harbour.evboard"
    reopen(desktop, program, project)
    brief = export(desktop, program, project)
    desktop.key("ctrl+q")
    assert program.end() == 0
    check_brief(brief)
    left = sorted(one.name for one in project.parent.iterdir())
    assert left == sorted([project.name, brief.name])


def make_project(desktop: Desktop, program: Running) -> None:
    until(lambda: program.ask("active") is True, "the keys")
    desktop.key("ctrl+n")
    until(lambda: program.ask("middle", "Title") is not None, "the dialog for a new project")
    desktop.write("Old harbour")
    desktop.key("Return")
    until(lambda: program.ask("opened") is True, "the main window")
    until(lambda: desktop.window("Old harbour"), "its title")


def drop_articles(desktop: Desktop, program: Running, articles: list[Path]) -> None:
    x, y = program.place("board", 0.15, 0.2)
    corner = (str(round(x)), str(round(y)))
    other = desktop.start("tests.window.drag_source", *corner, *map(str, articles))
    until(lambda: desktop.window("Files to drag"), "the other program")
    desktop.drag((x + 60, y + 30), program.place("board", 0.3, 0.6))
    until(lambda: program.count("source") == 5, "five sources")
    other.terminate()
    assert program.count("card") == 5
    stored = program.ask("hashes")
    assert isinstance(stored, list)
    assert sorted(stored) == sorted(
        hashlib.sha256(path.read_bytes()).hexdigest() for path in articles
    )


def claim_from_words(desktop: Desktop, program: Running) -> None:
    desktop.click(*program.place("source_row", 0), times=2)
    until(lambda: program.ask("mode") == "reader", "the reader")
    until(lambda: "PageView" in str(program.ask("focused")), "the keyboard on the page")
    desktop.click(*program.place("paragraph", SPOKEN), times=3)
    until(lambda: SPOKEN in str(program.ask("selected_words")), "the selected paragraph")
    desktop.key("c")
    time.sleep(0.5)
    desktop.key("Return")
    until(lambda: program.count("claim") == 1, "a claim from words")
    words = program.ask("words")
    assert isinstance(words, list)
    assert words[0].startswith(SPOKEN)


def write_claim(desktop: Desktop, program: Running) -> None:
    desktop.key("ctrl+1")
    until(lambda: program.ask("mode") == "board", "the board")
    desktop.click(*program.place("board", 0.75, 0.85), times=2)
    time.sleep(0.4)
    desktop.write(JUDGED)
    desktop.key("ctrl+Return")
    until(lambda: program.count("claim") == 2, "a claim without a source")
    assert program.claim(JUDGED)["kind"] == "judgement"


def link_by_dragging(desktop: Desktop, program: Running) -> None:
    said = spoken_claim(program)
    desktop.move(*program.place("card", said, 0.5, 0.5))
    time.sleep(0.3)
    desktop.drag(program.place("card", said, 0.5, 1.0), program.place("card", JUDGED, 0.5, 0.5))
    time.sleep(0.4)
    desktop.key("1")
    time.sleep(0.3)
    desktop.write("The ramp needs water")
    desktop.key("Return")
    until(lambda: program.count("link") == 1, "a link")
    links = program.ask("links")
    assert isinstance(links, list)
    assert (links[0]["type"], links[0]["reason"]) == ("supports", "The ramp needs water")
    assert links[0]["to_id"] == program.claim(JUDGED)["id"]


def spoken_claim(program: Running) -> str:
    claims = program.ask("claims")
    assert isinstance(claims, list)
    return str(next(one["text"] for one in claims if one["text"] != JUDGED))


def grade(desktop: Desktop, program: Running) -> None:
    desktop.click(*program.place("card", JUDGED, 0.5, 0.3))
    until(lambda: program.ask("area", "Likelihood: not judged") is not None, "the inspector")
    x, y, width, height = program.steady("area", "Likelihood: not judged")
    desktop.click(x + width * 5.5 / 7, y + height / 2)
    until(lambda: program.claim(JUDGED)["likelihood"] == "very likely", "the likelihood")
    desktop.click(*program.place("middle", "Confidence: moderate"))
    until(lambda: program.claim(JUDGED)["confidence"] == "moderate", "the confidence")
    desktop.click(*program.place("middle", "Reason of the confidence"))
    desktop.write("One official, who was there")
    desktop.key("ctrl+Return")
    until(lambda: bool(program.claim(JUDGED)["reason"]), "the reason")
    assert program.claim(JUDGED)["likelihood_range"] == [80, 95]


def undo_and_redo(desktop: Desktop, program: Running) -> None:
    desktop.click(*program.place("board", 0.5, 0.05))
    for _ in range(3):
        desktop.key("ctrl+z")
    until(lambda: program.claim(JUDGED)["likelihood"] is None, "three steps taken back")
    for _ in range(3):
        desktop.key("ctrl+shift+z")
    until(lambda: bool(program.claim(JUDGED)["reason"]), "three steps done again")
    assert program.claim(JUDGED)["likelihood"] == "very likely"


def reopen(desktop: Desktop, program: Running, project: Path) -> None:
    before = program.ask("claims")
    desktop.key("ctrl+w")
    until(lambda: program.ask("opened") is False, "the closed project")
    until(lambda: program.ask("middle", "Old harbour") is not None, "the recent project")
    assert not project.with_name(f"{project.name}-journal").exists()
    desktop.click(*program.place("middle", "Old harbour"))
    until(lambda: program.ask("opened") is True, "the project again")
    assert program.ask("claims") == before
    desktop.key("ctrl+z")
    until(lambda: not program.claim(JUDGED)["reason"], "undo after reopening")
    desktop.key("ctrl+shift+z")
    until(lambda: bool(program.claim(JUDGED)["reason"]), "redo after reopening")


def export(desktop: Desktop, program: Running, project: Path) -> Path:
    desktop.key("ctrl+shift+e")
    until(lambda: program.ask("middle", "Save as") is not None, "the export dialog")
    desktop.key("Return")
    brief = project.with_suffix(".pdf")
    until(brief.exists, "the brief", limit=60)
    until(lambda: program.ask("toast") == "Brief written", "the toast")
    return brief


def check_brief(brief: Path) -> None:
    text = " ".join(text_of(brief).split())
    assert "Old harbour" in text
    assert "TLP:AMBER" in text
    assert JUDGED in text
    assert "very likely" in text
    assert "One official, who was there" in text
    assert "The ramp needs water" in text
    unbroken = text.replace(" ", "")
    for words in ARTICLES.values():
        assert hashlib.sha256(words.encode()).hexdigest() in unbroken
    assert Pdf(brief).links()
    assert problems_of(brief) == []


def test_a_project_given_by_name_opens_without_the_start_window(
    desktop: Desktop, tmp_path: Path
) -> None:
    project = tmp_path / "case.evboard"
    made = desktop.start("evidence_board", "new", str(project), "--title", "Given by name")
    assert made.wait(30) == os.EX_OK
    desktop.start("evidence_board", str(project))
    until(lambda: desktop.window("Given by name"), "the window of the project", limit=40)
