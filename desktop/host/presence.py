"""Who of ours sits by: host, recorder, and whoever is added or taken away during the talk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from desktop.host.state import Hall, Person, Talk
from desktop.host.wording import joined
from desktop.widgets.buttons import Button
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, row


class Presence(Part):
    """A line of names; `changed` carries the ids of those who sit by, without host and recorder; `recorder_chosen`
    the id of who writes."""

    changed = Signal(object)
    recorder_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._talk: Talk | None = None
        self._hall: Hall | None = None
        self._title = Label("", "small", "ink3")
        self._fixed = Label("", "small", "ink2")
        self._names = row(gap=PX.s4)
        self._menu = QMenu(self)
        self._add = Button("", "quiet", "small", icon="user-plus")
        self._add.setObjectName("present_add")
        self._add.clicked.connect(self._ask)
        self.setLayout(row(self._title, self._fixed, self._names, self._add, None, gap=PX.s8))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Present"))
        self._add.setText(self.tr("Add"))
        self._add.setAccessibleName(self.tr("Add somebody who is present"))
        if self._talk and self._hall:
            self.show_talk(self._talk, self._hall)

    def show_talk(self, talk: Talk, hall: Hall) -> None:
        """Show who is present at a talk, and who may be added."""
        self._talk, self._hall = talk, hall
        self._fixed.setText("  ".join(self._fixed_names(talk, hall)))
        while item := self._names.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        here = {hall.host.id if hall.host else "", talk.recorder, *talk.present}
        for person in hall.team:
            if person.id in talk.present:
                self._names.addWidget(self._name(person))
        away = [person for person in hall.team if person.id not in here]
        on_duty = {one.staff for one in hall.on_duty}
        self._menu.clear()
        for person in away:
            if person.id in hall.ids_on_duty("recorder"):
                action = self._menu.addAction(self.tr("{name} (writes)").replace("{name}", person.name))
                action.triggered.connect(lambda _checked=False, one=person.id: self.recorder_chosen.emit(one))
        if not self._menu.isEmpty():
            self._menu.addSeparator()
        # Whoever is here today is looked for first.
        for person in sorted(away, key=lambda person: person.id not in on_duty):
            action = self._menu.addAction(joined(person.name, person.post))
            action.triggered.connect(lambda _checked=False, one=person.id: self._come(one))
        self._add.setVisible(not self._menu.isEmpty())

    def _fixed_names(self, talk: Talk, hall: Hall) -> list[str]:
        names = {one.id: one.name for one in hall.team}
        found = [self.tr("{name} (receives)").replace("{name}", hall.host.name)] if hall.host else []
        if talk.recorder in names and (hall.host is None or talk.recorder != hall.host.id):
            found.append(self.tr("{name} (writes)").replace("{name}", names[talk.recorder]))
        return found

    def _name(self, person: Person) -> Button:
        button = Button(person.name, "quiet", "small", trailing="x", ink="ink2")
        button.setObjectName(f"present_{person.id}")
        button.setToolTip(self.tr("Is not present any more"))
        button.setAccessibleDescription(button.toolTip())
        button.clicked.connect(lambda: self._left(person.id))
        return button

    def _ask(self) -> None:
        self._menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _come(self, person: str) -> None:
        if self._talk is not None:
            self.changed.emit((*self._talk.present, person))

    def _left(self, person: str) -> None:
        if self._talk is not None:
            self.changed.emit(tuple(one for one in self._talk.present if one != person))
