"""From tokens to a QPalette, and from the system's palette to high contrast."""

from PySide6.QtGui import QColor, QPalette

from evidence_board.ui.tokens import SystemColors, Tokens

_Role = QPalette.ColorRole

_ACTIVE: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (_Role.Window, "surface.window"),
    (_Role.WindowText, "text.primary"),
    (_Role.Base, "surface.panel"),
    (_Role.AlternateBase, "surface.sunken"),
    (_Role.Text, "text.primary"),
    (_Role.PlaceholderText, "text.tertiary"),
    (_Role.Button, "surface.panel"),
    (_Role.ButtonText, "text.primary"),
    (_Role.BrightText, "text.onAccent"),
    (_Role.ToolTipBase, "toast.bg"),
    (_Role.ToolTipText, "toast.text"),
    (_Role.Highlight, "accent.default"),
    (_Role.HighlightedText, "text.onAccent"),
    (_Role.Accent, "accent.default"),
    (_Role.Link, "text.link"),
    (_Role.LinkVisited, "text.link"),
    (_Role.Light, "surface.raised"),
    (_Role.Midlight, "surface.hover"),
    (_Role.Mid, "border.default"),
    (_Role.Dark, "border.strong"),
    (_Role.Shadow, "border.strong"),
)
_DISABLED_TEXT = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def build_palette(tokens: Tokens) -> QPalette:
    """Return the palette of a scheme; what has no own rule in the style sheet draws from it."""
    palette = QPalette()
    for role, name in _ACTIVE:
        palette.setColor(role, QColor(tokens.color(name)))
    disabled = QColor(tokens.color("text.disabled"))
    for role in _DISABLED_TEXT:
        palette.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    palette.setColor(
        QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.color("border.strong"))
    )
    return palette


def system_colors(palette: QPalette) -> SystemColors:
    """Return the colours that high contrast takes from the palette of the system."""
    return SystemColors(
        window=palette.color(_Role.Window).name(),
        text=palette.color(_Role.WindowText).name(),
        highlight=palette.color(_Role.Highlight).name(),
        highlighted_text=palette.color(_Role.HighlightedText).name(),
        link=palette.color(_Role.Link).name(),
        disabled=palette.color(QPalette.ColorGroup.Disabled, _Role.WindowText).name(),
    )
