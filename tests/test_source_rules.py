"""Rules that the source keeps: nothing runs, renders or opens what a file says."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("source rules")  # the trees are read once

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "evidence_board"
MODULES = sorted(PACKAGE.rglob("*.py"))

FORBIDDEN_IMPORTS = {
    "PySide6.QtSql": "two SQLite libraries in one process break each other's locks",
    "marshal": "it runs what a file says",
    "pickle": "it runs what a file says",
    "shelve": "it runs what a file says",
    "webbrowser": "nothing is opened unasked",
    "yaml": "it may run what a file says",
}
NETWORK = (
    *(
        "aiohttp",
        "asyncio",
        "ftplib",
        "http",
        "httpx",
        "imaplib",
        "requests",
        "smtplib",
        "socketserver",
    ),
    *("ssl", "telnetlib", "urllib.request", "urllib3", "xmlrpc", "PySide6.QtWebEngineCore"),
)
"""What could reach other computers. Of QtNetwork only what speaks to this one may be used."""
LOCAL_NETWORK = {"QLocalServer", "QLocalSocket"}
FETCHING = "evidence_board/ingest/fetching/"
"""What captures a page on an explicit press: the one place that may reach other computers."""
IN_FETCHING = {"http.client", "ssl"}
ASKS_TO_FETCH = {
    "evidence_board.ingest.fetching.fetch": {
        "evidence_board/ingest/fetch_worker.py",  # in a process of its own
    },
    "evidence_board.ingest.fetching.dialling": {f"{FETCHING}fetch.py"},
    "evidence_board.ingest.fetch_worker": set[str](),  # started by name
    "evidence_board.ingest.capturing.capture_pages": {"evidence_board/ui/capturing.py"},
}
"""Who may import what fetches: from the press to the socket there is one way."""
OPENING_FUNCTIONS = {
    *("open", "read_bytes", "read_text", "write_bytes", "write_text", "copy2", "copyfile"),
    *("copyfileobj", "memmap", "truncate"),
}
OPENERS = {
    "backup_making.py": "backups, by a process of its own",
    "backups.py": "notes beside backups",
    "converting.py": "by a process of its own",
    "copying.py": "a copy before it gets its name",
    "copying_beside.py": "a copy, by a process of its own",
    "damaged_copies.py": "a damaged file, by salvage",
    "engine.py": "before the project is opened to read",
    "leftovers.py": "before the project is opened",
    "lock.py": "the lock beside the project",
    "marks.py": "notes in the person's folder",
    "new_file.py": "a file that is being made",
    "opening.py": "before the project is opened",
    "pages.py": "a damaged file, by salvage",
    "places.py": "what the system tells of mounts",
    "presence.py": "notes in the person's folder",
    "processes.py": "what the system tells of a process",
    "rechecking.py": "by a process of its own",
    "said_once.py": "notes in the person's folder",
    "salvage.py": "a damaged file",
    "salvaging.py": "a damaged file",
    "schema.py": "our own resources",
    "soundness.py": "a file that is refused",
    "syncing.py": "a file that was made just now",
}
"""Modules of the project that open files by themselves, and why that cannot be an open project: to
close it once would take SQLite's lock away."""
MARKUP = {"AutoText", "MarkdownText", "RichText"}
FORBIDDEN_FUNCTIONS = {"eval", "exec", "compile", "__import__"}
FORBIDDEN_METHODS = {
    "appendHtml": "Qt reads the files that an <img> names",
    "insertHtml": "Qt reads the files that an <img> names",
    "setHtml": "Qt reads the files that an <img> names",
    "setMarkdown": "Qt reads the files that an image names",
    "toHtml": "what goes out is made from plain values",
    "popen": "no shell",
    "startfile": "nothing is handed to the desktop",
    "system": "no shell",
    "processEvents": "it lets other handlers run in the middle of this one",
}
# What reaches outside, or hangs on a hostile drawing, and where it was looked at: our own icons.
REVIEWED = {
    "PySide6.QtGui.QDesktopServices": frozenset({"evidence_board/ui/outside.py"}),
    "PySide6.QtSvg.QSvgRenderer": frozenset(
        {"evidence_board/ui/icons.py", "evidence_board/ui/canvas/links.py"}
    ),
    "PySide6.QtSvgWidgets.QSvgWidget": frozenset[str](),
}
MARKUP_GUESSERS = {"QLabel", "QMessageBox"}
SHORT_CUTS = {"about", "critical", "information", "question", "warning"}
SUPPRESSIONS = tuple("# " + mark for mark in ("noqa", "type: ignore", "pragma: no cover"))


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def parts(path: Path) -> tuple[ast.AST, ...]:
    """Return all parts of the syntax tree of a module."""
    return tuple(ast.walk(tree(path)))


