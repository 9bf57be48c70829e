"""The preview: the pages of the brief itself, typeset anew as records change, with its links."""

import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from evidence_board.brief.content import build
from evidence_board.brief.mirror import Mirror, News
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from evidence_board.typeset.errors import TypesetError
from evidence_board.typeset.folders import private_folder
from evidence_board.typeset.press import Press
from evidence_board.typeset.previewing import Asked, Preview, Server, Shown
from tests.brief.harbour import AT, CLAIMS, PLAN, Held, harbour

ANSWER = next(one for one in CLAIMS if one.id == "answer")


def told(*records: Record) -> tuple[tuple[str, dict[str, object]], ...]:
    return tuple((one.table, dict(one.__dict__)) for one in records)


def everything() -> News:
    held = harbour()
    return News(told(*(one for kind in KINDS for one in held.all(kind))))


def mirrored(held: Held) -> Mirror:
    mirror = Mirror()
    mirror.take(News(told(*(one for kind in KINDS for one in held.all(kind)))))
    return mirror


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(Press(tmp_path))


def test_a_mirror_gives_the_brief_of_the_records_it_was_told() -> None:
    assert build(mirrored(harbour()), at=AT) == build(harbour(), at=AT)


def test_a_mirror_follows_what_changes_comes_and_goes() -> None:
    mirror, held = mirrored(harbour()), harbour()
    changed = ANSWER.replace(text="The crane was busy")
    mirror.take(News(told(changed), ("l6", "n1")))
    held = held.but(changed)
    del held.records["l6"], held.records["n1"]
    assert build(mirror, at=AT) == build(held, at=AT)


def test_a_mirror_takes_the_order_that_it_is_told() -> None:
    mirror = mirrored(harbour())
    ids = tuple(reversed([one.id for one in CLAIMS]))
    mirror.take(News(order={"claim": ids}))
    assert tuple(one.id for one in mirror.all(type(ANSWER))) == ids


def test_pages_are_drawn_as_wide_as_wanted_and_marks_lead_to_records(server: Server) -> None:
    shown = server.answer(Asked(everything(), AT, wanted=(0, 2, 99), width=300))
    assert set(shown.pictures) == {0, 2}
    width, height, drawn = shown.pictures[0]
    assert (width, len(drawn)) == (300, width * height * 4)
    places = [spot.place for spot in shown.spots[0]]
    assert "claim-answer" in places
    spot = next(one for one in shown.spots[0] if one.place == "claim-answer")
    assert 0 < spot.left < spot.right < 1
    assert 0 < spot.top < spot.bottom < 1


def test_the_pages_change_with_the_records_and_with_the_paper(server: Server) -> None:
    first = server.answer(Asked(everything(), AT, wanted=(0,)))
    same = server.answer(Asked(News(), AT, wanted=(0,)))
    assert same == first
    more = ANSWER.replace(text="The crane was at work and it was a busy month for it")
    assert server.answer(Asked(News(told(more)), AT, wanted=(0,))).pictures != first.pictures
    paper = PLAN.replace(paper="Letter", depth="one page")
    small = server.answer(Asked(News(told(paper)), AT, wanted=(0,)))
    assert len(small.sizes) < len(first.sizes)
    assert small.sizes[0] == (612.0, 792.0)


def test_characters_that_no_font_has_are_named(server: Server) -> None:
    odd = ANSWER.replace(text="A crane \U0001f600 at work")
    asked = Asked(News((*everything().records, *told(odd))), AT)
    assert server.answer(asked).stand_ins == ("U+1F600",)


def wait(steps: Generator[tuple[int, int], None, Shown]) -> Shown:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            shown = end.value
            assert isinstance(shown, Shown)
            return shown


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    made = Preview()
    yield made
    made.end()


def test_a_process_of_its_own_answers_and_leaves_nothing_behind(
    preview: Preview, tmp_path: Path
) -> None:
    shown = wait(preview.ask(Asked(everything(), AT, wanted=(0,), width=200)))
    assert shown.pictures[0][0] == 200
    (folder,) = tmp_path.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    preview.end()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_is_removed_by_the_next_one(
    preview: Preview, tmp_path: Path
) -> None:
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    left = tmp_path / f"evidence-board-pages-{gone.stdout.decode().strip()}-x"
    ours, others = tmp_path / f"evidence-board-pages-{os.getpid()}-y", tmp_path / "notes"
    for folder in (left, ours, others):
        folder.mkdir()
    made = private_folder()
    assert sorted(tmp_path.iterdir()) == sorted((ours, others, made))


def test_giving_up_a_question_ends_the_process(preview: Preview, tmp_path: Path) -> None:
    steps = preview.ask(Asked(everything(), AT))
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []
    assert wait(preview.ask(Asked(everything(), AT))).sizes


def test_a_process_that_is_gone_is_told_and_another_one_takes_its_place(preview: Preview) -> None:
    wait(preview.ask(Asked(everything(), AT)))
    assert preview._process is not None
    preview._process.kill()
    preview._process.join()
    with pytest.raises(TypesetError, match="The preview was stopped"):
        wait(preview.ask(Asked(News(), AT)))
    assert wait(preview.ask(Asked(everything(), AT))).sizes


def test_an_edit_costs_a_part_of_the_first_time(preview: Preview) -> None:
    started = time.perf_counter()
    wait(preview.ask(Asked(everything(), AT)))
    first = time.perf_counter() - started
    times = []
    for count in range(1, 6):
        more = ANSWER.replace(text=f"The crane was at work{' again' * count}")
        started = time.perf_counter()
        wait(preview.ask(Asked(News(told(more)), AT)))
        times.append(time.perf_counter() - started)
    assert min(times) < first / 2
