"""The verbs of the history: what was done, taking a step back, repeating it."""

import argparse
from dataclasses import asdict

from evidence_board.verbs.verb import Verbs, add_verb, opened, tell


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs."""
    add_verb(verbs, "history", history, json_option=True)
    add_verb(verbs, "undo", undo)
    add_verb(verbs, "redo", redo)


def history(options: argparse.Namespace) -> int:
    """Print what was done, oldest first."""
    with opened(options.file, read_only=True) as project:
        steps = project.steps()
    told = {"steps": [asdict(step) for step in steps]}
    tell(options, told, "\n".join(f"{s.seq:5}  {s.at}  {s.label}  ({s.state})" for s in steps))
    return 0


def undo(options: argparse.Namespace) -> int:
    """Take back the newest step."""
    with opened(options.file) as project:
        label = project.undo_label
        project.undo()
    print(f"Undone: {label}")
    return 0


def redo(options: argparse.Namespace) -> int:
    """Repeat the step that was undone last."""
    with opened(options.file) as project:
        label = project.redo_label
        project.redo()
    print(f"Redone: {label}")
    return 0