@cache
def calls_of(path: Path) -> tuple[tuple[str, ast.Call, str], ...]:
    """Return each call of a module, as `calls` does."""
    place = path.relative_to(ROOT)
    return tuple(
        (f"{place}:{node.lineno}", node, ast.unparse(node.func))
        for node in parts(path)
        if isinstance(node, ast.Call)
    )


def calls(top: Path = PACKAGE) -> Iterator[tuple[str, ast.Call, str]]:
    """Yield each call below ``top``: where it stands, the call, the whole name of what it calls."""
    for path in MODULES:
        if path.is_relative_to(top):
            yield from calls_of(path)


def imports() -> Iterator[tuple[str, str]]:
    """Yield each imported module, and each imported name as if it were one, after its place."""
    for path in MODULES:
        place = str(path.relative_to(ROOT))
        for node in parts(path):
            if isinstance(node, ast.Import):
                yield from ((place, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield place, str(node.module)
                yield from ((place, f"{node.module}.{alias.name}") for alias in node.names)


def last(name: str) -> str:
    """Return the part of a dotted name after the last dot."""
    return name.rpartition(".")[2]


def definitions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield each function of the package after its place."""
    for path in MODULES:
        for node in parts(path):
            if isinstance(node, ast.FunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def test_nothing_is_imported_that_runs_or_locks_what_it_should_not() -> None:
    found = [
        f"{place} {name}: {FORBIDDEN_IMPORTS[name]}"
        for place, name in imports()
        if name in FORBIDDEN_IMPORTS
    ]
    assert found == []


def test_nothing_is_imported_that_reaches_other_computers() -> None:
    found = [
        f"{place} {name}"
        for place, name in imports()
        if (name in NETWORK or name.startswith(tuple(f"{one}." for one in NETWORK)))
        and not (place.startswith(FETCHING) and name in IN_FETCHING)
    ]
    qts = [
        f"{place} {name}"
        for place, name in imports()
        if name.startswith("PySide6.QtNetwork.") and last(name) not in LOCAL_NETWORK
    ]
    assert found + qts == []


def test_of_sockets_only_the_name_of_this_computer_is_asked() -> None:
    found = [
        f"{place} {whole}"
        for place, _, whole in calls()
        if whole.startswith("socket.")
        and whole != "socket.gethostname"
        and not place.startswith(FETCHING)
    ]
    assert found == []


@pytest.mark.parametrize("name", ASKS_TO_FETCH)
def test_only_a_press_leads_to_what_reaches_the_web(name: str) -> None:
    users = {
        place
        for place, imported in imports()
        if imported == name or imported.startswith(f"{name}.")
    }
    assert users == ASKS_TO_FETCH[name]


def test_a_page_of_ones_own_network_is_asked_for_by_no_part_of_the_program() -> None:
    """Tests say ``own_network`` as an argument; the program hands it on, and never says it."""
    found = [
        f"{place} {ast.unparse(call)}"
        for place, call, _ in calls()
        for argument in call.keywords
        if argument.arg == "own_network"
        and ast.unparse(argument.value) not in {"own_network", "bool(asked.get('own_network'))"}
    ]
    assert found == []


def test_an_open_project_is_opened_by_nobody_but_sqlite() -> None:
    found = [
        f"{place} {whole}"
        for place, _, whole in calls(PACKAGE / "project")
        if last(whole) in OPENING_FUNCTIONS and Path(place.partition(":")[0]).name not in OPENERS
    ]
    outside = [
        f"{place} {ast.unparse(call)}"
        for place, call, whole in calls()
        if last(whole) in OPENING_FUNCTIONS and "project.path" in ast.unparse(call)
    ]
    assert found + outside == []


def test_no_widget_is_set_to_render_markup() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.attr}"
        for path in MODULES
        for node in parts(path)
        if isinstance(node, ast.Attribute) and node.attr in MARKUP
    ]
    assert found == []


def test_no_text_is_run_and_none_is_rendered_as_markup() -> None:
    found = [
        f"{place} {whole}: {FORBIDDEN_METHODS.get(last(whole), 'it runs text')}"
        for place, _, whole in calls()
        if whole in FORBIDDEN_FUNCTIONS or ("." in whole and last(whole) in FORBIDDEN_METHODS)
    ]
    assert found == []


def test_no_shell_is_used() -> None:
    found = [
        place
        for place, call, _ in calls()
        for argument in call.keywords
        if argument.arg == "shell" and ast.unparse(argument.value) != "False"
    ]
    assert found == []


@pytest.mark.parametrize("name", REVIEWED)
def test_what_reaches_outside_is_used_only_where_it_was_looked_at(name: str) -> None:
    users = {place for place, imported in imports() if imported == name}
    assert users <= REVIEWED[name]


def test_a_function_that_makes_a_label_or_a_message_box_sets_it_to_plain_text() -> None:
    """One that guesses (AutoText) reads the files that a source's text names."""
    found = [
        place
        for place, function in definitions()
        if makes_guesser(function) and "PlainText" not in ast.unparse(function)
    ]
    assert found == []


def makes_guesser(function: ast.FunctionDef) -> bool:
    """Return whether a function calls the constructor of a widget that guesses its format."""
    return any(
        isinstance(node, ast.Call) and ast.unparse(node.func) in MARKUP_GUESSERS
        for node in ast.walk(function)
    )


def test_a_label_or_message_box_of_our_own_sets_itself_to_plain_text() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        for node in parts(path)
        if isinstance(node, ast.ClassDef)
        and {ast.unparse(base) for base in node.bases} & MARKUP_GUESSERS
        and "PlainText" not in ast.unparse(node)
    ]
    assert found == []


def test_message_boxes_are_not_made_by_the_short_cuts_that_take_markup() -> None:
    found = [
        f"{place} {whole}"
        for place, _, whole in calls()
        if whole.startswith("QMessageBox.") and last(whole) in SHORT_CUTS
    ]
    assert found == []


def test_a_tool_tip_is_our_own_sentence_or_goes_through_plain_tip() -> None:
    """A tool tip is rendered as markup as soon as its text looks like it."""
    found = [
        f"{place} {ast.unparse(call)}"
        for place, call, whole in calls()
        if last(whole) in {"setToolTip", "setWhatsThis"}
        and call.args
        and not is_plain_tip(call.args[-1])
    ]
    assert found == []


def is_plain_tip(text: ast.expr) -> bool:
    """Return whether a text is fixed, a translation of a fixed one, or made by ``plain_tip``."""
    if isinstance(text, ast.Constant):
        return True
    if not isinstance(text, ast.Call):
        return False
    name = last(ast.unparse(text.func))
    fixed = all(isinstance(argument, ast.Constant) for argument in text.args)
    return name == "plain_tip" or (name in {"tr", "translate"} and fixed)


def test_sql_is_put_together_from_our_own_names_only() -> None:
    """Values travel as parameters: a text put together from them would be read as a program."""
    found = [
        f"{place} {ast.unparse(call.args[0])}"
        for place, call, whole in calls(PACKAGE / "project")
        if last(whole) in {"execute", "executemany", "executescript", "exec_driver_sql", "text"}
        and call.args
        and not is_our_sql(call.args[0])
    ]
    assert found == []


def is_our_sql(text: ast.expr) -> bool:
    """Return whether a statement is fixed or has only names of our tables and columns put in."""
    if isinstance(text, ast.BinOp):
        return False
    if not isinstance(text, ast.JoinedStr):
        return True
    parts = [part.value for part in text.values if isinstance(part, ast.FormattedValue)]
    return all(is_our_name(part) for part in parts)


def is_our_name(part: ast.expr) -> bool:
    """Return whether a part is a quoted name, a whole number, a constant, or a list of such."""
    if isinstance(part, ast.Call):
        return ast.unparse(part.func) in {"quoted", "int"}
    return isinstance(part, ast.Name) and (
        part.id.isupper() or part.id in {"listed", "marks", "names", "places"}
    )


def test_typst_is_given_templates_never_markup_put_together() -> None:
    found = [
        place
        for place, call, whole in calls()
        if whole.startswith("typst.")
        for argument in (*call.args, *(one.value for one in call.keywords))
        if isinstance(argument, ast.JoinedStr)
        or (isinstance(argument, ast.BinOp) and not isinstance(argument.op, ast.Div))  # a path
    ]
    assert found == []


def test_every_suppression_says_why() -> None:
    """After a dash or a hash, as in ``# noqa: B008 - the default is a constant``."""
    found = []
    for path in [*MODULES, *(ROOT / "tests").rglob("*.py"), *ROOT.glob("*.py")]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            mark = next((one for one in SUPPRESSIONS if one in line), None)
            after = line.partition(mark)[2] if mark else " - "
            if " - " not in after and "#" not in after:
                found.append(f"{path.relative_to(ROOT)}:{number} {line.strip()}")
    assert found == []
