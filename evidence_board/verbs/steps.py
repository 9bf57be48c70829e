"""The verbs of the history: what was done, taking a step back, repeating it."""

import argparse

from evidence_board.project.verifying import verified_now
from evidence_board.verbs.history_texts import json_end, json_lines, text_lines
from evidence_board.verbs.verb import Verbs, add_verb, complain, opened, print_bytes


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs."""
    made = add_verb(verbs, "history", history, json_option=True)
    made.add_argument("--record", metavar="ID", help="only what changed this record (id or mark)")
    made.add_argument("--step", type=int, metavar="N", help="only this step")
    add_verb(verbs, "undo", undo)
    add_verb(verbs, "redo", redo)


def history(options: argparse.Namespace) -> int:
    """Print who did what and when, oldest first, before and after in words; say if it was changed.

    The exit code is 1 if the history does not hold together.
    """
    lines = json_lines if options.json else text_lines
    with opened(options.file, read_only=True) as project:
        for line in lines(project, options.record, options.step):
            print_bytes(line)
    chain = verified_now(options.file)
    if options.json:
        print_bytes(json_end(chain))
    elif chain.holds:
        print(*chain.sentences)
    for sentence in () if chain.holds else chain.sentences:
        complain(sentence)
    return 0 if chain.holds else 1


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
