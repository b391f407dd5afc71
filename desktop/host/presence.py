"""Who of ours sits by: host, recorder, whoever takes part or only listens, and for whom the host stands in."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from desktop.host.state import Hall, Person, Talk
from desktop.host.wording import joined
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, row

KEY = "Alt+A"
# Whoever is of this level has nobody below who could receive in their place.
_NOBODY_STANDS_IN_FOR = "staff"


class Presence(Part):
    """A line of names; `changed` carries the ids of those who take part, without host and recorder,
    `observers_changed` of those who only listen; `recorder_chosen` the id of who writes, `delegate_chosen` of whom
    the host stands in for, "" for nobody."""

    changed = Signal(object)
    observers_changed = Signal(object)
    recorder_chosen = Signal(str)
    delegate_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._talk: Talk | None = None
        self._hall: Hall | None = None
        self._title = Label("", "small", "ink3")
        self._fixed = ElidedLabel("", "small", "ink2")
        self._names = row(gap=PX.s4)
        self._menu = QMenu(self)
        self._add = Button("", "quiet", "small", icon="user-plus", key=KEY)
        self._add.setObjectName("present_add")
        self._add.setShortcut(QKeySequence(KEY))
        self._add.clicked.connect(self._ask)
        self.setLayout(row(self._title, self._fixed, self._names, self._add, None, gap=PX.s8))
        self.retranslate()

    @property
    def menu(self) -> QMenu:
        """Who can be added, and as what."""
        return self._menu

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Present"))
        self._add.setText(self.tr("Add"))
        # A text takes the shortcut with it.
        self._add.setShortcut(QKeySequence(KEY))
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
        for person in hall.team:
            if person.id in talk.present:
                self._names.addWidget(self._name(person, person.name, self._left))
            elif person.id in talk.observers:
                said = self.tr("{name} (listens)").replace("{name}", person.name)
                self._names.addWidget(self._name(person, said, self._stopped_listening))
        host = hall.host.id if hall.host else ""
        here = {host, talk.recorder, *talk.present, *talk.observers}
        on_duty = {one.staff for one in hall.on_duty}
        # Whoever is here today is looked for first.
        team = sorted(hall.team, key=lambda person: person.id not in on_duty)
        self._fill_menu([one for one in team if one.id not in here], talk, hall)
        self._add.setVisible(not self._menu.isEmpty())

    def _fill_menu(self, away: list[Person], talk: Talk, hall: Hall) -> None:
        """Who may write, who may sit by, who may only listen, for whom the host may stand in."""
        for below in self._menu.findChildren(QMenu):
            below.deleteLater()
        self._menu.clear()
        writes = self.tr("{name} (writes)")
        for person in away:
            if person.id in hall.ids_on_duty("recorder"):
                self._offer(self._menu, writes.replace("{name}", person.name), self.recorder_chosen.emit, person.id)
        if not self._menu.isEmpty():
            self._menu.addSeparator()
        for person in away:
            self._offer(self._menu, joined(person.name, person.post), self._come, person.id)
        if away or talk.delegate_for:
            self._menu.addSeparator()
            self._fill_below(away, talk)

    def _fill_below(self, away: list[Person], talk: Talk) -> None:
        """Who may only listen, and for whom the host may stand in."""
        listening = self._menu.addMenu(self.tr("Only listens"))
        for person in away:
            self._offer(listening, joined(person.name, person.post), self._listen, person.id)
        standing = self._menu.addMenu(self.tr("The host stands in for"))
        for person in away:
            if person.level != _NOBODY_STANDS_IN_FOR:
                self._offer(standing, joined(person.name, person.post), self.delegate_chosen.emit, person.id)
        if talk.delegate_for:
            self._offer(standing, self.tr("Nobody"), self.delegate_chosen.emit, "")
        for menu in (listening, standing):
            menu.menuAction().setVisible(not menu.isEmpty())

    def _fixed_names(self, talk: Talk, hall: Hall) -> list[str]:
        names = {one.id: one.name for one in hall.team}
        found = []
        if hall.host:
            said = self.tr("{name} (receives)")
            if talk.delegate_for:
                said = self.tr("{name} (receives for {other})")
            said = said.replace("{other}", names.get(talk.delegate_for, ""))
            found.append(said.replace("{name}", hall.host.name))
        if talk.recorder in names and (hall.host is None or talk.recorder != hall.host.id):
            found.append(self.tr("{name} (writes)").replace("{name}", names[talk.recorder]))
        return found

    def _name(self, person: Person, text: str, gone: Callable[[str], None]) -> Button:
        button = Button(text, "quiet", "small", trailing="x", ink="ink2")
        button.setObjectName(f"present_{person.id}")
        button.setToolTip(self.tr("Is not present any more"))
        button.setAccessibleDescription(button.toolTip())
        button.clicked.connect(lambda: gone(person.id))
        return button

    @staticmethod
    def _offer(menu: QMenu, text: str, deed: Callable[[str], None], person: str) -> None:
        menu.addAction(text).triggered.connect(lambda _checked=False: deed(person))

    def _ask(self) -> None:
        self._menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))
        self._menu.setActiveAction(self._menu.actions()[0])

    def _come(self, person: str) -> None:
        if self._talk is not None:
            self.changed.emit((*self._talk.present, person))

    def _left(self, person: str) -> None:
        if self._talk is not None:
            self.changed.emit(tuple(one for one in self._talk.present if one != person))

    def _listen(self, person: str) -> None:
        if self._talk is not None:
            self.observers_changed.emit((*self._talk.observers, person))

    def _stopped_listening(self, person: str) -> None:
        if self._talk is not None:
            self.observers_changed.emit(tuple(one for one in self._talk.observers if one != person))
