"""The verbs that make another file of a project: salvaged, finished, or for others."""

import argparse
from dataclasses import asdict
from pathlib import Path

from evidence_board.commands.sharing import Shared, Traces, Wish
from evidence_board.commands.sharing import share as share_project
from evidence_board.project import opening
from evidence_board.project.clock import utc_now
from evidence_board.project.new_file import whole_or_nothing
from evidence_board.project.salvage import Salvaged
from evidence_board.project.salvaging import salvaging
from evidence_board.project.salvaging import told as told_of_copy
from evidence_board.verbs.verb import Verbs, add_verb, result, tell


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs."""
    add_verb(verbs, "salvage", salvage, json_option=True, output=True)
    made = add_verb(verbs, "finish", finish, output=True)
    made.add_argument(
        "--without", action="store_true", help="make the copy without the unfinished save"
    )
    made = add_verb(verbs, "share", share, json_option=True, output=True)
    made.add_argument("--without-history", action="store_true", help="leave the history out")
    made.add_argument(
        "--leave-out",
        action="append",
        default=[],
        metavar="SOURCE",
        help="leave out a source, what hangs on it, and the history, which tells of it",
    )
    made.add_argument(
        "--without-names", action="store_true", help="leave out who wrote it, and the history"
    )
    made.add_argument(
        "--keep-picture",
        action="append",
        default=[],
        metavar="CAPTURE",
        help="keep a picture whose file tells where or with what it was taken",
    )


def salvage(options: argparse.Namespace) -> int:
    """Save what can be read of a damaged project in a new file; the old one is not changed."""
    with whole_or_nothing(Path(options.output)) as part:
        saved = result(salvaging(options.file, part, at=utc_now()))
    told = {**asdict(saved), "losses": len(saved.losses)}
    tell(options, told, "\n".join(_lines(saved)))
    return 1 if saved.losses else 0


def finish(options: argparse.Namespace) -> int:
    """Finish a save that was cut short on a copy, or make one without it; FILE is not changed."""
    opening.refuse_finished(options.file)
    make = opening.copy_without if options.without else opening.finished_copy
    make(options.file, Path(options.output))
    print(options.output)
    return 0


def share(options: argparse.Namespace) -> int:
    """Make a copy for others: no deleted words, no folders, and only what is to go out."""
    wish = Wish(
        history=not options.without_history,
        leave_out=tuple(options.leave_out),
        names=not options.without_names,
        keep=tuple(options.keep_picture),
    )
    with whole_or_nothing(Path(options.output)) as part:
        shared = result(share_project(options.file, part, wish, at=utc_now()))
    tell(options, asdict(shared), "\n".join(_shared_lines(shared, wish)))
    return 0


def _shared_lines(shared: Shared, wish: Wish) -> list[str]:
    lines = [_picture_line(one) for one in shared.pictures]
    lines += [f"left out: {one.kind} {one.id}" for one in shared.left_out]
    lines += [f"cut to a bare file name: capture {id}" for id in shared.renamed]
    lines += [f"damaged in the project too: {sentence}" for sentence in shared.damaged]
    lines.append(f"{shared.records} records, {'with' if shared.history else 'without'} history.")
    if wish.history and not shared.history:
        lines.append("The history would still tell of what was left out; so it was left out too.")
    return lines


def _picture_line(one: Traces) -> str:
    told = f"{one.file_name} (capture {one.capture}) holds {', '.join(one.holds)}"
    kept = "kept, as you asked" if one.kept else "left out; --keep-picture keeps it"
    return f"{told}: {kept}"


def _lines(saved: Salvaged) -> list[str]:
    found = [f"{one.kind}: {one.where}: {one.text}" for one in saved.findings]
    counts = [f"{many:7} {plural}" for plural, many in saved.kept.items() if many]
    history = f"{saved.steps_kept} of {saved.steps_found} steps of the history kept."
    brought = f"{saved.from_history} of them brought back from the history."
    losses = len(saved.losses)
    last = f"{losses} losses are named above." if losses else "Nothing is known to be lost."
    counts.append(f"{saved.attachments:7} sealed files and texts")
    return [*found, *counts, brought, history, *filter(None, [told_of_copy(saved)]), last]
