"""Common matters: suggested groups and confirmed ones at the left, the one chosen at the right."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from desktop.office.common_state import GroupView, Suggested
from desktop.office.pages.common_pane import CommonPane
from desktop.office.pages.parts import Page, scrolled
from desktop.office.speech import Speech
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.cards import EmptyState
from desktop.widgets.fields import Picker
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.slider import STEPS, Slider
from desktop.widgets.tables import Table

_LIST_PX = 480
_LEAST = ("2", "3", "4", "5", "8", "10")
# How long the slider rests before groups are cut anew.
_REST_MS = 80


class CommonPage(Page):
    """`begun` when the page came to the front, `width_wanted` a strictness from 0 to 1, `least_wanted` from how many
    different clients on a matter is common, `paper_wanted` the feedback paper."""

    begun = Signal()
    width_wanted = Signal(float)
    least_wanted = Signal(int)
    paper_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._suggested: Suggested | None = None
        self._matters: tuple[GroupView, ...] = ()
        self._chosen_key = ""
        self._is_comparing = False
        # Until the person has chosen one, the first suggestion stands open.
        self._is_by_hand = False
        self._title, self._from = Label("", "page"), Label("", "body", "ink2")
        self.least = Picker(tuple((one, one) for one in _LEAST))
        self.least.setMinimumWidth(PX.s64)
        self.paper = Button("", "outline", icon="file-down")
        self._wide, self._strict, self._count = (Label("", "body", "ink2") for _ in range(3))
        self.slider = Slider()
        self._simple = Banner("neutral", "info")
        self._new, self._kept = Label("", "small", "ink2"), Label("", "small", "ink2")
        columns = (Column("", PX.s48), Column(""), Column("", fits=True))
        self.suggestions, self.matters = self._tables = tuple(
            Table(columns, PX.s64 + PX.s4, inset_px=PX.page_margin) for _ in range(2)
        )
        self._no_suggestion = Label("", "body", "ink3", wraps=True)
        self.pane = CommonPane(speech)
        self._empty = EmptyState("layers")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        side = PX.page_margin
        top = Part()
        first = row(self._title, None, self.paper, gap=PX.s8)
        second = row(self._wide, self.slider, self._strict, gap=PX.s12)
        second.setStretch(1, 1)
        third = row(self._from, self.least, None, self._count, gap=PX.s8)
        top.setLayout(column(first, second, third, self._simple, gap=PX.s12, margins=(side, PX.s16, side, PX.s12)))
        self._lists = []
        for title, table in ((self._new, self.suggestions), (self._kept, self.matters)):
            table.horizontalHeader().hide()
            part = Part()
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            line = Part()
            line.setProperty("fill", "raised")
            line.setLayout(row(title, None, margins=(side, PX.s6, side, PX.s6)))
            part.setLayout(column(line, Hairline(), table))
            self._lists.append(part)
        lists = Part()
        lists.setProperty("fill", "surface")
        self._nothing = Part()
        self._nothing.setLayout(row(self._no_suggestion, margins=(side, PX.s12, side, PX.s12)))
        lists.setLayout(column(self._lists[0], self._nothing, self._lists[1], None))
        left = Part()
        left.setFixedWidth(_LIST_PX)
        listed = column(top, Hairline(), scrolled(lists))
        listed.setStretch(2, 1)
        left.setLayout(listed)
        right = Part()
        right.setProperty("fill", "surface")
        self._beside = Part()
        beside = row(self.pane)
        beside.setStretch(0, 1)
        beside.addStretch(0)
        self._beside.setLayout(beside)
        right.setLayout(column(self._beside, self._empty))
        whole = row(left, Hairline(is_upright=True), right)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        for table in self._tables:
            table.chosen.connect(self._choose)
            table.opened.connect(lambda _key: self.pane.take())
            table.letter_pressed.connect(self._pressed)
        self.slider.valueChanged.connect(lambda _value: self._rest.start())
        self._rest.timeout.connect(lambda: self.width_wanted.emit(self.slider.value() / STEPS))
        self.least.activated.connect(lambda _place: self.least_wanted.emit(int(self.least.choice)))
        self.paper.clicked.connect(self.paper_wanted)

    @override
    def begin(self) -> None:
        (self.suggestions if self._suggested and self._suggested.groups else self.matters).setFocus()
        self.begun.emit()

    def show_comparing(self) -> None:
        """Say that groups are being looked for; what was found before stays."""
        self._is_comparing = True
        self._say_count()

    def show_suggested(self, found: Suggested) -> None:
        """Show the suggested groups."""
        self._is_comparing = False
        self._suggested = found
        if not self._is_by_hand and found.groups:
            self._chosen_key = found.groups[0].key
        if not self._rest.isActive():
            with QSignalBlocker(self.slider):
                self.slider.setValue(round(found.strictness * STEPS))
            self.slider.update()
        self._show_lists()

    def show_matters(self, found: tuple[GroupView, ...], least_clients: int) -> None:
        """Show the confirmed matters, and from how many different clients on one is common."""
        self._matters = found
        if str(least_clients) not in _LEAST:
            self.least.set_values(tuple((one, one) for one in (*_LEAST, str(least_clients))))
        self.least.choose(str(least_clients))
        self._show_lists()

    def forget(self, key: str) -> None:
        """Take a group that was decided upon out of the list at once; the next one comes under the hand."""
        if self._suggested is None:
            return
        keys = [one.key for one in self._suggested.groups]
        left = tuple(one for one in self._suggested.groups if one.key != key)
        if key in keys and left:
            self._chosen_key = left[min(keys.index(key), len(left) - 1)].key
        self._suggested = Suggested(left, self._suggested.strictness, self._suggested.is_simple)
        self._show_lists()

    def stand_on(self, key: str) -> None:
        """Choose a group."""
        self._chosen_key, self._is_by_hand = key, True
        self._show_lists()

    @property
    def groups(self) -> tuple[GroupView, ...]:
        """The suggested groups as they are shown."""
        return self._suggested.groups if self._suggested else ()

    @property
    def chosen(self) -> GroupView | None:
        """The group at the right."""
        return next((one for one in (*self.groups, *self._matters) if one.key == self._chosen_key), None)

    def _choose(self, key: str) -> None:
        self._chosen_key, self._is_by_hand = key, True
        for table in self._tables:
            if table.rows.place_of(key) < 0:
                table.clearSelection()
        self._show_pane()

    def _pressed(self, letter: str) -> None:
        if letter == "J":
            self._step(1)
        elif letter == "K":
            self._step(-1)
        elif letter == "N":
            self.pane.refuse()
        elif letter == " ":
            self.pane.members.begin()

    def _step(self, by: int) -> None:
        """From the suggested ones on to the confirmed ones, and back."""
        keys = [one.key for one in (*self.groups, *self._matters)]
        if keys:
            self._is_by_hand = True
            place = keys.index(self._chosen_key) if self._chosen_key in keys else -by
            self._chosen_key = keys[min(max(place + by, 0), len(keys) - 1)]
            self._show_lists()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            # A key that is held must not confirm what nobody has read.
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Also from the sentence and the boxes, which let it through.
            self.pane.take()
        elif event.key() == Qt.Key.Key_N:
            self.pane.refuse()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Common issues"))
        self._from.setText(self.tr("Different clients, at least"))
        self.least.setAccessibleName(self._from.text())
        self.paper.setText(self.tr("Feedback paper"))
        self.paper.updateGeometry()
        self._wide.setText(self.tr("Wide"))
        self._strict.setText(self.tr("Strict"))
        self.slider.setAccessibleName(self.tr("How alike concerns must be"))
        self._simple.say(self.tr("Simple comparison: by the characters only. Please look twice."), "")
        self._show_lists()

    def _say_count(self) -> None:
        if self._is_comparing or self._suggested is None:
            self._count.setText(self.tr("Comparing ..."))
            return
        said = self.tr("Groups {groups}, concerns {concerns}").replace("{groups}", str(len(self.groups)))
        self._count.setText(said.replace("{concerns}", f"{sum(one.concerns for one in self.groups):,}"))

    def _show_lists(self) -> None:
        self._say_count()
        self._simple.setVisible(bool(self._suggested and self._suggested.is_simple))
        self._new.setText(self.tr("For you to confirm: {count}").replace("{count}", str(len(self.groups))))
        kept = self.tr("Confirmed, by different clients: {count}")
        self._kept.setText(kept.replace("{count}", str(len(self._matters))))
        keys = {one.key for one in (*self.groups, *self._matters)}
        if self._chosen_key not in keys:
            self._chosen_key = next((one.key for one in (*self.groups, *self._matters)), "")
        for part, table, groups in zip(self._lists, self._tables, (self.groups, self._matters), strict=True):
            with QSignalBlocker(table):
                table.show_rows(tuple(map(self._row, groups)))
                if table.rows.place_of(self._chosen_key) >= 0:
                    table.choose(self._chosen_key)
                else:
                    table.setCurrentIndex(QModelIndex())
                    table.clearSelection()
            part.setVisible(bool(groups))
            table.setFixedHeight(table.verticalHeader().length() + PX.s2)
        is_none = self._suggested is not None and not self.groups
        self._nothing.setVisible(is_none)
        self._no_suggestion.setText(
            self.tr("No {count} clients have said the same so far that is not confirmed yet.").replace(
                "{count}", self.least.choice
            )
        )
        self._show_pane()

    def _row(self, one: GroupView) -> Row:
        if one.is_suggested:
            chip = Cell(self.tr("More of it") if one.issue else self.tr("Suggested"), tone="warning")
        elif one.open:
            chip = Cell(self.tr("{count} open").replace("{count}", str(one.open)), tone="info")
        else:
            chip = Cell(self.tr("All ended"), tone="success")
        about = [self.tr("Concerns: {count}").replace("{count}", str(one.concerns))]
        if one.buildings:
            about.insert(0, self.tr("Buildings: {count}").replace("{count}", str(one.buildings)))
        if one.area:
            about.append(self.speech.code("area", one.area))
        title = Cell(one.title, second=" · ".join(about), is_strong=one.is_suggested)
        return Row(one.key, (Cell(str(one.clients), is_figure=True), title, chip))

    def _show_pane(self) -> None:
        group = self.chosen
        self._beside.setVisible(group is not None)
        self._empty.setVisible(group is None)
        if group is not None:
            self.pane.show_group(group)
        elif self._suggested is None:
            self._empty.say(self.tr("Comparing ..."), self.tr("What clients said is being compared."))
        else:
            said = self.tr("No {count} clients have said the same so far").replace("{count}", self.least.choice)
            self._empty.say(said, self.tr("With more concerns, or a wider comparison, groups appear here."))
