"""The look of the application: palette, style sheet, fonts and icons of one colour scheme."""

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyleFactory

from evidence_board.ui.focus import FocusRings
from evidence_board.ui.fonts import FontRole, load_fonts, load_other_fonts, pixels, scaled_font
from evidence_board.ui.icons import application_icon, tinted_icon
from evidence_board.ui.palette import build_palette, system_colors
from evidence_board.ui.style import style_sheet
from evidence_board.ui.tokens import Tokens, load_tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

__all__ = [
    "SchemeChoice",
    "Theme",
    "application_icon",
    "apply_theme",
    "current_theme",
    "icon",
    "load_fonts",
    "load_other_fonts",
    "set_icon",
    "ui_font",
]

SchemeChoice = Literal["system", "light", "dark", "highContrast"]


class Theme(QObject):
    """The look that is on; owned by the application, changed only by ``apply_theme``."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        """Start as light at 100 %, without touching the application yet."""
        super().__init__(application)
        self._application = application
        self._choice: SchemeChoice = "light"
        self._hints = application.styleHints()
        # Kept, because PySide lets the C++ object go with the last Python name for its owner.
        self._accessibility = self._hints.accessibility()
        self._system_scheme = self._hints.colorScheme()
        self.scale = 1.0
        self.tokens = load_tokens("light")
        self._rings = FocusRings(application)
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._accessibility.contrastPreferenceChanged.connect(self._follow_contrast)

    def apply(self, choice: SchemeChoice, scale: float) -> None:
        """Put the look on: 1.0 is 100 %, up to 2.0."""
        self._choice = choice
        self.scale = scale
        self._hints.setColorScheme(_SYSTEM_SCHEMES[choice])
        self._system_scheme = self._hints.colorScheme()
        self._paint()

    def icon(self, name: str, color_token: str = "text.secondary", size: int = 16) -> QIcon:
        """Return an icon as it looks now; ``set_icon`` keeps one true when the theme changes."""
        return tinted_icon(self.tokens, name, color_token, pixels(size, self.scale))

    def font(self, role: FontRole) -> QFont:
        """Return the font of a role at the scale of the interface."""
        return scaled_font(role, self.scale)

    def length(self, name: str) -> int:
        """Return a length token in whole pixels at the scale, as in ``length("size.toolBar")``."""
        return pixels(self.tokens.length(name), self.scale)

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self._system_scheme = scheme
        self._follow_contrast()

    def _follow_contrast(self) -> None:
        if self._choice == "system":
            self._paint()

    def _tokens_now(self) -> Tokens:
        """Return the tokens the choice means now; the system decides where it was left to it."""
        if self._choice in {"light", "dark"}:
            return load_tokens("dark" if self._choice == "dark" else "light")
        preference = self._accessibility.contrastPreference()
        if self._choice == "highContrast" or preference == Qt.ContrastPreference.HighContrast:
            palette = self._application.style().standardPalette()
            return load_tokens("highContrast", system_colors(palette))
        dark = self._system_scheme == Qt.ColorScheme.Dark
        return load_tokens("dark" if dark else "light")

    def _paint(self) -> None:
        self.tokens = self._tokens_now()
        ring = QColor(self.tokens.color("focus.ring"))
        self._rings.restyle(
            ring, self.length("state.controlFocus.ring"), self.length("state.controlFocus.gap")
        )
        self._application.setStyle(_style(self.scale))
        self._application.setPalette(build_palette(self.tokens))
        self._application.setFont(self.font("control"))
        self._application.setStyleSheet(style_sheet(self.tokens, self.scale))
        self.changed.emit()


def apply_theme(application: QApplication, choice: SchemeChoice, scale: float = 1.0) -> Theme:
    """Put the theme on ``application`` and return it; call again when the settings change."""
    theme = _theme_of(application)
    theme.apply(choice, scale)
    return theme


def current_theme() -> Theme:
    """Return the theme of the running application, light at 100 % until one was applied."""
    application = QCoreApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("the theme needs a QApplication")
    return _theme_of(application)


def ui_font(role: FontRole) -> QFont:
    """Return the font of a role of the type scale in the current theme."""
    return current_theme().font(role)


def icon(name: str, color_token: str = "text.secondary", size: int = 16) -> QIcon:
    """Return a Lucide icon in the current theme: plain, disabled, and accent when checked."""
    return current_theme().icon(name, color_token, size)


def set_icon(
    target: QAction | QAbstractButton,
    name: str,
    color_token: str = "text.secondary",
    size: int = 16,
) -> None:
    """Give ``target`` an icon that is drawn anew when the theme or the scale changes."""
    for before in target.findChildren(_KeptIcon, options=_DIRECT):
        before.setParent(None)
        before.deleteLater()
    _KeptIcon(target, name, color_token, size, current_theme())


class _KeptIcon(QObject):
    """Keeps the icon of its parent true; dies with it."""

    def __init__(
        self,
        target: QAction | QAbstractButton,
        name: str,
        color_token: str,
        size: int,
        theme: Theme,
    ) -> None:
        super().__init__(target)
        self._target = target
        self._drawn = (name, color_token, size)
        self._theme = theme
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        name, color_token, size = self._drawn
        side = pixels(size, self._theme.scale)
        margin = pixels(2, self._theme.scale) if size <= _BESIDE_TEXT else 0
        self._target.setIcon(tinted_icon(self._theme.tokens, name, color_token, side, margin))
        if isinstance(self._target, QAbstractButton):
            self._target.setIconSize(QSize(side + 2 * margin, side))


def _style(scale: float) -> "QStyle":
    """Return a new style; the application owns and ends it."""
    if scale == 1.0:
        return QStyleFactory.create("Fusion")
    from evidence_board.ui.scaled_style import ScaledStyle  # QStyle's many names take 10 ms

    return ScaledStyle(scale)


@lru_cache(maxsize=1)
def _theme_of(application: QApplication) -> Theme:
    """Return the one theme, a child of the application, made at the first call."""
    return Theme(application)


_BESIDE_TEXT = 16  # larger icons stand above their text or alone
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_SYSTEM_SCHEMES: dict[SchemeChoice, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "highContrast": Qt.ColorScheme.Unknown,
}
