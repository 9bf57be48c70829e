"""The command line: one function per verb. None of them needs a display.

Exit code 0 done, 1 refused or partly failed (one sentence per cause on stderr), 2 wrong usage.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from evidence_board import VERSION
from evidence_board.brief import content, gate
from evidence_board.commands import exchange, projects, sample, sources
from evidence_board.ingest.draft import Progress, Refused, SourceDraft
from evidence_board.ingest.read import read_many
from evidence_board.interchange import document, writing
from evidence_board.model.capture import Capture
from evidence_board.model.kinds import KINDS
from evidence_board.model.scales import MARKINGS, SCALES
from evidence_board.model.source import Source
from evidence_board.project.check import check as check_file
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project, utc_now
from evidence_board.typeset import pdf

TOOL = f"Evidence Board {VERSION}"
Verb = Callable[[argparse.Namespace], int]


class Failed(Exception):
    """A verb could not do its work; the text is the sentence for the person."""


def main(arguments: Sequence[str]) -> int:
    """Run one verb and return the exit code."""
    _write_any_character()
    options = parser().parse_args(arguments)
    verb: Verb = options.verb
    try:
        _refuse_project_as_output(options)
        code = verb(options)
        sys.stdout.flush()
        return code
    except ValidationError as error:
        first = error.errors()[0]
        return _complain(f"{'.'.join(map(str, first['loc']))}: {first['msg']}.")
    except (ProjectError, Failed, Refused, ValueError) as error:
        return _complain(str(error))
    except BrokenPipeError:  # whoever reads has had enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return _complain(f"{error.filename or 'The file'}: {error.strerror}.")


def new(options: argparse.Namespace) -> int:
    """Make a project."""
    projects.start(
        options.file,
        title=options.title or "",
        question=options.question or "",
        scale=options.scale,
        tlp=options.tlp,
    ).close()
    return 0


def add(options: argparse.Namespace) -> int:
    """Bring sources in; the good ones stay when others are refused."""
    drafts: list[tuple[str, SourceDraft]] = []
    refused: list[dict[str, str]] = []
    results = (one for one in read_many(map(Path, options.path)) if not isinstance(one, Progress))
    for path, result in zip(options.path, results, strict=True):
        if isinstance(result, SourceDraft):
            drafts.append((path, result))
        else:
            refused.append({"path": path, "reason": result.sentence})
            _complain(result.sentence)
    with _opened(options.file) as project:
        pinned = sources.pin(project, [draft for _, draft in drafts]) if drafts else ()
    told: dict[str, list[dict[str, str]]] = {"added": [], "existing": [], "refused": refused}
    for (path, _), one in zip(drafts, pinned, strict=True):
        row = {"path": path, "source": one.source.id, "capture": one.capture.id}
        told["existing" if one.existing else "added"].append(row)
    _tell(options, told, f"{len(told['added'])} added, {len(told['existing'])} held already.")
    return 1 if refused else 0


def show(options: argparse.Namespace) -> int:
    """Print the whole project."""
    with _opened(options.file, read_only=True) as project:
        whole = document.to_plain(exchange.collect(project, with_bytes=False))
        counts = [f"{len(project.all(kind)):7} {kind.plural}" for kind in KINDS[1:]]
        lines = [project.record.title, project.record.question, project.record.tlp, *counts]
        _tell(options, whole, "\n".join(line for line in lines if line))
    return 0


def text(options: argparse.Namespace) -> int:
    """Print a source's text, byte for byte as it was extracted."""
    with _opened(options.file, read_only=True) as project:
        found = project.find(options.source)
        capture = project.capture_of(options.source) if isinstance(found, Source) else None
        if capture is None:
            raise Failed(f"There is no held source {options.source}. `show` lists the sources.")
        _print_bytes(project.text(capture).encode())
    return 0


def capture(options: argparse.Namespace) -> int:
    """Write the sealed original bytes of a capture to a file."""
    with _opened(options.file, read_only=True) as project:
        found = project.find(options.capture)
        if not isinstance(found, Capture):
            raise Failed(f"There is no capture {options.capture}. `show` lists the captures.")
        writing.write(Path(options.output), project.original(found))
    return 0


def brief(options: argparse.Namespace) -> int:
    """Write the brief as a PDF, and print what is still open in it."""
    with _opened(options.file, read_only=True) as project:
        made = content.build(project, at=options.at or utc_now(), tool=TOOL)
        points = gate.open_points(project)
    writing.write(Path(options.output), pdf.pdf(made, at=made.at))
    for point in points:
        print(point.sentence)
    return 0


def export(options: argparse.Namespace) -> int:
    """Write the whole project as JSON, with the sealed bytes."""
    with _opened(options.file, read_only=True) as project:
        whole = document.to_text(exchange.collect(project, with_bytes=True))
    writing.write(Path(options.output), whole.encode())
    return 0


def import_(options: argparse.Namespace) -> int:
    """Take a JSON document in, all or nothing."""
    taken = document.from_text(Path(options.document).read_bytes())
    with _opened(options.file) as project:
        count = exchange.take_in(project, taken)
    print(f"{count} changes." if count else "Nothing was new.")
    return 0


