"""Settings: the folder that this device shares with the others of the project."""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.settings import Settings
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Field, Line
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class SharedSection(Part):
    """`typed` tells an address, "" for none; `choose_wanted` asks for a folder."""

    typed = Signal(str)
    choose_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._address = ""
        self.line = Line(icon="folder-sync")
        self.line.setObjectName("shared_folder")
        self.line.editingFinished.connect(self._typed)
        self._field = Field("", self.line)
        self.choose_button = Button("", "outline", icon="folder-open")
        self.choose_button.setObjectName("settings_choose_shared")
        self.stop_button = Button("", "quiet")
        self.choose_button.clicked.connect(self.choose_wanted)
        self.stop_button.clicked.connect(lambda: self.typed.emit(""))
        self._note = Label("", "small", "ink2", wraps=True)
        buttons = row(self.choose_button, self.stop_button, None, gap=PX.s8)
        self.setLayout(column(self._field, buttons, self._note, gap=PX.s16))
        self.retranslate()

    def show_choices(self, choices: Settings) -> None:
        """Show what is chosen."""
        if choices.shared_folder != self._address:
            self._field.set_error("")
        self._address = choices.shared_folder
        if not (self.line.hasFocus() and self.line.isModified()):
            self.line.setText(self._address)
        self.retranslate()

    def _typed(self) -> None:
        text = self.line.text().strip()
        self.line.setModified(False)
        self._field.set_error("")
        if text != self._address:
            self.typed.emit(text)

    def show_missing(self) -> None:
        """Say that there is no such folder; what was chosen before still counts."""
        self._field.set_error(self.tr("There is no such folder. Is the stick plugged in, the share connected?"))

    @override
    def retranslate(self) -> None:
        self._field.set_label(
            self.tr("Shared folder"),
            self.tr("A share on the network, a stick, or a folder of a cloud drive. Empty for none."),
        )
        self.choose_button.setText(self.tr("Choose a folder"))
        self.stop_button.setText(self.tr("Share no more"))
        self.stop_button.setVisible(bool(self._address))
        self._note.setText(
            self.tr(
                "Every device writes into a folder of its own there, encrypted; what the others put there is taken in "
                "every few seconds. While the folder is away everything waits here. The database itself stays on "
                "this computer."
            )
        )
        for button in (self.choose_button, self.stop_button):
            button.updateGeometry()
