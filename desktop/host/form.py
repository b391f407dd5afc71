"""The concern being written: the client's words, what it is about, answer, wish and promise."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.host.answering import AnswerHelp
from desktop.host.details import DetailFields, Known
from desktop.host.promising import PromiseFields
from desktop.host.state import Codes, Missing, types_at
from desktop.host.wording import choices, language_now
from desktop.rules.codes import Entry
from desktop.rules.promising import named_cause
from desktop.services.receptions.drafts import Draft
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import Card
from desktop.widgets.fields import Field, Line, Picker, Text
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import column, mark, row

_MOST_WITH_DIGITS = 6
# With Alt, as the line of keys under the page says.
AREA_KEYS = "QWER"
PHOTO_KEY = "Alt+P"


class ConcernForm(Card):
    """`changed` at every change by a person, `next_wanted` for another concern, `aside_wanted` for an aside,
    `photo_wanted` for photographs, `grown` when a promise has taken room, `folded` when the rare fields were opened
    or closed. `under_words` and `under_answer` take what others have to say of them."""

    changed = Signal()
    folded = Signal(bool)
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
        self.answer, self._wish, self._grade = Line(), Line(), Picker()
        for control, name in ((self.answer, "answer"), (self._wish, "wish"), (self._grade, "grade")):
            control.setObjectName(name)
        self._fields = (Field("", self.answer), Field("", self._wish), Field("", self._grade))
        self._cause_sign = IconLabel("triangle-alert", PX.icon_small, "warning_ink")
        self._cause = ElidedLabel("", "caption", "ink3")
        self.details = DetailFields(codes, today)
        self.details.setObjectName("details")
        self._folded = ElidedLabel("", "small", "ink2")
        self._is_unfolded = False
        self.under_words, self.under_answer = column(), column()
        self.help = AnswerHelp(self.answer, self)
        self.under_answer.addWidget(self.help)
        self.promise = PromiseFields()
        self.promise.offer(codes, today)
        self._promise_button = Button("", "outline", "small", icon="handshake", key="F4")
        self._promise_button.setObjectName("promise")
        self._aside_button = Button("", "outline", "small", icon="sticky-note", key="F6")
        self._aside_button.setObjectName("aside_button")
        self._more_button = Button("", "outline", "small", icon="chevron-down", key="F2")
        self._more_button.setObjectName("more")
        # In English the line of buttons has no room for its key.
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
        self._say_fold()
        self._show_cause()

    def know(self, known: Known) -> None:
        """What the rare fields can offer for this client."""
        self.details.know(known)
        self._say_fold()

    def cover(self, *, is_covered: bool) -> None:
        """Whether the client may look on."""
        self.details.cover(is_covered=is_covered)
        self.help.cover(is_covered=is_covered)
        self._say_fold()

    def unfold(self, *, is_open: bool) -> None:
        """Open the rare fields, or close them; what is set there is said in a line."""
        self._is_unfolded = is_open
        self.details.setVisible(is_open)
        self._more_button.set_icon_name("chevron-up" if is_open else "chevron-down")
        self._say_fold()

    def turn_fold(self) -> None:
        """Open the rare fields with the cursor in the first, or close them and go back to the words."""
        self.unfold(is_open=not self._is_unfolded)
        if self._is_unfolded:
            self.details.begin()
        else:
            self.begin()
        self.folded.emit(self._is_unfolded)

    def show_draft(self, draft: Draft, number: int) -> None:
        """Show a draft to write on; `number` is its place in the talk."""
        self._draft = draft
        with QSignalBlocker(self):
            self._number.setText(str(number))
            if self.words.toPlainText() != draft.words:
                self.words.set_text(draft.words)
            self.types.choose(draft.type_code)
            self.areas.choose(draft.area)
            self.answer.setText(draft.answer)
            self.help.show_answer(draft.standard_answer)
            self._wish.setText(draft.wish)
            self._grade.choose(draft.grade)
            self.promise.show_draft(draft)
            self.details.show_draft(draft)
        self._say_fold()
        self._show_cause()
        self._show_promise(is_shown=bool(draft.promise or draft.promise_due))
        self.ask_for(())

    @property
    def draft(self) -> Draft:
        """The concern as it stands in the fields."""
        return replace(
            self.details.into(self._draft),
            words=self.words.toPlainText(),
            type_code=self.types.choice,
            area=self.areas.choice,
            grade=self._grade.choice,
            wish=self._wish.text(),
            answer=self.answer.text(),
            promise=self.promise.text,
            promise_due=self.promise.due,
            promise_department=self.promise.department,
            promise_kind=self.promise.kind,
            standard_answer=self.help.answer,
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
        """Show the promise and put the cursor there; once it is open, turn its kind."""
        if self.promise.isVisibleTo(self) and self.promise.has_cursor:
            self.promise.turn_kind()
            return
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
        cause = row(self._cause_sign, self._cause, gap=PX.s4)
        cause.setStretch(1, 1)
        answered = column(fields, cause, self.under_answer)
        buttons = (self._promise_button, self._aside_button, self._photo_button, self._more_button)
        foot = row(*buttons, None, self._next, gap=PX.s8)
        self.body.setSpacing(PX.s12)
        for content in (
            head,
            self.words,
            self.under_words,
            notice,
            row(self._type_name, self.types, gap=PX.s8),
            row(self._area_name, self.areas, gap=PX.s8),
            answered,
            self.promise,
            self.details,
            self._folded,
            foot,
        ):
            if isinstance(content, QWidget):
                self.body.addWidget(content)
            else:
                self.body.addLayout(content)

    def _wire(self) -> None:
        self.words.textChanged.connect(self._told)
        self.types.chosen.connect(self._told)
        self.areas.chosen.connect(self._told)
        self.answer.textChanged.connect(self._told)
        self.answer.textChanged.connect(self._show_cause)
        self.help.changed.connect(self._told)
        self.details.changed.connect(self._told)
        self._more_button.clicked.connect(self.turn_fold)
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

    def _say_fold(self) -> None:
        """The button, and in one line what is set behind a closed fold."""
        self._more_button.setText(self.tr("Less") if self._is_unfolded else self.tr("More"))
        said = "" if self._is_unfolded else self.details.said(self.draft)
        self._folded.setText(said)
        self._folded.setVisible(bool(said))

    def _show_cause(self) -> None:
        """A hint, never a block: before a cause is verified the answer tells what was seen and what comes next."""
        cause = named_cause(self.answer.text())
        hint = self.tr("Only what was seen and the next step; no cause before it is verified")
        named = self.tr("“{cause}” names a cause nobody has verified yet: say what was seen and the next step")
        self._cause_sign.setVisible(bool(cause))
        self._cause.setText(named.replace("{cause}", cause) if cause else hint)
        self._cause.set_ink("warning_ink" if cause else "ink3")

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
