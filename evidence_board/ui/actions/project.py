"""Actions of the project and its file."""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import capturing, exporting, picturing, with_project, writable
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

PROJECT: tuple[Action, ...] = (
    Action("new", QT_TRANSLATE_NOOP("Action", "New project"), ("Ctrl+N",), "file-plus"),
    Action("open", QT_TRANSLATE_NOOP("Action", "Open a project"), ("Ctrl+O",), "folder-open"),
    Action(
        "sample",
        QT_TRANSLATE_NOOP("Action", "Open the sample case"),
        icon="briefcase",
        keywords="example demo",
    ),
    Action(
        "salvage",
        QT_TRANSLATE_NOOP("Action", "Salvage a damaged project"),
        icon="file-warning",
        keywords="broken repair rescue recover corrupt",
    ),
    Action(
        "add_sources",
        QT_TRANSLATE_NOOP("Action", "Add source files"),
        ("Ctrl+I",),
        "newspaper",
        writable,
        "article import pin",
    ),
    Action(
        "add_folder",
        QT_TRANSLATE_NOOP("Action", "Add a folder of sources"),
        ("Ctrl+Alt+I",),
        "folder-open",
        writable,
        "directory import files articles many",
    ),
    Action(
        "capture_page",
        QT_TRANSLATE_NOOP("Action", "Capture page from the web"),
        icon="globe",
        when=capturing,
        keywords="address url fetch download link site snapshot archive",
    ),
    Action(
        "export_brief",
        QT_TRANSLATE_NOOP("Action", "Export brief"),
        ("Ctrl+Shift+E",),
        "file-down",
        exporting,
        "pdf report",
    ),
    Action(
        "export_picture",
        QT_TRANSLATE_NOOP("Action", "Export the board as a picture"),
        ("Ctrl+Alt+E",),
        "image",
        picturing,
        "png svg pdf image frame selection save",
    ),
    Action(
        "print_board",
        QT_TRANSLATE_NOOP("Action", "Print the board"),
        ("Ctrl+P",),
        "printer",
        picturing,
        "paper pages printer pdf",
    ),
    Action(
        "export_json",
        QT_TRANSLATE_NOOP("Action", "Export as JSON"),
        icon="file-down",
        when=exporting,
        keywords="exchange",
    ),
    Action(
        "import_json",
        QT_TRANSLATE_NOOP("Action", "Import JSON"),
        icon="download",
        when=writable,
        keywords="exchange",
    ),
    Action("save", QT_TRANSLATE_NOOP("Action", "Save"), ("Ctrl+S",), "save", with_project),
    Action(
        "save_copy",
        QT_TRANSLATE_NOOP("Action", "Save a copy"),
        ("Ctrl+Shift+S",),
        "copy",
        with_project,
        "backup duplicate",
    ),
    Action(
        "backups",
        QT_TRANSLATE_NOOP("Action", "Backups"),
        icon="history",
        keywords="restore recover earlier version previous state safety copy lost damaged rollback",
    ),
    Action(
        "share_copy",
        QT_TRANSLATE_NOOP("Action", "Share a copy"),
        icon="users",
        when=exporting,
        keywords="send mail others without history leave out anonymous",
    ),
    Action("close", QT_TRANSLATE_NOOP("Action", "Close"), ("Ctrl+W",), "x"),
    Action("quit", QT_TRANSLATE_NOOP("Action", "Quit"), ("Ctrl+Q",), "log-out"),
)
