"""One concern: the client's words, who heard them, the facts, the story as dots, and the steps that lead on."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QMenu, QWidget
from typing_extensions import override

from desktop.office.pages.parts import refill, scrolled
from desktop.office.pages.step_form import StepForm
from desktop.office.speech import Speech
from desktop.office.state import FORWARD, SPECIAL, ConcernView, Move, StepLine
from desktop.rules.states import STATES
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.cards import EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.labels import Dot, Hairline, Label, Words
from desktop.widgets.look import colour
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Tone

_OUTLINES = 2
# States in which a concern has come back to the office.
_BACK = ("returned", "reopened")
# No single key leads to an end without the client's word.
STEP_KEYS = {"D": "dispatched", "C": "callback"}


class ConcernPane(Part):
    """`step_wanted` hands over a StepRequest; what is refused comes back by `refuse`."""

    step_wanted = Signal(object)
    # The form was closed without a step.
    left = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._view: ConcernView | None = None
        self._staff: str | None = None
        self._empty = EmptyState("messages-square")
        self._top, self._body, self._foot = Part(), Part(), Part()
        for part in (self._top, self._body, self._foot):
            part.setProperty("fill", "surface")
        self._foot.setFixedHeight(PX.s64)
        self.form = StepForm(speech)
        self.form.sent.connect(self.step_wanted)
        self.form.cancelled.connect(self._end_form)
        self._scroll = scrolled(self._body)
        self._whole = Part()
        self._foot_line = Hairline()
        whole = column(self._top, self._scroll, self.form, self._foot_line, self._foot)
        whole.setStretchFactor(self._scroll, 1)
        whole.setStretchFactor(self.form, 1)
        self._whole.setLayout(whole)
        self.setLayout(column(self._empty, self._whole))
        self.setMinimumWidth(2 * PX.navigation + PX.s32)
        self.setMaximumWidth(PX.reading_pane)
        self.show_concern(None, None)

    @property
    def concern(self) -> str:
        """The id of the concern shown; "" for none."""
        return self._view.concern if self._view else ""

    @property
    def number(self) -> str:
        """Its number; "" for none."""
        return self._view.number if self._view else ""

    def show_concern(self, view: ConcernView | None, staff: str | None) -> None:
        """Show a concern; `staff` is who is signed in. A form that was open for it stays open."""
        is_same = view is not None and self._view is not None and view.concern == self._view.concern
        if not is_same or (view and self._view and view.state != self._view.state):
            self.form.hide()
        self._view, self._staff = view, staff
        self.retranslate()

    def begin(self, target: str) -> None:
        """Ask what the step to `target` asks; nothing happens where no such step leads on."""
        move = next((one for one in self._view.moves if one.target == target), None) if self._view else None
        if self._view and move:
            self.form.ask(self._view, move, self._staff)
            self._scroll.hide()
            self.form.show()
            self._foot.hide()
            self._foot_line.hide()
            # Everything in its place first: the ring is drawn round where the button is now.
            for part in (self._whole, self.form):
                layout = part.layout()
                if layout is not None:
                    layout.activate()
            self.form.begin()

    def focus_first(self) -> None:
        """Put the keyboard on the one next step."""
        button = self._foot.findChild(Button)
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, reasons: tuple[tuple[str, tuple[tuple[str, str | int], ...]], ...]) -> None:
        """Say why the step was not taken."""
        self.form.refuse(reasons)

    def _end_form(self) -> None:
        self.form.hide()
        self.retranslate()
        self.left.emit()

    @override
    def retranslate(self) -> None:
        view = self._view
        self._empty.say(self.tr("No concern chosen"), self.tr("Choose one on the left to read it."))
        self._empty.setVisible(view is None)
        self._whole.setVisible(view is not None)
        if view is None:
            return
        refill(self._top, self._head(view))
        refill(self._body, self._story(view))
        refill(self._foot, self._buttons(view))
        is_asking = not self.form.isHidden()
        self._scroll.setHidden(is_asking)
        self._foot.setHidden(is_asking)
        self._foot_line.setHidden(is_asking)

    def _head(self, view: ConcernView) -> QLayout:
        is_ended = view.state in STATES and STATES[view.state].ended
        tone: Tone = "success" if is_ended else "warning" if view.state in _BACK else "info"
        state = Chip(self._speech.code("state", view.state), tone)
        chips = [state, Chip(self._speech.code("type", view.type))]
        if view.grade:
            chips.append(Chip(self._speech.code("grade", view.grade), "warning" if view.grade > "2" else "neutral"))
        line = row(Label(view.number, "small", "ink2"), PX.s8, *chips, None, gap=PX.s8)
        return column(line, gap=PX.s12, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s12))

    def _words(self, view: ConcernView) -> list[QWidget | QLayout | int | None]:
        """The words, who heard them, and what has to be settled first. They may be long and scroll with the rest."""
        heard_by = self.tr("heard by {name}").replace("{name}", view.heard_by)
        told = (view.client or self.tr("Anonymous"), view.room, self._speech.moment(view.heard_at), heard_by)
        heard = " · ".join(filter(None, told))
        parts: list[QWidget | QLayout | int | None] = [
            Words(view.words), *(Words(words) for words in view.additions), Label(heard, "small", "ink2", wraps=True),
        ]  # fmt: skip
        if view.rivals:
            rival = Banner("warning", "git-compare-arrows")
            rival.say(self.tr("Two devices took different steps. The next step you take settles it."), "")
            parts.append(rival)
        return [*parts, Hairline()]

    def _story(self, view: ConcernView) -> QLayout:
        facts = QGridLayout()
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setVerticalSpacing(PX.s4)
        facts.setHorizontalSpacing(PX.s16)
        for place, (name, value) in enumerate(self._facts(view)):
            label = Label(name, "small", "ink2")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            facts.addWidget(label, place, 0)
            facts.addWidget(Label(value, "small", wraps=True), place, 1)
        facts.setColumnStretch(1, 1)
        is_ended = STATES[view.state].ended
        now: Tone = "success" if is_ended else "info"
        steps: list[_Story] = [
            _Step(self._speech, one, now if one is view.story[-1] else "success") for one in view.story
        ]
        if not is_ended:
            steps.append(
                _Waiting(self.tr("Still to come"), self.tr("Only when the client says that it is solved is it closed"))
            )
        if steps:
            steps[-1].end()
        story = Part()
        # The line runs from dot to dot: the space between two steps belongs to the upper one.
        story.setLayout(column(*steps))
        margins = (PX.page_margin, 0, PX.page_margin, PX.s12)
        return column(*self._words(view), facts, Hairline(), story, None, gap=PX.s12, margins=margins)

    def _facts(self, view: ConcernView) -> list[tuple[str, str]]:
        speech = self._speech
        department = " · ".join(filter(None, (speech.code("department", view.department), view.handler)))
        known = [
            (speech.field("area"), speech.code("area", view.area)),
            (speech.field("department"), department),
            (speech.field("wish"), view.wish or ""),
            (speech.field("due_resolve"), speech.day(view.due) if view.due else ""),
        ]
        for promise in view.promises:
            said = self.tr("{text} ({name}, kept)") if promise.is_kept else self.tr("{text} ({name}, due {day})")
            for name, value in (("day", speech.day(promise.due)), ("name", promise.by), ("text", promise.text)):
                said = said.replace(f"{{{name}}}", value)
            known.append((self.tr("Promise"), said))
        return [(name, value) for name, value in known if value]

    def _buttons(self, view: ConcernView) -> QLayout:
        forward = FORWARD.get(view.state, "")
        order = sorted(view.moves, key=lambda one: (one.target in SPECIAL, one.target != forward))
        plain = [one for one in order if one.target not in SPECIAL]
        near, far = plain[: 1 + _OUTLINES], [*plain[1 + _OUTLINES :], *(one for one in order if one.target in SPECIAL)]
        buttons = [self._button(one, view, is_first=one.target == forward) for one in near]
        made = row(*buttons, None, gap=PX.s8, margins=(PX.page_margin, 0, PX.page_margin, 0))
        if far:
            more = IconButton("ellipsis", self.tr("Other steps"))
            more.setObjectName("other_steps")
            more.clicked.connect(lambda: self._menu(far, view).popup(more.mapToGlobal(more.rect().topLeft())))
            made.addWidget(more)
        return made

    def _button(self, move: Move, view: ConcernView, *, is_first: bool) -> Button:
        key = next((key for key, target in STEP_KEYS.items() if target == move.target), "")
        made = Button(self._speech.step(move.target, view.state), "filled" if is_first else "outline", key=key)
        made.setObjectName(f"step_{move.target}")
        made.clicked.connect(lambda: self.begin(move.target))
        return made

    def _menu(self, moves: list[Move], view: ConcernView) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for move in moves:
            action = menu.addAction(self._speech.step(move.target, view.state))
            action.triggered.connect(lambda _checked=False, target=move.target: self.begin(target))
        return menu


class _Story(Part):
    """One line of the story: a dot, and the line down to the next one."""

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self._dot = Dot(tone)
        self._is_last = False
        self.texts = column(margins=(0, 0, 0, PX.s12))
        whole = row(column(PX.s6, self._dot, None), PX.s16, self.texts)
        whole.setStretchFactor(self.texts, 1)
        self.setLayout(whole)

    def end(self) -> None:
        """Nothing comes after it: no line leads on."""
        self._is_last = True
        self.texts.setContentsMargins(0, 0, 0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_last:
            return
        painter = QPainter(self)
        top = PX.s6 + PX.dot + PX.s4
        painter.fillRect(PX.dot // 2 - 1, top, PX.s2, max(self.height() - top + PX.s2, 0), colour("line"))
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()


class _Step(_Story):
    """A step that was taken."""

    def __init__(self, speech: Speech, step: StepLine, tone: Tone) -> None:
        super().__init__(tone)
        self.setObjectName(f"story_{step.state}")
        who = speech.people(step.by, step.entered_by)
        when = Label(f"{speech.moment(step.at)} {who}", "caption", "ink2")
        self.texts.addLayout(row(Label(speech.code("state", step.state), "body_strong"), None, when))
        told = speech.joined(
            speech.named(speech.field(one.field), speech.value(one.value, one.choices, one.field)) for one in step.told
        )
        if told:
            self.texts.addWidget(Label(told, "small", "ink2", wraps=True))


class _Waiting(_Story):
    """What is still to come."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__("neutral")
        self.texts.addWidget(Label(title, "body_strong"))
        self.texts.addWidget(Label(hint, "small", "ink2", wraps=True))
