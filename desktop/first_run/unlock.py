"""The passphrase of an encrypted database, asked for before its window opens; or that the database is not there."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from db.errors import Trouble
from db.vault.key_file import unlock
from desktop.first_run.said import sentence
from desktop.jobs import Jobs
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Field, Line
from desktop.widgets.focus import FocusRing
from desktop.widgets.labels import Label, Mark
from desktop.widgets.languages import Translator
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_COLUMN_PX = 400


class UnlockWindow(Part):
    """One field and one button in the middle."""

    entered = Signal(str)

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.setProperty("fill", "background")
        self._file = file
        self._brand, self._title = Label("", "body_strong"), Label("", "page")
        self._where = Label("", "small", "ink2", wraps=True)
        self.line = Line()
        self.line.setObjectName("passphrase")
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = Field("", self.line)
        self.open_button = Button("", "filled")
        self.open_button.setObjectName("open")
        self.open_button.clicked.connect(self._enter)
        self.line.returnPressed.connect(self._enter)
        held = Part()
        held.setFixedWidth(_COLUMN_PX)
        top = row(Mark(), PX.s12, self._brand, None)
        foot = row(None, self.open_button)
        held.setLayout(
            column(None, top, PX.s32, self._title, PX.s4, self._where, PX.s16, self._field, PX.s16, foot, None)
        )
        self.setLayout(row(None, held, None))
        self._ring = FocusRing(self)
        self.resize(PX.window_width, PX.window_height)
        self.retranslate()
        self.line.setFocus()

    def _enter(self) -> None:
        if self.line.text() and self.open_button.isEnabled():
            self.entered.emit(self.line.text())

    def show_busy(self, *, is_busy: bool) -> None:
        """Whether the passphrase is being tried."""
        self.open_button.setEnabled(not is_busy)

    def refuse(self, text: str) -> None:
        """Say why it did not open."""
        self.show_busy(is_busy=False)
        self._field.set_error(text)
        self.line.setFocus()
        self.line.selectAll()

    @property
    def trouble(self) -> str:
        """What is said under the field."""
        return self.line.accessibleDescription()

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Qinting"))
        self._brand.setText(self.tr("Qinting"))
        self._title.setText(self.tr("Please enter the passphrase"))
        self._where.setText(self.tr("It opens {file}").replace("{file}", str(self._file)))
        self._field.set_label(self.tr("Passphrase"), self.tr("Or the code on the recovery sheet"))
        self.open_button.setText(self.tr("Open"))
        self.open_button.updateGeometry()


class UnlockFlow(QObject):
    """`finished` tells the passphrase that fits."""

    finished = Signal(str)

    def __init__(self, jobs: Jobs, translator: Translator, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._translator, self._file = jobs, translator, file
        self._window = UnlockWindow(file)
        self._window.entered.connect(self._try)

    @property
    def window(self) -> UnlockWindow:
        """The window; the app shows it."""
        return self._window

    def start(self) -> None:
        """The field waits."""

    def close(self) -> None:
        """Nothing is held."""

    def _try(self, passphrase: str) -> None:
        self._window.show_busy(is_busy=True)
        self._jobs.run(
            lambda: unlock(self._file, passphrase),
            done=lambda _keys: self.finished.emit(passphrase),
            failed=self._fail,
        )

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        if error.code == "passphrase_wrong":
            self._window.refuse(self.tr("This passphrase does not fit. Nothing was changed; please try once more."))
        else:
            self._window.refuse(sentence(error, self._translator.language))
