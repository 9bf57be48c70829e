"""One file, or a batch in a worker process: the same drafts, the same refusals."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_board.ingest import process
from evidence_board.ingest.draft import Progress, Refused, RefusedFile, SourceDraft
from evidence_board.ingest.process import Worker, WorkerGone
from evidence_board.ingest.read import Batch, read, read_batch, read_many

ARTICLE = (
    "Harwick council closes its old bridge\r\n\r\nBy Anna Reed\r\nPublished 12 March 2021\r\n\r\n"
    "The council of Harwick closed the old bridge on Monday, and nobody had been told of it.\r\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_bytes(ARTICLE.encode())
    return path


def results(paths: list[Path]) -> list[SourceDraft | RefusedFile]:
    return [step for step in read_many(paths) if isinstance(step, SourceDraft | RefusedFile)]


def watch_workers(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Return a list that every worker process joins when it starts."""
    workers: list[subprocess.Popen[bytes]] = []
    start = Worker._started

    def started(self: Worker) -> subprocess.Popen[bytes]:
        workers.append(start(self))
        return workers[-1]

    monkeypatch.setattr(Worker, "_started", started)
    return workers


def test_a_file_is_read_with_its_bytes_its_text_and_what_it_states(article: Path) -> None:
    draft = read(article)
    assert draft.file_name == "bridge.txt"
    assert draft.original == ARTICLE.encode()
    assert draft.text == ARTICLE
    assert draft.media_type == "text/plain"
    assert {field: proposal.value for field, proposal in draft.fields.items()} == {
        "title": "Harwick council closes its old bridge",
        "authors": ("Anna Reed",),
        "published": "2021-03-12",
    }


def test_the_worker_reads_as_the_present_process_does(article: Path) -> None:
    assert results([article]) == [read(article)]


def test_in_a_batch_the_good_files_stay_and_the_bad_ones_are_named(
    article: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    steps = list(read_many([tmp_path / "empty.txt", tmp_path, article]))
    assert [type(step) for step in steps[1::2]] == [RefusedFile, RefusedFile, SourceDraft]
    assert steps[::2] == [
        Progress(0, 3, "empty.txt"),
        Progress(1, 3, tmp_path.name),
        Progress(2, 3, "bridge.txt"),
    ]
    first = steps[1]
    assert isinstance(first, RefusedFile)
    assert first.path == tmp_path / "empty.txt"
    assert first.sentence == "“empty.txt” is empty. Check whether it was saved."


def test_a_name_of_any_bytes_reaches_the_worker(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), b"caf\xe9\n.txt")))
    path.write_bytes(b"\xff")
    (refused,) = results([path])
    assert isinstance(refused, RefusedFile)
    assert refused.sentence.startswith("“caf\\xe9\\n.txt” is not UTF-8: byte 1,")


def test_one_worker_reads_a_whole_batch(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workers = watch_workers(monkeypatch)
    assert len(results([article] * 5)) == 5
    assert len(workers) == 1


def test_five_megabytes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes((ARTICLE * 30_000).encode()[:5_000_000])
    (draft,) = results([path])
    assert isinstance(draft, SourceDraft)
    assert len(draft.text) == 5_000_000
    assert draft.fields["published"].value == "2021-03-12"


@pytest.mark.parametrize("words", ["@", "a@ ", ". ", "1 ", "- ", "© 2020 ", "By ", '."', "|"])
def test_no_pattern_runs_longer_than_a_file_may(tmp_path: Path, words: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x" + words * 200_000 + " ", encoding="utf-8")
    (draft,) = results([path])
    assert isinstance(draft, SourceDraft), draft


def test_a_batch_for_background_work_tells_how_far_it_is(article: Path, tmp_path: Path) -> None:
    steps = read_batch([article, tmp_path])
    assert [next(steps), next(steps)] == [(0, 2), (1, 2)]
    with pytest.raises(StopIteration) as end:
        next(steps)
    batch = end.value.value
    assert isinstance(batch, Batch)
    assert [draft.file_name for draft in batch.drafts] == ["bridge.txt"]
    assert [refused.path for refused in batch.refused] == [tmp_path]


def test_closing_the_iterator_ends_the_worker(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workers = watch_workers(monkeypatch)
    steps = read_many([article, article])
    next(steps), next(steps)
    assert workers[0].poll() is None
    steps.close()  # type: ignore[attr-defined]  # it is a generator
    assert workers[0].poll() is not None


def worker_that(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    command = [sys.executable, "-I", "-S", "-c", program]
    monkeypatch.setattr(process, "_command", lambda _subject: command)


def test_a_worker_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    worker_that(monkeypatch, "import time; time.sleep(600)")
    with Worker(seconds=0.3) as worker, pytest.raises(WorkerGone, match=r"longer than 0\.3 sec"):
        worker.ask({}, b"x" * 1_000_000)


def test_a_worker_that_dies_refuses_one_file_and_the_next_gets_a_new_one(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = process._command
    worker_that(monkeypatch, "raise SystemExit")
    steps = (step for step in read_many([article, article]) if not isinstance(step, Progress))
    refused = next(steps)
    assert isinstance(refused, RefusedFile)
    assert refused.sentence == (
        "“bridge.txt” needs more memory to read than it may use. Split it into smaller files."
    )
    monkeypatch.setattr(process, "_command", command)
    assert isinstance(next(steps), SourceDraft)


LIMITS = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from evidence_board.ingest import serving, worker
serving.limit()
serving.allow_time()
print([name.split(".")[0] for name in sys.modules if name.split(".")[0] in
       ("PIL", "PySide6", "sqlmodel", "sqlalchemy", "pydantic", "multiprocessing")])
try:
    bytearray(2 << 30)
except MemoryError:
    print("memory is limited")
try:
    open("/etc/passwd")
except OSError:
    print("no file is opened")
print(0 < resource.getrlimit(resource.RLIMIT_CPU)[0] <= 12)
"""


def test_the_worker_limits_itself_and_imports_neither_qt_nor_the_records() -> None:
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run(
        [sys.executable, "-I", "-S", "-c", LIMITS, str(root)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.splitlines() == ["[]", "memory is limited", "no file is opened", "True"]


def test_a_source_is_read_where_a_person_allows_the_program_less_than_it_asks(
    article: Path,
) -> None:
    limited = (
        "import resource, sys; from pathlib import Path;"
        "resource.setrlimit(resource.RLIMIT_CPU, (30, 30));"
        "resource.setrlimit(resource.RLIMIT_AS, (900 << 20, 900 << 20));"
        "from evidence_board.ingest.read import read_many;"
        "print(*(type(one).__name__ for one in read_many([Path(sys.argv[1])])))"
    )
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run(
        [sys.executable, "-c", limited, str(article)],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    ).stdout
    assert "SourceDraft" in told


def test_a_frozen_program_starts_itself_as_its_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process._command("text") == [sys.executable, "--read-text-worker"]
    assert process._command("picture") == [sys.executable, "--read-picture-worker"]


def test_reading_a_missing_file_raises_its_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"“gone\.txt” is not there"):
        read(tmp_path / "gone.txt")
