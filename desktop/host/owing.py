"""Beside my tasks: the sessions on which I have not written, and what I said I would do."""

from datetime import date

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.host.days import day_said
from desktop.host.wording import language_now
from desktop.services.reflections.listing import Owed, Told
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_MOST = 4


class OwingPanel(Part):
    """`write_wanted` carries an Owed, `done` the id of a reflection whose commitment is done."""

    write_wanted = Signal(object)
    done = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(PX.navigation + PX.s48 - PX.s8)
        self._owed: tuple[Owed, ...] = ()
        self._due: tuple[Told, ...] = ()
        self._title = Label("", "section")
        self._rows = column(gap=PX.s8)
        self.setLayout(column(self._title, self._rows, gap=PX.s8, margins=(0, PX.s16, 0, 0)))
        self.retranslate()

    def show_owing(self, owed: tuple[Owed, ...], due: tuple[Told, ...]) -> None:
        """Show what is owed, the late ones first; nothing hides the panel."""
        self._owed, self._due = owed, due
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Reflections"))
        self.setVisible(bool(self._owed or self._due))
        while item := self._rows.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for one in self._owed[:_MOST]:
            self._rows.addWidget(self._owed_row(one))
        for told in self._due[:_MOST]:
            self._rows.addWidget(self._due_row(told))

    def _owed_row(self, one: Owed) -> Part:
        since = self.tr("owed since {count} days") if one.is_late else self.tr("{count} days ago")
        button = Button(self.tr("Write"), "outline", "small", icon="notebook-pen")
        button.setObjectName("write_reflection")
        button.clicked.connect(lambda: self.write_wanted.emit(one))
        days = Label(since.replace("{count}", str(one.days)), "caption", "danger" if one.is_late else "ink3")
        return _row(one.title, days, button)

    def _due_row(self, one: Told) -> Part:
        day = day_said(date.fromisoformat(one.due), language_now()) if one.due else ""
        until = Label(self.tr("until {day}").replace("{day}", day), "caption", "danger" if one.is_late else "ink3")
        button = Button(self.tr("Done"), "outline", "small", icon="check")
        button.setObjectName("commitment_done")
        button.clicked.connect(lambda: self.done.emit(one.id))
        return _row(one.commitment, until, button)


def _row(text: str, under: Label, button: Button) -> Part:
    made = Part()
    line = row(column(ElidedLabel(text, "small_strong"), under), button, gap=PX.s8)
    line.setStretch(0, 1)
    made.setLayout(line)
    return made
