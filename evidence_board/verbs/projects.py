"""The verbs of a whole project file: made, shown, checked; the sample case."""

import argparse
from dataclasses import asdict
from pathlib import Path

from evidence_board.commands import exchange, projects, sample
from evidence_board.interchange import document
from evidence_board.model.kinds import KINDS
from evidence_board.model.scales import MARKINGS, SCALES
from evidence_board.project.check import check as check_file
from evidence_board.verbs.verb import Verbs, add_verb, opened, tell


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs."""
    made = add_verb(verbs, "new", new)
    made.add_argument("--title", help="title of the project (default: the file's name)")
    made.add_argument("--question", help="the key question")
    made.add_argument("--scale", choices=tuple(SCALES), default="icd203", help="likelihood scale")
    made.add_argument("--tlp", type=_tlp, default="TLP:AMBER", help="marking, such as AMBER")
    add_verb(verbs, "show", show, json_option=True)
    add_verb(verbs, "check", check, json_option=True)
    made = verbs.add_parser("sample", help=build_sample.__doc__, description=build_sample.__doc__)
    made.add_argument("file", type=Path, nargs="?", default=Path("sample.evboard"), metavar="FILE")
    made.set_defaults(verb=build_sample)


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


def show(options: argparse.Namespace) -> int:
    """Print the whole project."""
    with opened(options.file, read_only=True) as project:
        whole = document.to_plain(exchange.collect(project, with_bytes=False))
        counts = [f"{len(project.all(kind)):7} {kind.plural}" for kind in KINDS[1:]]
        lines = [project.record.title, project.record.question, project.record.tlp, *counts]
        tell(options, whole, "\n".join(line for line in lines if line))
    return 0


def check(options: argparse.Namespace) -> int:
    """Check a project file without changing it."""
    problems = check_file(options.file)
    told = {"ok": not problems, "problems": [asdict(problem) for problem in problems]}
    lines = [f"{one.where}: {one.text}" for one in problems] or ["No problem was found."]
    tell(options, told, "\n".join(lines))
    return 1 if problems else 0


def build_sample(options: argparse.Namespace) -> int:
    """Build the sample case."""
    sample.sample(options.file)
    print(options.file)
    return 0


def _tlp(word: str) -> str:
    label = word if word.startswith("TLP:") else f"TLP:{word}"
    if label not in MARKINGS:
        raise argparse.ArgumentTypeError(f"{word} is not one of {', '.join(MARKINGS)}")
    return label
