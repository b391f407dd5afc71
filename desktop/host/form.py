"""The concern being written: the client's words, what it is about, answer, wish and promise."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from typing_extensions import override

from desktop.host.promising import PromiseFields
from desktop.host.state import Codes, Missing, types_at
from desktop.host.wording import choices, language_now
from desktop.rules.codes import Entry
from desktop.services.receptions.drafts import Draft
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import Card
from desktop.widgets.fields import Field, Line, Picker, Text
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, mark, row

_MOST_WITH_DIGITS = 6
# With Alt, as the line of keys under the page says.
AREA_KEYS = "QWER"


class ConcernForm(Card):
    """`changed` at every change by a person, `next_wanted` for another concern, `aside_wanted` for an aside,
    `photo_wanted` for photographs, `grown` when a promise has taken room."""

    changed = Signal()
    grown = Signal()
    next_wanted = Signal()
    aside_wanted = Signal()
    photo_wanted = Signal()

    def __init__(self, codes: Codes, node: str, today: date) -> None:
        super().__init__(is_open=True)
        self._codes, self._kinds = codes, types_at(codes, node)
        self._draft = Draft("")
        self._number = Label("", "small", "ink3")
        self._title, self._hint = Label("", "body_strong"), ElidedLabel("", "small", "ink3")
        self.saved = Label("", "small", "success")
        self.saved.setObjectName("saved")
        self.words = Text()
        self.words.setObjectName("words")
        self.types = Options(choices(self._kinds), has_digits=len(self._kinds) <= _MOST_WITH_DIGITS)
        self.types.setObjectName("types")
        self.areas = Options(choices(codes.areas), has_digits=False, keys=AREA_KEYS)
        self.areas.setObjectName("areas")
        self._type_name, self._area_name = _row_name(), _row_name()
        self._answer, self._wish, self._grade = Line(), Line(), Picker()
        for control, name in ((self._answer, "answer"), (self._wish, "wish"), (self._grade, "grade")):
            control.setObjectName(name)
        self._fields = (Field("", self._answer), Field("", self._wish), Field("", self._grade))
        self.promise = PromiseFields()
        self.promise.offer(codes, today)
        self._promise_button = Button("", "outline", "small", icon="handshake", key="F4")
        self._promise_button.setObjectName("promise")
        self._aside_button = Button("", "outline", "small", icon="sticky-note", key="F6")
        self._aside_button.setObjectName("aside_button")
        self._photo_button = Button("", "outline", "small", icon="camera")
        self._photo_button.setObjectName("photo_button")
        self._photos = 0
        self._next = Button("", "filled", key="Ctrl+Enter")
        self._next.setObjectName("save_next")
        self._notice = Label("", "small", "danger_ink")
        self._notice_sign = IconLabel("circle-alert", PX.icon_small, "danger_ink")
        self._lay()
        self._wire()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("In the client's words"))
        self._hint.setText(self.tr("Word for word; after the talk it can only be added to"))
        self.words.setAccessibleName(self._title.text())
        self._type_name.setText(self.tr("Type"))
        self._area_name.setText(self.tr("Area"))
        # English words leave no room for the names of the rows, and say what they are.
        for name in (self._type_name, self._area_name):
            name.setVisible(language_now() == "zh")
        self.types.set_texts(_texts(self._kinds))
        self.areas.set_texts(_texts(self._codes.areas))
        answer, wish, grade = self._fields
        answer.set_label(self.tr("Answer on the spot"))
        wish.set_label(self.tr("What the client hopes for"))
        grade.set_label(self.tr("Grade"))
        self._grade.set_values((("", self.tr("Open")), *choices(self._codes.grades)))
        self._promise_button.setText(self.tr("Promise"))
        self._aside_button.setText(self.tr("In passing"))
        self.show_photos(self._photos)
        self._next.setText(self.tr("Save, next"))

    def show_draft(self, draft: Draft, number: int) -> None:
        """Show a draft to write on; `number` is its place in the talk."""
        self._draft = draft
        with QSignalBlocker(self):
            self._number.setText(str(number))
            if self.words.toPlainText() != draft.words:
                self.words.set_text(draft.words)
            self.types.choose(draft.type_code)
            self.areas.choose(draft.area)
            self._answer.setText(draft.answer)
            self._wish.setText(draft.wish)
            self._grade.choose(draft.grade)
            self.promise.show_draft(draft)
        self._show_promise(is_shown=bool(draft.promise or draft.promise_due))
        self.ask_for(())

    @property
    def draft(self) -> Draft:
        """The concern as it stands in the fields."""
        return replace(
            self._draft,
            words=self.words.toPlainText(),
            type_code=self.types.choice,
            area=self.areas.choice,
            grade=self._grade.choice,
            wish=self._wish.text(),
            answer=self._answer.text(),
            promise=self.promise.text,
            promise_due=self.promise.due,
            promise_department=self.promise.department,
        )

    def begin(self) -> None:
        """Put the cursor at the end of the words."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.moveCursor(self.words.textCursor().MoveOperation.End)

    def show_photos(self, count: int) -> None:
        """How many photographs the talk has."""
        self._photos = count
        self._photo_button.setText(self.tr("Photos {count}").replace("{count}", str(count) if count else "").strip())
        self._photo_button.updateGeometry()

    def open_promise(self) -> None:
        """Show the promise and put the cursor there."""
        self._show_promise(is_shown=True)
        self.promise.begin()

    def ask_for(self, lacks: tuple[Missing, ...]) -> None:
        """Say what the concern still lacks, and put the cursor where the first of it is written."""
        first = lacks[0] if lacks else ""
        text = {
            "words": self.tr("Write down what the client said"),
            "type": self.tr("Choose a type first: Alt+1 to Alt+{last}").replace("{last}", str(len(self._kinds))),
        }.get(first, "")
        self._notice.setText(text)
        self._notice.setVisible(bool(text))
        self._notice_sign.setVisible(bool(text))
        mark(self.words, "error", first == "words")
        if first == "words":
            self.begin()
        elif first in ("promise", "promise_due"):
            self.open_promise()
            self.promise.ask_for(first)

    def _lay(self) -> None:
        head = row(self._number, self._title, self._hint, self.saved, gap=PX.s8)
        head.setStretch(2, 1)
        fields = row(*self._fields, gap=PX.s12)
        fields.setStretch(0, 3)
        fields.setStretch(1, 2)
        fields.setStretch(2, 1)
        notice = row(self._notice_sign, self._notice, None, gap=PX.s4)
        foot = row(self._promise_button, self._aside_button, self._photo_button, None, self._next, gap=PX.s8)
        self.body.setSpacing(PX.s12)
        for content in (
            head,
            self.words,
            notice,
            row(self._type_name, self.types, gap=PX.s8),
            row(self._area_name, self.areas, gap=PX.s8),
            fields,
            self.promise,
            foot,
        ):
            if isinstance(content, Part | Text):
                self.body.addWidget(content)
            else:
                self.body.addLayout(content)

    def _wire(self) -> None:
        self.words.textChanged.connect(self._told)
        self.types.chosen.connect(self._told)
        self.areas.chosen.connect(self._told)
        self._answer.textChanged.connect(self._told)
        self._wish.textChanged.connect(self._told)
        self._grade.currentIndexChanged.connect(self._told)
        self.promise.changed.connect(self._told)
        self.promise.changed.connect(self.grown)
        self.promise.dropped.connect(self._drop_promise)
        self._promise_button.clicked.connect(self.open_promise)
        self._aside_button.clicked.connect(self.aside_wanted)
        self._photo_button.clicked.connect(self.photo_wanted)
        self._next.clicked.connect(self.next_wanted)

    def _told(self) -> None:
        if self._notice.isVisibleTo(self):
            self.ask_for(())
        self.changed.emit()

    def _show_promise(self, *, is_shown: bool) -> None:
        self.promise.setVisible(is_shown)
        if is_shown:
            self.grown.emit()
        self._promise_button.setVisible(not is_shown)

    def _drop_promise(self) -> None:
        self.promise.show_draft(Draft(""))
        self._show_promise(is_shown=False)
        self.begin()
        self.changed.emit()


def _row_name() -> Label:
    name = Label("", "small", "ink2")
    name.setFixedWidth(PX.s48)
    return name


def _texts(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    return tuple(text for _, text in choices(entries))
