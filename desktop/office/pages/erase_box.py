"""The box that stands before an erasure: what goes, what stays, why, and who else agrees. It cannot be taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.parts import refill
from desktop.services.guests.persons import Weighed
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Field, Line, Picker, Tick
from desktop.widgets.labels import Dot, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_WIDTH_PX = 640


class EraseBox(Part):
    """`decided` tells the client, the reason and the id of who agreed."""

    decided = Signal(str, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Dialog)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setProperty("fill", "surface")
        self.setFixedWidth(_WIDTH_PX)
        self._weighed: Weighed | None = None
        self._title = Label("", "page", wraps=True)
        self._what = Part()
        self._far = Label("", "small", "ink2", wraps=True)
        self.reason, self.second, self.agrees = Line(), Picker(), Tick()
        self.reason.setObjectName("erase_reason")
        self._fields = Field("", self.reason, is_required=True), Field("", self.second, is_required=True)
        self.second.currentIndexChanged.connect(self._second_changed)
        self.erase_button, self.keep_button = Button("", "danger", icon="trash-2"), Button("", "outline", key="Esc")
        self.erase_button.setObjectName("erase_now")
        self.erase_button.clicked.connect(self._decide)
        self.keep_button.clicked.connect(self.close)
        self.agrees.toggled.connect(self.erase_button.setEnabled)
        for part in (self._what, *self._fields):
            part.setProperty("fill", "surface")
        both = row(*(column(field, None) for field in self._fields), gap=PX.s16)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        foot = row(self.erase_button, self.keep_button, None, gap=PX.s8)
        self.setLayout(
            column(
                self._title, PX.s16, self._what, PX.s12, self._far, PX.s16, Hairline(), PX.s16, both, PX.s8,
                self.agrees, PX.s24, foot, None, margins=(PX.s32, PX.s24, PX.s32, PX.s24),
            )
        )  # fmt: skip
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        self.retranslate()

    def ask(self, weighed: Weighed) -> None:
        """Show what an erasure would do, and wait for an answer."""
        self._weighed = weighed
        self.reason.clear()
        self.second.set_values((("", ""), *weighed.seconds))
        self.second.choose("")
        for field in self._fields:
            field.set_error("")
        self.retranslate()
        self._second_changed()
        # Lines of another person, or another language, may be fewer.
        if layout := self.layout():
            layout.activate()
            self.resize(_WIDTH_PX, layout.totalHeightForWidth(_WIDTH_PX))
        self.show()
        self.reason.setFocus()

    def _second_changed(self) -> None:
        """Whoever agreed to one name has not agreed to another."""
        self.agrees.setChecked(False)
        self.agrees.setEnabled(bool(self.second.choice))
        self.erase_button.setEnabled(False)
        self._name_second()

    def _name_second(self) -> None:
        name = self.second.currentText() or "…"
        self.agrees.setText(self.tr("{name} is here and agrees").replace("{name}", name))
        self.agrees.updateGeometry()

    def _decide(self) -> None:
        reason, second = self.reason.text().strip(), self.second.choice
        missing = self.tr("Please fill this in")
        self._fields[0].set_error("" if reason else missing)
        self._fields[1].set_error("" if second else missing)
        if self._weighed and reason and second and self.agrees.isChecked():
            self.erase_button.setEnabled(False)
            self.decided.emit(self._weighed.client, reason, second)

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Erase a person"))
        self.erase_button.setText(self.tr("Erase for good"))
        self.keep_button.setText(self.tr("Keep everything"))
        for button in (self.erase_button, self.keep_button):
            button.updateGeometry()
        self._fields[0].set_label(self.tr("Why"), self.tr("Without the person's name: this line stays"))
        self._fields[1].set_label(self.tr("The second person"))
        self._name_second()
        view = self._weighed
        if view is None:
            return
        self._title.setText(self.tr("Erase what names {name}?").replace("{name}", view.name))
        if not view.seconds:
            self._fields[1].set_error(self.tr("Nobody else of the office is on the staff list"))
        goes, stays = self._lists(view)
        left = column(Label(self.tr("Goes, for good"), "section"), *map(self._line, goes), None, gap=PX.s8)
        right = column(Label(self.tr("Stays, to be counted"), "section"), *map(self._line, stays), None, gap=PX.s8)
        both = row(left, right, gap=PX.s24)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        refill(self._what, both)
        far = self.tr("Other devices ({count}) erase it when the next package reaches them.")
        handed_out = self.tr("What was printed or handed out before cannot be called back.")
        told = far.replace("{count}", str(view.devices)) if view.devices else ""
        self._far.setText(f"{told} {handed_out}".strip())

    def _lists(self, view: Weighed) -> tuple[list[str], list[str]]:
        rows = view.rows
        concerns, words = rows.get("concern", 0), rows.get("concern_addition", 0) + rows.get("promise", 0)
        goes = [self.tr("Name, numbers, rooms and note")]
        stays = []
        if concerns:
            goes.append(self.tr("Words of concerns: {count}").replace("{count}", str(concerns)))
            stays.append(self.tr("Concerns with number, kind, area, state: {count}").replace("{count}", str(concerns)))
        if words:
            goes.append(self.tr("Additions and promises: {count}").replace("{count}", str(words)))
        if rows.get("aside"):
            goes.append(self.tr("Asides: {count}").replace("{count}", str(rows["aside"])))
        if view.files:
            goes.append(self.tr("Pictures: {count}").replace("{count}", str(view.files)))
        goes.append(self.tr("Former values, drafts, the search, copies of this database"))
        if rows.get("check_in"):
            stays.append(self.tr("Arrivals with their times: {count}").replace("{count}", str(rows["check_in"])))
        if rows.get("invitation"):
            stays.append(self.tr("Invitations: {count}").replace("{count}", str(rows["invitation"])))
        stays.append(self.tr("That somebody was erased, when, why, by whom"))
        return goes, stays

    @staticmethod
    def _line(text: str) -> QLayout:
        words = Label(text, "body", wraps=True)
        made = row(column(PX.s8, Dot("neutral"), None), words, gap=PX.s8)
        made.setStretch(1, 1)
        return made
