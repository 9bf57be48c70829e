"""The settings dialog: look, wheel and motion, and the name that history records."""

from typing import get_args

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from evidence_board.ui.dialogs.form import FormDialog
from evidence_board.ui.settings import Scheme, SettingsFile

SCALES = (100, 125, 150, 175, 200)


class SettingsDialog(FormDialog):
    """Shows the settings and stores them when it is accepted."""

    def __init__(self, settings: SettingsFile, parent: QWidget | None = None) -> None:
        """Show what ``settings`` hold."""
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Settings"))
        self.verb.setText(self.tr("Apply settings"))
        self._settings = settings
        self.theme_field = QComboBox()
        words = {
            "system": self.tr("Like the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "highContrast": self.tr("High contrast"),
        }
        for scheme in get_args(Scheme):
            self.theme_field.addItem(words[scheme], scheme)
        self.scale_field = QComboBox()
        for percent in SCALES:
            self.scale_field.addItem(self.tr("{percent} %").format(percent=percent), percent)
        self.wheel_field = QComboBox()
        self.wheel_field.addItem(self.tr("Moves over the board"), "pan")
        self.wheel_field.addItem(self.tr("Zooms at the pointer"), "zoom")
        self.wheel_field.setCurrentIndex(self.wheel_field.findData(settings.current.wheel))
        self.motion_field = QCheckBox(self.tr("Reduce motion"))
        self.motion_field.setChecked(settings.current.reduce_motion)
        self.author_field = QLineEdit(settings.current.author)
        self.theme_field.setCurrentIndex(self.theme_field.findData(settings.current.scheme))
        self.scale_field.setCurrentIndex(self.scale_field.findData(settings.current.scale))
        self.add_field(self.tr("Theme"), self.theme_field)
        self.add_field(
            self.tr("Interface scale"),
            self.scale_field,
            self.tr("Open windows take the new scale when they are opened again."),
        )
        self.add_field(
            self.tr("Mouse wheel"),
            self.wheel_field,
            self.tr("Ctrl and the wheel always zoom, Shift goes sideways, two fingers move."),
        )
        self.add_widget(self.motion_field)
        self.wording_field = QComboBox()
        self.wording_field.addItem(self.tr("NATO (AJP-2.1)"), "nato")
        self.wording_field.addItem(self.tr("US Army (FM 2-22.3)"), "fm")
        self.wording_field.setCurrentIndex(self.wording_field.findData(settings.current.wording))
        self.add_field(
            self.tr("Wording of credibility"),
            self.wording_field,
            self.tr("In whose words the figures 1 to 6 are told beside a claim."),
        )
        self.add_field(
            self.tr("Your name"),
            self.author_field,
            self.tr("Stands in the history of what you do from now on. It may stay empty."),
        )
        self.finish()

    def try_accept(self) -> None:
        """Store the settings."""
        self._settings.change(
            scheme=self.theme_field.currentData(),
            scale=self.scale_field.currentData(),
            wheel=self.wheel_field.currentData(),
            wording=self.wording_field.currentData(),
            reduce_motion=self.motion_field.isChecked(),
            author=" ".join(self.author_field.text().split()),
            author_asked=True,
        )
        self.accept()