def check(options: argparse.Namespace) -> int:
    """Check a project file without changing it."""
    problems = check_file(options.file)
    told = {"ok": not problems, "problems": [asdict(problem) for problem in problems]}
    lines = [f"{one.where}: {one.text}" for one in problems] or ["No problem was found."]
    _tell(options, told, "\n".join(lines))
    return 1 if problems else 0


def build_sample(options: argparse.Namespace) -> int:
    """Build the sample case."""
    sample.sample(options.file)
    print(options.file)
    return 0


def history(options: argparse.Namespace) -> int:
    """Print what was done, oldest first."""
    with _opened(options.file, read_only=True) as project:
        steps = project.steps()
    told = {"steps": [asdict(step) for step in steps]}
    _tell(options, told, "\n".join(f"{s.seq:5}  {s.at}  {s.label}  ({s.state})" for s in steps))
    return 0


def undo(options: argparse.Namespace) -> int:
    """Take back the newest step."""
    with _opened(options.file) as project:
        label = project.undo_label
        project.undo()
    print(f"Undone: {label}")
    return 0


def redo(options: argparse.Namespace) -> int:
    """Repeat the step that was undone last."""
    with _opened(options.file) as project:
        label = project.redo_label
        project.redo()
    print(f"Redone: {label}")
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
    top = argparse.ArgumentParser(
        prog="evidence-board",
        description="Claims, their sources and their origins. Without a verb: open the window.",
    )
    top.add_argument("--version", action="version", version=f"Evidence Board {VERSION}")
    verbs = top.add_subparsers(required=True, metavar="VERB")
    made = _verb(verbs, "new", new)
    made.add_argument("--title", help="title of the project (default: the file's name)")
    made.add_argument("--question", help="the key question")
    made.add_argument("--scale", choices=tuple(SCALES), default="icd203", help="likelihood scale")
    made.add_argument("--tlp", type=_tlp, default="TLP:AMBER", help="marking, such as AMBER")
    made = _verb(verbs, "add", add, json_option=True)
    made.add_argument("path", nargs="+", metavar="PATH", help="text file to bring in as a source")
    _verb(verbs, "show", show, json_option=True)
    _verb(verbs, "text", text).add_argument("source", metavar="SOURCE", help="id of a source")
    made = _verb(verbs, "capture", capture, output=True)
    made.add_argument("capture", metavar="CAPTURE", help="id of a capture")
    made = _verb(verbs, "brief", brief, output=True)
    made.add_argument("--at", type=_moment, help="time of the brief, such as 2026-01-01T00:00:00Z")
    made = _verb(verbs, "export", export, output=True)
    made.add_argument("--to", choices=("json",), default="json", help="format")
    made = _verb(verbs, "import", import_)
    made.add_argument("document", metavar="IN", help="a document that `export` wrote")
    _verb(verbs, "check", check, json_option=True)
    made = verbs.add_parser("sample", help=build_sample.__doc__, description=build_sample.__doc__)
    made.add_argument("file", type=Path, nargs="?", default=Path("sample.evboard"), metavar="FILE")
    made.set_defaults(verb=build_sample)
    _verb(verbs, "history", history, json_option=True)
    _verb(verbs, "undo", undo)
    _verb(verbs, "redo", redo)
    return top


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    function: Verb,
    *,
    json_option: bool = False,
    output: bool = False,
) -> argparse.ArgumentParser:
    made = verbs.add_parser(name, help=function.__doc__, description=function.__doc__)
    made.add_argument("file", type=Path, metavar="FILE", help="the project file")
    made.set_defaults(verb=function)
    if json_option:
        made.add_argument("--json", action="store_true", help="one JSON document on stdout")
    if output:
        made.add_argument("-o", "--output", required=True, metavar="OUT", help="file to write")
    return made


def _tlp(word: str) -> str:
    label = word if word.startswith("TLP:") else f"TLP:{word}"
    if label not in MARKINGS:
        raise argparse.ArgumentTypeError(f"{word} is not one of {', '.join(MARKINGS)}")
    return label


def _moment(word: str) -> str:
    try:
        moment = datetime.fromisoformat(word)
    except ValueError:
        sentence = f"{word} is not a time such as 2026-01-01T00:00:00Z"
        raise argparse.ArgumentTypeError(sentence) from None
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{word} has no time zone; write it with Z")
    return word


@contextmanager
def _opened(path: Path, *, read_only: bool = False) -> Iterator[Project]:
    project = Project.open(path, read_only=read_only)
    try:
        yield project
    finally:
        project.close()


def _tell(options: argparse.Namespace, plain: object, words: str) -> None:
    if not options.json:
        print(words)
        return
    # Half characters, as a file name may hold them, become the escapes that JSON has for them.
    _print_bytes(json.dumps(plain, ensure_ascii=False).encode(errors="backslashreplace") + b"\n")


def _print_bytes(content: bytes) -> None:
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _write_any_character() -> None:
    """Let no output fail for a character that the terminal's encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _refuse_project_as_output(options: argparse.Namespace) -> None:
    output = Path(getattr(options, "output", None) or "")
    if output.is_file() and options.file.is_file() and output.samefile(options.file):
        raise Failed(f"{output} is the project itself. Choose another name for the output.")


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
