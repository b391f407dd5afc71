"""One form being typed in: whose it is, the words, what they are about, when they were said and who heard them."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from db.errors import Misused
from desktop.office.pages.digits import Digits
from desktop.office.pages.entry_crops import Crop, Strips
from desktop.office.pages.entry_head import EntryHead
from desktop.office.pages.entry_lists import LIST_PX
from desktop.office.pages.entry_parts import EntryRequest, NumberLine, named
from desktop.office.pages.parts import scrolled
from desktop.office.speech import Speech
from desktop.office.state import Person
from desktop.rules.forms import INTERVIEW_NODES, is_late, read_form_time
from desktop.rules.times import minute_text
from desktop.services.forms.finding import Found, Typed
from desktop.widgets.alike_line import AlikeLine
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Field, Line, Picker, Text
from desktop.widgets.labels import Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, mark, row

# What was typed is kept once the hand rests this long.
PAUSE_MS = 600
_WORDS_PX = PX.s96
# Beside handwriting, so that the answer still has room in the smallest window.
_WORDS_LEAST_PX = PX.s64
# What a window of the least size leaves beside the list.
_LEAST_WITH_LIST = PX.window_width - PX.navigation - 2 * PX.page_margin - PX.between_cards - LIST_PX


class EntryForm(Card):
    """`find_wanted` tells a number as typed, `next_wanted` an Enter without one, `typed` what stands in the fields
    after a pause, `saved` a request."""

    find_wanted = Signal(str)
    next_wanted = Signal()
    typed = Signal(str, object)
    saved = Signal(object)
    blank_wanted = Signal(str)
    returned_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(is_open=True)
        self._speech = speech
        self._found: Found | None = None
        self._people: tuple[Person, ...] = ()
        self._host = ""
        self._now = 0
        self.number = NumberLine(icon="scan-line")
        self.number.setObjectName("number")
        self._number_field = Field("", self.number)
        self._empty = EmptyState("scan-line")
        self.head = EntryHead(speech)
        self.words = Text(_WORDS_PX, PX.words_field)
        self.words.setObjectName("words")
        self.alike = AlikeLine(self.words, binds_key=True)
        self._words_name, self._kept = Label("", "small", "ink2"), Label("", "small", "success")
        self.types, self.areas = Digits(), Digits()
        self._type_name, self._area_name = Label("", "small", "ink2"), Label("", "small", "ink2")
        self.place, self.said, self.host, self.answer = Line(), Line(), Picker(), Line()
        # What stands on the paper, above what is typed of it.
        self.strips, self.answer_strip = Strips(), Crop(PX.s32)
        self._answer_field = Field("", self.answer)
        self._fields = (Field("", self.place), Field("", self.said), Field("", self.host))
        self.save_button, self.more_button = Button("", "filled", key="Enter"), Button("", "outline", key="Ctrl+Enter")
        self.blank_button, self.returned_button = Button("", "quiet"), Button("", "quiet")
        self._sign, self._against = (
            IconLabel("circle-alert", PX.icon_small, "danger_ink"),
            Label("", "small", "danger_ink"),
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._wire()
        self.clear()

    def _lay_out(self) -> None:
        fields = row(*self._fields, gap=PX.s12)
        for place, share in enumerate((3, 3, 2)):
            fields.setStretch(place, share)
        self._inside = Part()
        inside = column(
            self.head,
            column(row(self._words_name, None, self._kept), self.strips, self.words, gap=PX.label_to_field),
            self.alike,
            *(named(self._type_name, self.types), named(self._area_name, self.areas)),
            fields,
            column(self.answer_strip, self._answer_field, gap=PX.s4),
            row(self._sign, PX.s4, self._against, None),
            gap=PX.s12,
        )
        inside.addStretch(1)
        self._inside.setLayout(inside)
        self._foot = Part()
        buttons = row(self.save_button, self.more_button, None, self.returned_button, self.blank_button, gap=PX.s8)
        self._foot.setLayout(column(Hairline(), PX.s12, buttons))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._inside.setProperty("fill", "surface")
        self._open = scrolled(self._inside)
        self._stack.addWidget(self._open)
        self.body.addWidget(self._number_field)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._foot)

    def _wire(self) -> None:
        self.number.returnPressed.connect(self._find)
        self.types.chosen.connect(lambda _code: self.areas.begin())
        self.types.passed.connect(self.areas.begin)
        for signal in (self.areas.chosen, self.areas.passed):
            signal.connect(self._go_to_place)
        for line in (self.place, self.said, self.answer):
            line.returnPressed.connect(self.save)
            line.textChanged.connect(self._told)
        for digits in (self.types, self.areas):
            digits.chosen.connect(self._told)
        self.words.textChanged.connect(self._told)
        self.host.currentIndexChanged.connect(self._told)
        self.said.textChanged.connect(self._show_time)
        self._pause.timeout.connect(self.flush)
        self.save_button.clicked.connect(self.save)
        self.more_button.clicked.connect(lambda: self.save(is_more=True))
        self.blank_button.clicked.connect(lambda: self.blank_wanted.emit(self.form))
        self.returned_button.clicked.connect(lambda: self.returned_wanted.emit(self.form))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self.save(is_more=True))

    @property
    def form(self) -> str:
        """The id of the form that is open; "" for none."""
        return self._found.form if self._found else ""

    @property
    def found(self) -> Found | None:
        """The form that is open."""
        return self._found

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Who may have received the client: hosts first."""
        self._people = tuple(sorted(people, key=lambda one: "host" not in one.roles))
        self._show_people()

    def begin(self) -> None:
        """Put the cursor where the next thing is typed."""
        line = self.words if self._found else self.number
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Make ready for the next form."""
        self._pause.stop()
        self._found = None
        self.number.clear()
        self._number_field.set_error("")
        self.show_paper(0, {})
        self._stack.setCurrentWidget(self._empty)
        self._foot.hide()
        self.retranslate()

    def show_found(self, found: Found, now_ms: int) -> None:
        """Open a form with what was typed of it and not saved."""
        self._pause.stop()
        self._found, self._now = found, now_ms
        kept = found.typed or Typed()
        zone = self._speech.zone
        blocked = [
            QSignalBlocker(one) for one in (self.words, self.place, self.said, self.host, self.number, self.answer)
        ]
        self.number.setText(found.number)
        self.words.set_text(kept.words)
        self.place.setText(kept.place)
        self.answer.setText(kept.answer)
        self.said.setText(kept.said or minute_text(min(found.said_at, now_ms), zone))
        del blocked
        self._show_people()
        self.host.choose(kept.received_by or found.received_by or self._host)
        self._show_types(found.node)
        self.types.choose(kept.type_code)
        self.areas.choose(kept.area)
        self._number_field.set_error("")
        self._kept.setText("")
        self.refuse("")
        self._stack.setCurrentWidget(self._open)
        self._order_tabs()
        self._foot.show()
        self.retranslate()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.moveCursor(QTextCursor.MoveOperation.End)

    def show_paper(self, place: int, images: Mapping[str, QImage]) -> None:
        """Show the handwriting of the matter that is typed in next; field -> its strip, none without a reading."""
        self.strips.show_matter(place, images)
        answer = images.get(f"answer.{place}", QImage())
        self.answer_strip.show_image(answer, self.tr("Answer on the paper"))
        self.words.set_least(_WORDS_LEAST_PX if self.strips.shown else _WORDS_PX)
        self._answer_field.setVisible(not answer.isNull() or bool(self.answer.text()))

    def refuse_number(self, text: str) -> None:
        """Say why the number leads to no form; it stays to be put right."""
        self._number_field.set_error(text)
        self.number.selectAll()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, text: str) -> None:
        """Say what is still missing; "" for nothing."""
        self._against.setText(text)
        self._against.setVisible(bool(text))
        self._sign.setVisible(bool(text))
        mark(self.words, "error", value=False)

    def say_kept(self, at_ms: int) -> None:
        """What was typed is on the disk."""
        self._kept.setText(self.tr("Draft kept {time}").replace("{time}", self._speech.time(at_ms)))

    def take_out(self, scanned: str) -> None:
        """Take a scan out of the words again, where the scanner typed it."""
        cursor = self.words.textCursor()
        before = self.words.toPlainText()[: cursor.position()]
        if self.words.hasFocus() and before.casefold().endswith(scanned.casefold()):
            for _ in scanned:
                cursor.deletePreviousChar()

    @property
    def fields(self) -> Typed:
        """What stands in the fields."""
        return Typed(
            words=self.words.toPlainText(), type_code=self.types.choice, area=self.areas.choice,
            place=self.place.text().strip(), said=self.said.text().strip(), received_by=self.host.choice,
            answer=self.answer.text().strip(),
        )  # fmt: skip

    def save(self, *, is_more: bool = False) -> None:
        """Ask for the words to be recorded, unless something is missing; then stand there."""
        typed = self.fields
        if self._found is None:
            return
        if not typed.words.strip():
            self.refuse(self.tr("Type in what the client wrote, or choose: no words"))
            mark(self.words, "error", value=True)
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not typed.type_code:
            self.refuse(self.tr("Choose the type: its digit is enough"))
            self.types.begin()
        elif not typed.received_by:
            self.refuse(self.tr("Choose who received the client"))
            self.host.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.refuse("")
            self._pause.stop()
            self._host = typed.received_by
            self.saved.emit(EntryRequest(self._found.form, typed, is_more))

    def flush(self) -> None:
        """Tell what stands in the fields, so that it is kept now."""
        self._pause.stop()
        if self._found is not None:
            self.typed.emit(self._found.form, self.fields)

    def _go_to_place(self) -> None:
        self.place.setFocus(Qt.FocusReason.TabFocusReason)
        self._open.ensureWidgetVisible(self.place, 0, PX.s8)

    def _find(self) -> None:
        if self.number.text().strip():
            self.find_wanted.emit(self.number.text())
        else:
            self.next_wanted.emit()

    def _told(self) -> None:
        if self._found is not None:
            self._pause.start()

    @override
    def retranslate(self) -> None:
        hint = "" if self._found else self.tr("Scan the code, or type it; its last part will do: 21")
        self._number_field.set_label(self.tr("Form number"), hint)
        self.number.setPlaceholderText(self.tr("such as 05-7K2A-0021"))
        self._empty.say(
            self.tr("Scan the next form"),
            self.tr("Client, room and event fill in by themselves. Enter alone opens the next form that is back."),
        )
        self._words_name.setText(self.tr("The client's words, as they stand on the paper"))
        self.words.setAccessibleName(self._words_name.text())
        self._type_name.setText(self.tr("Type"))
        self._area_name.setText(self.tr("Area"))
        # English words leave no room for the names of the rows, and say what they are.
        for name in (self._type_name, self._area_name):
            name.setVisible(self._speech.language == "zh")
        place, said, host = self._fields
        place.set_label(self.tr("Part"))
        said.set_label(self.tr("Time on the form"))
        host.set_label(self.tr("Received by"))
        self._answer_field.set_label(self.tr("Answered on the spot"))
        self.save_button.setText(self.tr("Save, next one"))
        self.more_button.setText(self.tr("One more"))
        self.blank_button.setText(self.tr("No words"))
        self.returned_button.setText(self.tr("Paper is back"))
        for button in (self.save_button, self.more_button, self.blank_button, self.returned_button):
            button.updateGeometry()
        self.areas.set_values(self._speech.choices("area"))
        self._show_types(self._found.node if self._found else "")
        self._show_people()
        self._show_found()

    def _show_types(self, node: str) -> None:
        kinds = self._speech.choices("type")
        # A need is said before anything is built; it is the last, so the digits of the others stay.
        self.types.set_values(tuple(one for one in kinds if one[0] != "need" or node in INTERVIEW_NODES))
        # One line is enough for the options where the window has room for it beside the list.
        widest = max(self.types.sizeHint().width(), self.areas.sizeHint().width())
        self.setMinimumWidth(min(widest + 2 * PX.card_x + PX.s2, _LEAST_WITH_LIST))

    def _order_tabs(self) -> None:
        """Tab goes as the eye does; options are made anew and would come last."""
        feet = (self.save_button, self.more_button, self.returned_button, self.blank_button)
        stops = (
            self.number,
            self.words,
            *self.types.buttons,
            *self.areas.buttons,
            self.place,
            self.said,
            self.host,
            self.answer,
        )
        for one, following in pairwise((*stops, *feet)):
            self.setTabOrder(one, following)

    def _show_people(self) -> None:
        self.host.set_values((("", self.tr("Choose who")), *((one.id, one.name) for one in self._people)))

    def _show_found(self) -> None:
        found = self._found
        if found is None:
            return
        self.head.show_found(found)
        self.returned_button.setVisible(found.returned_at is None)
        self.blank_button.setVisible(not found.words and found.entered_at is None)
        self._show_time()

    def _show_time(self) -> None:
        """Say whether words with this time count as late."""
        found = self._found
        field = self._fields[1]
        self.head.show_late(0)
        if found is None or not self.said.text().strip():
            field.set_error("")
            return
        try:
            said = read_form_time(self.said.text(), found.said_at, self._speech.zone)
        except Misused:
            field.set_error(self.tr("such as 5-16 9:42"))
            return
        field.set_error("")
        self.head.show_late(self._now - said if is_late(said, self._now) else 0)
