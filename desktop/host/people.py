"""Who receives today: asked once, where nobody is signed in who receives clients."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.host.state import Hall, Person
from desktop.host.wording import code_said, joined
from desktop.widgets.buttons import Button
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class PeoplePage(Part):
    """`chosen` names the person."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._hall: Hall | None = None
        self._first: Button | None = None
        self._title, self._why = Label("", "page"), Label("", "body", "ink2", wraps=True)
        self._list: QVBoxLayout = column(gap=PX.s8)
        page, scroll = QWidget(), QScrollArea()
        page.setProperty("fill", "background")
        page.setLayout(column(self._list, None))
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        middle = Part()
        middle.setFixedWidth(PX.reading_pane)
        whole = column(self._title, PX.s4, self._why, PX.s24, scroll, margins=(PX.s24, PX.s48, PX.s24, PX.s24))
        whole.setStretch(4, 1)
        middle.setLayout(whole)
        self.setLayout(row(None, middle, None))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Who receives clients here today?"))
        none = self.tr("Nobody is on the list yet who receives clients. The office adds staff.")
        some = self.tr("Your name stands on the sheet and beside each promise.")
        self._why.setText(some if self._hall is None or self._hall.hosts else none)
        if self._hall is not None:
            self.show_hall(self._hall)

    def show_hall(self, hall: Hall) -> None:
        """Show who may receive."""
        is_new = self._hall is None
        self._hall = hall
        while item := self._list.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._first = None
        here = [one for one in hall.hosts if one.id in hall.ids_on_duty("host")]
        others = [one for one in hall.hosts if one not in here]
        if here:
            self._list.addWidget(Label(self.tr("On duty today"), "small", "ink3"))
        for person in here:
            self._list.addWidget(self._button(person, hall))
        if here and others:
            self._list.addSpacing(PX.s16)
            self._list.addWidget(Label(self.tr("Others"), "small", "ink3"))
        for person in others:
            self._list.addWidget(self._button(person, hall))
        if is_new:
            self.retranslate()

    def begin(self) -> None:
        """Put the keyboard on the first person: Enter is enough for whoever is expected."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, person: Person, hall: Hall) -> Button:
        post = person.post or code_said(hall.codes.levels, person.level)
        button = Button(joined(person.name, post), "outline", "next")
        button.setObjectName(f"person_{person.id}")
        button.clicked.connect(lambda: self.chosen.emit(person.id))
        self._first = self._first or button
        return button
