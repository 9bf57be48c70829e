"""Background work: results, progress, refusals, cancelling, in threads and in processes."""

import threading
import time
from collections.abc import Callable, Generator, Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from evidence_board.ui.jobs import Job, Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    started = Jobs()
    yield started
    started.close()


def count_to(last: int) -> Generator[tuple[int, int], None, str]:
    for number in range(1, last + 1):
        yield number, last
    return f"counted to {last}"


def refuse() -> None:
    raise ValueError("The file is empty.")


def test_a_result_arrives_in_the_main_thread(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run("Adding", partial(sum, (1, 2, 3)))
    arrived: list[tuple[object, bool]] = []
    here = threading.current_thread()
    job.done.connect(lambda value: arrived.append((value, threading.current_thread() is here)))
    with qtbot.waitSignal(job.finished):
        pass
    assert arrived == [(6, True)]


def test_a_generator_tells_each_step_and_its_result(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run("Counting", partial(count_to, 3))
    steps: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(job.done) as result:
        pass
    assert result.args == ["counted to 3"]
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_a_refusal_is_told_as_its_sentence(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run("Refusing", refuse)
    with qtbot.waitSignal(job.failed) as refusal:
        pass
    assert refusal.args == ["The file is empty."]


def test_a_fault_of_ours_is_raised_and_not_hidden(jobs: Jobs, qtbot: QtBot) -> None:
    def stumble() -> None:
        raise KeyError("ours")

    with qtbot.captureExceptions() as raised:
        job = jobs.run("Stumbling", stumble)
        with qtbot.waitSignal(job.finished):
            pass
    assert [kind for kind, _error, _trace in raised] == [KeyError]


def test_cancelling_closes_the_generator_and_gives_no_result(jobs: Jobs, qtbot: QtBot) -> None:
    closed = threading.Event()

    def endless() -> Generator[tuple[int, int], None, None]:
        try:
            while True:
                time.sleep(0.001)
                yield 1, 2
        finally:
            closed.set()

    job = jobs.run("Going on", endless)
    results: list[object] = []
    job.done.connect(results.append)
    with qtbot.waitSignal(job.progressed):
        pass
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert closed.is_set()
    assert results == []


def test_closing_waits_for_running_work(qtbot: QtBot) -> None:
    jobs = Jobs()
    ended = threading.Event()

    def slow() -> Generator[tuple[int, int], None, None]:
        try:
            while True:
                time.sleep(0.001)
                yield 0, 1
        finally:
            ended.set()

    begun: list[Job] = []
    jobs.started.connect(lambda job, _title: begun.append(job))
    jobs.run("Slow", slow)
    qtbot.wait(20)
    jobs.close()
    assert len(begun) == 1
    assert ended.is_set()


def test_work_that_tells_how_far_it_is_can_be_cancelled(jobs: Jobs, qtbot: QtBot) -> None:
    def endless(told: Callable[[int, int], None]) -> None:
        while True:
            told(1, 2)
            time.sleep(0.001)

    job = jobs.run_telling("Going on", endless)
    with qtbot.waitSignal(job.progressed) as far:
        pass
    assert far.args == [1, 2]
    with qtbot.waitSignal(job.cancelled):
        job.cancel()


def test_work_that_does_not_stop_is_told_and_left(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidence_board.ui.jobs._PATIENCE_MS", 20)
    jobs, answers = Jobs(), threading.Event()
    waiting = [jobs.run("Waiting", answers.wait) for _ in range(2)]
    for job in waiting:
        with qtbot.waitSignal(job.stuck):
            job.cancel()
    with qtbot.waitSignal(jobs.run("Adding", partial(sum, (1, 2))).done):
        pass  # what comes next has threads of its own
    assert not jobs.close(0.02)
    answers.set()
    assert jobs.close(60)


def test_what_a_person_asks_for_does_not_wait_for_quiet_work(jobs: Jobs, qtbot: QtBot) -> None:
    go_on = threading.Event()
    quiet = [jobs.run("", go_on.wait, quiet=True) for _ in range(3)]
    try:
        with qtbot.waitSignal(jobs.run("Adding", partial(sum, (1, 2))).done) as result:
            pass
        assert result.args == [3]
        assert not any(job.ended for job in quiet)
    finally:
        go_on.set()
