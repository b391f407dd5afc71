"""Ctrl+K: everything that can be done here, found by typing; clients too, where the window allows it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.widgets.buttons import Button
from desktop.widgets.fields import Line
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, keeps_key

_ROWS_MOST = 10
_LETTERS_LEAST = 2
_PAUSE_MS = 150


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done: `key` is its shortcut, `also` other words by which it is found."""

    name: str
    text: str
    icon: str
    key: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class FoundClient:
    """A client found; `second` says which one, with a masked phone."""

    id: str
    name: str
    second: str


class _Line(Line):
    """While the palette is open every key belongs to it, none to the page below."""

    left = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        return keeps_key(event) or super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Palette(Part):
    """Stands over the window's upper middle while it is open.

    `searched` asks for clients with what was typed, `show_clients` gives them; `chosen` names a command,
    `client_chosen` a client. It closes itself before either is told, and by Esc, Ctrl+K or a click elsewhere.
    """

    chosen = Signal(str)
    client_chosen = Signal(str)
    searched = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.setParent(window)
        self.setProperty("part", "card")
        self.mark("strong", value=True)
        self.setObjectName("palette")
        self._window = window
        self._commands: tuple[Command, ...] = ()
        self._clients: tuple[FoundClient, ...] = ()
        self._has_clients = False
        self._before: QWidget | None = None
        self._rows: tuple[tuple[Button, str, bool], ...] = ()
        self._at = 0
        self._line = _Line(icon="search")
        self._line.setObjectName("palette_line")
        self._line.textChanged.connect(self._typed)
        self._line.returnPressed.connect(self._take)
        self._line.left.connect(self._left)
        self._none = Label("", "small", "ink3")
        self._list: QVBoxLayout = column(gap=PX.s2)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self._line.text().strip()))
        self._whole = column(self._line, self._list, self._none, gap=PX.s8, margins=(PX.s12, PX.s12, PX.s12, PX.s12))
        self.setLayout(self._whole)
        self.setFixedWidth(PX.reading_pane - PX.s96)
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._line.setAccessibleName(self.tr("What do you want to do?"))
        self._none.setText(self.tr("Nothing is called that"))
        self._line.setPlaceholderText(
            self.tr("A command, or a client's name, room or phone tail")
            if self._has_clients
            else self.tr("What do you want to do?")
        )

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.isVisible()

    def open(self, commands: tuple[Command, ...], *, has_clients: bool) -> None:
        """Open with these commands; clients are asked for only where that is allowed."""
        self._before = QApplication.focusWidget()
        self._commands, self._clients, self._has_clients = commands, (), has_clients
        self._line.clear()
        self.retranslate()
        self._show()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Close, and give the keyboard back to where it was."""
        if not self.isVisible():
            return
        self._pause.stop()
        self.hide()
        self._clients = ()
        self._show()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def show_clients(self, query: str, clients: tuple[FoundClient, ...]) -> None:
        """Show who was found; an answer to an older question is left out."""
        if self.isVisible() and self._has_clients and query == self._line.text().strip():
            self._clients = clients
            self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        is_again = event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or is_again:
            self.close_up()
        elif step is not None and self._rows:
            self._stand((self._at + step) % len(self._rows))
        event.accept()

    def _typed(self, text: str) -> None:
        self._clients = ()
        self._show()
        if self._has_clients and len(text.strip()) >= _LETTERS_LEAST:
            self._pause.start()
        else:
            self._pause.stop()

    def _show(self) -> None:
        while item := self._list.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        rows: list[tuple[Button, str, bool]] = []
        for command in self._fitting()[:_ROWS_MOST]:
            rows.append(self._row(command.text, command.icon, command.key, command.name, is_client=False))
        if rows and self._clients:
            self._list.addWidget(Hairline())
        for client in self._clients:
            text = " · ".join(part for part in (client.name, client.second) if part)
            rows.append(self._row(text, "user", "", client.id, is_client=True))
        self._rows = tuple(rows)
        self._none.setVisible(not rows)
        self._stand(0)
        self._place()

    def _row(self, text: str, icon: str, key: str, name: str, *, is_client: bool) -> tuple[Button, str, bool]:
        button = Button(text, "nav", "nav", icon=icon, key=key)
        button.setObjectName(f"palette_{name}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.pressed.connect(lambda: self._go(name, is_client=is_client))
        self._list.addWidget(button)
        return button, name, is_client

    def _fitting(self) -> list[Command]:
        """Those whose words begin with what was typed come first."""
        typed = self._line.text().strip().casefold()
        found = [one for one in self._commands if typed in f"{one.text} {one.also} {one.key}".casefold()]
        return sorted(found, key=lambda one: not one.text.casefold().startswith(typed))

    def _stand(self, place: int) -> None:
        self._at = place
        for number, (button, _, _) in enumerate(self._rows):
            button.setChecked(number == place)
        if self._rows:
            self._line.setAccessibleDescription(self._rows[place][0].text())

    def _take(self) -> None:
        if self._rows:
            _, name, is_client = self._rows[self._at]
            self._go(name, is_client=is_client)

    def _go(self, name: str, *, is_client: bool) -> None:
        self.close_up()
        (self.client_chosen if is_client else self.chosen).emit(name)

    def _left(self) -> None:
        # Another window, or a menu of the line itself, only borrows the keyboard.
        if self._window.isActiveWindow() and self.isVisible():
            self._before = None
            self.close_up()

    def _place(self) -> None:
        # Rows that are new in an open layout have neither a place nor a size yet.
        for row, _, _ in self._rows:
            row.show()
        self._whole.invalidate()
        self._whole.activate()
        self.resize(self.width(), self._whole.sizeHint().height())
        self.move((self._window.width() - self.width()) // 2, PX.s64)
