"""The windows of the program: opening, closing, and what concerns no single project."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QApplication

from evidence_board.ui.background import convert, prepare
from evidence_board.ui.collecting import Collector
from evidence_board.ui.first_paint import FirstPaint
from evidence_board.ui.icons import application_icon
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.keymap import KeyMap
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.theme import apply_theme, load_other_fonts
from evidence_board.ui.window_place import bring_within, size_within

if TYPE_CHECKING:
    from evidence_board.ui.choosing import Choosing
    from evidence_board.ui.instances import Instances
    from evidence_board.ui.main_window import MainWindow
    from evidence_board.ui.start_window import StartWindow

SUFFIX = ".evboard"
Window: TypeAlias = "StartWindow | MainWindow"


class Program(QObject):
    """Opens and closes windows and keeps look and keys the same in all of them."""

    def __init__(self, application: QApplication, settings: SettingsFile) -> None:
        """Work for ``application``, which owns this."""
        super().__init__(application)
        self._application = application
        self.settings = settings
        self._jobs = Jobs(self)
        self._collector = Collector(self)
        self._start: StartWindow | None = None
        self._instances: Instances | None = None
        self._windows: dict[Path, MainWindow] = {}
        self._opening: dict[Window, bool] = {}
        """Windows whose projects are being opened; whether a brief is to be verified then."""
        self.left_behind = False
        """Whether, after `close`, some work goes on that nothing can stop."""
        self._look()
        settings.watch(lambda _now: self._look())
        application.aboutToQuit.connect(self.close)

    # Windows

    def show_start(self) -> None:
        """Show the start window."""
        if self._start is None:
            from evidence_board.ui.start_window import StartWindow  # a file needs no start window

            window = StartWindow(self.settings)
            window.asked.connect(partial(self._do, window))
            window.open_asked.connect(lambda path: self.open(Path(path)))
            window.dropped.connect(self._take_drop)
            window.closing.connect(self._forget_start)
            FirstPaint(window).painted.connect(load_other_fonts)
            self._start = window
            self._prepare(window)
        self._show(self._start)

    def open(self, path: Path, sources: Sequence[Path] = ()) -> None:
        """Show a project and bring these files in as its sources; once open, raise its window."""
        place = path.absolute()
        if self.raise_window(place):
            return
        from evidence_board.ui.main_window import MainWindow  # the start window comes without it

        window = MainWindow()
        window.setWindowTitle(place.stem)
        window.titles.show_name(place.stem)
        window.tell_opening(place.stem)
        self._windows[place] = window
        self._opening[window] = False
        window.asked.connect(partial(self._do, window))
        window.open_asked.connect(lambda path: self.open(Path(path)))
        # Once this window has gone and another one stands.
        later = Qt.ConnectionType.QueuedConnection
        window.backups_asked.connect(lambda: self._show_backups_of(place), later)
        window.salvage_asked.connect(lambda: self._offer_salvage(place), later)
        window.closing.connect(lambda: self._windows.pop(place, None))
        window.closing.connect(lambda: self._opening.pop(window, None))
        FirstPaint(window).painted.connect(partial(self._load, window, place, tuple(sources)))
        self._prepare(window)
        self._show(window)

    def raise_window(self, path: Path) -> bool:
        """Bring the window of a project to the front, by whatever name; whether there is one."""
        for place, window in self._windows.items():
            if place == path or _is_same(place, path):
                self._show(window)
                return True
        return False

    def windows(self) -> "tuple[MainWindow, ...]":
        """Return the windows of the open projects."""
        return tuple(self._windows.values())

    def close(self) -> None:
        """Stop all background work; the program ends.

        A thread that waits for a drive which does not answer stays behind: see `left_behind`.
        """
        if self._instances is not None:
            self._instances.close()
            self._instances = None
        self.left_behind = not self._jobs.close()

    def _prepare(self, window: Window) -> None:
        window.setWindowIcon(application_icon())
        size_within(window, QSize(*self.settings.current.window))
        FirstPaint(window).painted.connect(partial(bring_within, window))
        window.recent_menu.aboutToShow.connect(partial(self._fill_recent, window))
        self._check(window)

    def _show(self, window: Window) -> None:
        if window.isVisible():
            window.activateWindow()
        elif self.settings.current.maximized:
            window.showMaximized()
        else:
            window.show()
        window.raise_()

    def _load(self, window: "MainWindow", path: Path, sources: tuple[Path, ...]) -> None:
        """Read the project once its window stands; the slow imports run beside the window."""
        from evidence_board.ui.memory import share_memory  # ctypes is not needed to start

        share_memory()
        load_other_fonts()
        self._listen()
        job = self._jobs.run(self.tr("Opening"), partial(prepare, path))
        job.done.connect(lambda old: (self._convert if old else self._fill)(window, path, sources))

    def _convert(self, window: "MainWindow", path: Path, sources: tuple[Path, ...]) -> None:
        """Bring a project of an older version to this one, for as long as the window stands."""
        title = self.tr("Converting a project of an older version")
        job = self._jobs.run(title, partial(convert, path))
        window.status.follow(job, title)
        window.closing.connect(job.cancel)
        job.done.connect(lambda _nothing: self._fill(window, path, sources))
        job.cancelled.connect(lambda: self._fill(window, path, sources, cancelled=True))

    def _listen(self) -> None:
        """Let other starts of the program find the windows of this one."""
        if self._instances is None:
            from evidence_board.ui.instances import Instances  # not before the first paint

            self._instances = Instances(self.raise_window, self)

    def _fill(
        self,
        window: "MainWindow",
        path: Path,
        sources: tuple[Path, ...],
        *,
        cancelled: bool = False,
    ) -> None:
        from evidence_board.ui import opening  # needs SQLModel: only once a window is painted
        from evidence_board.ui.instances import raised_elsewhere  # as above

        if window not in self._windows.values():
            return
        if raised_elsewhere(path):
            self._leave(window, path)
            return
        given = window, path, self.settings, self._jobs, self.open
        workspace = opening.open_in(*given, cancelled=cancelled)
        if workspace is None:
            self._leave(window, path, start=True)
            return
        if self._start is not None:
            self._start.close()
        if sources:
            workspace.add_files(sources)
        if self._opening.pop(window, False):
            workspace.verifying.ask()

    def _leave(self, window: "MainWindow", path: Path, *, start: bool = False) -> None:
        """Close a window that has got no project; `start` shows the start window if it is alone."""
        self._opening.pop(window, None)
        self._windows.pop(path, None)
        if start and not self._windows:
            self.show_start()
        window.close()

    def _forget_start(self) -> None:
        self._start = None

    # What a person asks of the program

    def _do(self, window: Window, id: str) -> None:
        """Do what concerns no single project; a workspace does the rest."""
        kind, _, value = id.partition("_")
        if kind == "theme":
            self.settings.change(scheme=value)
        elif kind == "scale":
            self.settings.change(scale=int(value))
        elif id in _DEEDS:
            _DEEDS[id](self, window)

    def choosing(self) -> "Choosing":
        """Return the dialogs that choose a project."""
        from evidence_board.ui.choosing import Choosing  # its dialogs are not needed to start

        choosing = self.findChild(Choosing)
        if choosing is None:
            choosing = Choosing(self.settings, self._jobs, self)
            choosing.chosen.connect(self.open)
        return choosing

    def close_window(self, window: Window) -> None:
        """Close a window; the last project leaves the start window behind."""
        if not all(one.may_close() for one in self._windows.values() if one is window):
            return
        if window is not self._start and len(self._windows) == 1 and self._start is None:
            self.show_start()
        window.close()

    def show_backups(self, window: Window) -> None:
        """Show the backups of all projects; a window with a project shows those of its own."""
        if window is self._start:
            from evidence_board.ui.showing_backups import Asked, show_backups  # at its first use

            show_backups(window, self._jobs, Asked(), self.open)

    def verify_brief(self, window: Window) -> None:
        """Verify a brief by what is attached; a window with a project compares it with that.

        One whose project is being opened asks which brief once it is open.
        """
        if window in self._opening:
            self._opening[window] = True
        if window is self._start:
            from evidence_board.ui.verifying_alone import VerifyingAlone  # at its first use

            verifying = window.findChild(VerifyingAlone) or VerifyingAlone(window, self._jobs)
            verifying.ask(self.choosing().folder())

    def _show_backups_of(self, path: Path) -> None:
        """Show the backups of a file that cannot be opened."""
        from evidence_board.ui.showing_backups import Asked, show_backups  # at its first use

        standing = self._start or next(iter(self._windows.values()), None)
        if standing is not None:
            show_backups(standing, self._jobs, Asked(path), self.open)

    def _offer_salvage(self, path: Path) -> None:
        """Offer to save what can be read of a file that cannot be opened."""
        standing = self._start or next(iter(self._windows.values()), None)
        if standing is not None:
            self.choosing().offer_salvage(standing, path)

    def _take_drop(self, paths: tuple[Path, ...]) -> None:
        """Open dropped projects; anything else starts a new one."""
        for path in paths:
            if path.suffix == SUFFIX:
                self.open(path)
        articles = tuple(path for path in paths if path.suffix != SUFFIX)
        if articles and self._start is not None:
            self.choosing().new(self._start, articles)

    def _fill_recent(self, window: Window) -> None:
        window.recent_menu.clear()
        for recent in self.settings.current.recent[:10]:
            path = Path(recent.path)
            action = window.recent_menu.addAction(recent.title or path.stem)
            action.setEnabled(path.is_file())
            action.triggered.connect(partial(self.open, path))

    def _look(self) -> None:
        now = self.settings.current
        apply_theme(self._application, now.scheme, now.scale / 100)
        for window in (self._start, *self._windows.values()):
            if window is not None:
                self._check(window)

    def _check(self, window: Window) -> None:
        now = self.settings.current
        window.actions_here.take_keys(KeyMap(now.keys))
        window.actions_here.check(f"theme_{now.scheme}", f"scale_{now.scale}")


def _is_same(one: Path, other: Path) -> bool:
    """Whether two names are of the same file: by a link, or spelled otherwise."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _show_settings(program: Program, window: Window) -> None:
    from evidence_board.ui.dialogs.preferences import SettingsDialog  # at its first use

    SettingsDialog(program.settings, window).open()


