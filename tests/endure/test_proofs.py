"""Every proof of `dev.py endure` in its small size, each in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import dev
from tests.endure import power, runner, silence
from tests.endure.outcome import Outcome
from tests.endure.tracing import why_not


def proved(*arguments: str) -> dict[str, Any]:  # JSON of ours
    """Return what one small proof found."""
    command = [sys.executable, "-m", "tests.endure.runner", *arguments, "--small", "--json"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=dev.ROOT, timeout=400
    )
    assert done.returncode in (0, 1), done.stderr
    (found,) = json.loads(done.stdout)["proofs"]
    assert isinstance(found, dict)
    return found


@pytest.mark.timeout(420)  # where all processors are busy
@pytest.mark.parametrize("proof", runner.PROOFS, ids=lambda proof: str(proof.name))
def test_what_is_promised_holds(proof: runner.Proof) -> None:
    found = proved(proof.name)
    if found["left_out"]:
        pytest.skip(found["left_out"])

    assert found["tried"] > 0
    assert proof.takes_times or found["failures"] == []


def test_a_table_of_a_run_can_stand_in_the_page() -> None:
    assert runner.PAGE.read_text(encoding="utf-8").count(runner.BEGINS) == 1
    name, other = runner.PROOFS[1].name, runner.PROOFS[0].name
    former = f"| `{other}` | as | it | stood |\n| `{name}` | not | any | more |\n| `gone` |"
    rows = runner.page([Outcome(name, 1_000, "kills", "0 lost", ("one",), {"old": 1_200})], former)
    assert rows.splitlines()[-2:] == [
        f"| `{other}` | as | it | stood |",
        f"| `{name}` | 1,000 kills | 0 lost | 1 FAILED | 1,200 old |",
    ]


def test_a_run_that_is_cut_short_has_written_what_was_proved_until_then(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Cut(BaseException):
        pass

    def run(proof: runner.Proof, _size: int) -> Outcome:
        if proof == runner.PROOFS[1]:
            raise Cut
        return Outcome(proof.name, 3, "tries", "0 lost")

    page = tmp_path / "page.md"
    page.write_text(f"{runner.BEGINS}\n{runner.ENDS}\n", encoding="utf-8")
    monkeypatch.setattr(runner, "PAGE", page)
    monkeypatch.setattr(runner.Proof, "run", run)
    monkeypatch.setattr(sys, "argv", ["endure", "--write"])
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))  # the runner sets its own
    with pytest.raises(Cut):
        runner.main()

    assert f"| `{runner.PROOFS[0].name}` | 3 tries |" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "call",
    [
        'connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("1.2.3.4")}, 16)',
        'connect(3, {sa_family=AF_UNIX, sun_path="/tmp/elsewhere"}, 110) = 0',
        'openat(AT_FDCWD, "//host/share/x", O_RDONLY) = -1 ENOENT',
        f'openat(AT_FDCWD, "/home/{silence.PLANTED}", O_RDONLY) = 3',
    ],
)
def test_what_breaks_the_silence_is_seen(call: str) -> None:
    assert len(list(silence.broken([f"77 {call}"]))) == 1


@pytest.mark.parametrize("pragma", ["synchronous = OFF", "journal_mode = OFF"])
def test_a_power_cut_is_seen_to_harm_a_file_that_is_kept_in_a_weaker_way(pragma: str) -> None:
    if reason := why_not():
        pytest.skip(reason)

    assert power.proof(150, pragma).failures


def test_an_unknown_proof_is_answered_with_the_proofs() -> None:
    command = [sys.executable, "-m", "tests.endure.runner", "frobnicate"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=dev.ROOT)

    assert done.returncode == 2
    assert all(one.name in done.stderr for one in runner.PROOFS)