def _show_shortcuts(program: Program, window: Window) -> None:
    from evidence_board.ui.dialogs.shortcuts import ShortcutSheet  # at its first use

    ShortcutSheet(program.settings, window).open()


def _show_commands(_program: Program, window: Window) -> None:
    from evidence_board.ui.command_list import CommandList  # at its first use

    CommandList(window.actions_here, window).show()


def _show_about(_program: Program, window: Window) -> None:
    from evidence_board.ui.dialogs.about import AboutDialog  # at its first use

    AboutDialog(window).open()


def _toggle_full_screen(_program: Program, window: Window) -> None:
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


_DEEDS: Mapping[str, Callable[[Program, Window], None]] = {
    "new": lambda program, window: program.choosing().new(window),
    "open": lambda program, window: program.choosing().open(window),
    "backups": Program.show_backups,
    "verify_brief": Program.verify_brief,
    "sample": lambda program, window: program.choosing().sample(window),
    "salvage": lambda program, window: program.choosing().salvage(window),
    "close": Program.close_window,
    "quit": lambda _program, _window: QApplication.closeAllWindows(),
    "settings": _show_settings,
    "shortcuts": _show_shortcuts,
    "commands": _show_commands,
    "about": _show_about,
    "full_screen": _toggle_full_screen,
}
