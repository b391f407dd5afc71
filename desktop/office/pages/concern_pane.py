"""One concern: the client's words, who heard them, the facts, the story as dots, and the steps that lead on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QMenu, QWidget
from typing_extensions import override

from desktop.office.pages.concern_parts import (
    Clocks,
    Waiting,
    chips,
    escalation_chips,
    facts_grid,
    is_ended,
    story_of,
)
from desktop.office.pages.extension_parts import Extensions, extension_moves
from desktop.office.pages.parts import refill, scrolled
from desktop.office.pages.step_form import StepForm
from desktop.office.speech import Speech
from desktop.office.state import FORWARD, SPECIAL, Asked, ConcernView, Move
from desktop.services.concerns.reminding import REMINDED_IN
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.cards import EmptyState
from desktop.widgets.labels import ElidedLabel, Hairline, Label, Words
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_OUTLINES = 2
_MARKS_IN_LINE = 3
# No single key leads to an end without the client's word.
STEP_KEYS = {"D": "dispatched", "C": "callback"}
REMIND_KEY = "R"


class ConcernPane(Part):
    """`step_wanted` hands over a StepRequest; what is refused comes back by `refuse`. `opened` asks for the whole page,
    `history_wanted` for the history of a concern, `remind_wanted` for a reminder."""

    step_wanted = Signal(object)
    # The form was closed without a step.
    left = Signal()
    closed = Signal()
    opened = Signal(str)
    history_wanted = Signal(str)
    remind_wanted = Signal(str)
    # The client was told of the later day.
    told_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._view: ConcernView | None = None
        self._staff: str | None = None
        self._hint = ("", "")
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
        self._lay_out()
        self.show_concern(None, None)

    def _lay_out(self) -> None:
        whole = column(self._top, self._scroll, self.form, self._foot_line, self._foot)
        whole.setStretchFactor(self._scroll, 1)
        whole.setStretchFactor(self.form, 1)
        self._whole.setLayout(whole)
        self.setLayout(column(self._empty, self._whole))
        self.setMinimumWidth(2 * PX.navigation + PX.s32)
        self.setMaximumWidth(PX.reading_pane)

    @property
    def concern(self) -> str:
        """The id of the concern shown; "" for none."""
        return self._view.concern if self._view else ""

    @property
    def number(self) -> str:
        """Its number; "" for none."""
        return self._view.number if self._view else ""

    @property
    def view(self) -> ConcernView | None:
        """What is shown; None for nothing."""
        return self._view

    def show_concern(self, view: ConcernView | None, staff: str | None) -> None:
        """Show a concern; `staff` is who is signed in. A form that was open for it stays open."""
        is_same = view is not None and self._view is not None and view.concern == self._view.concern
        if not is_same or (view and self._view and view.state != self._view.state):
            self.form.hide()
        self._view, self._staff = view, staff
        self.retranslate()

    def say_empty(self, title: str, sentence: str) -> None:
        """What stands here while the list has nothing to choose; "" for the usual words."""
        self._hint = (title, sentence)
        self._say_empty()

    def begin(self, target: str) -> None:
        """Ask what the step to `target` asks; nothing happens where no such step leads on."""
        moves = (*self._view.moves, *extension_moves(self._view)) if self._view else ()
        move = next((one for one in moves if one.target == target), None)
        if self._view and move:
            view = self._view
            self.form.ask(Asked((view.concern,), view.state, view.words, view.staff), move, self._staff)
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

    def remind(self) -> None:
        """Urge the department, where it has the next step."""
        if self._view and self._view.state in REMINDED_IN:
            self.remind_wanted.emit(self._view.concern)

    def press(self, letter: str) -> bool:
        """What a letter does with the concern that is read; False for one that does nothing."""
        if letter == REMIND_KEY:
            self.remind()
        elif letter in STEP_KEYS:
            self.begin(STEP_KEYS[letter])
        return letter == REMIND_KEY or letter in STEP_KEYS

    def focus_first(self) -> None:
        """Put the keyboard on the one next step."""
        button = self._foot.findChild(Button)
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, reasons: tuple[tuple[str, tuple[tuple[str, str | int], ...]], ...]) -> None:
        """Say why the step was not taken."""
        self.form.refuse(reasons)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The second Enter: the first one has led here from the list.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._view and self.form.isHidden():
            self.opened.emit(self.concern)
        elif event.key() == Qt.Key.Key_Escape and self.form.isHidden():
            self.left.emit()
        elif self.form.isHidden() and not event.modifiers() and self.press(event.text().upper()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _end_form(self) -> None:
        self.form.hide()
        self.retranslate()
        self.left.emit()

    def _say_empty(self) -> None:
        title, sentence = self._hint
        usual = (self.tr("No concern chosen"), self.tr("Choose one on the left to read it."))
        self._empty.say(title or usual[0], sentence or usual[1])

    @override
    def retranslate(self) -> None:
        view = self._view
        self._say_empty()
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
        close = IconButton("x", self.tr("Close the pane"))
        close.setObjectName("close_pane")
        close.clicked.connect(self.closed)
        number = ElidedLabel(view.number, "small", "ink2")
        line = row(number, PX.s4, *chips(view, self._speech), None, *self._more(view), close, gap=PX.s4)
        return column(line, gap=PX.s12, margins=(PX.page_margin, PX.s16, PX.s12, PX.s12))

    def _more(self, view: ConcernView) -> list[QWidget]:
        """The button of what is seldom done."""
        more = IconButton("ellipsis", self.tr("Other steps"))
        more.setObjectName("other_steps")
        more.clicked.connect(lambda: self._menu(view).popup(more.mapToGlobal(more.rect().bottomLeft())))
        return [more]

    def _words(self, view: ConcernView) -> list[QWidget | QLayout | int | None]:
        """The words, who heard them, and what has to be settled first. They may be long and scroll with the rest."""
        heard_by = self.tr("heard by {name}").replace("{name}", view.heard_by)
        told = (view.client or self.tr("Anonymous"), view.room, self._speech.moment(view.heard_at), heard_by)
        heard = " · ".join(filter(None, told))
        parts: list[QWidget | QLayout | int | None] = [
            Words(view.words), *(Words(words) for words in view.additions), Label(heard, "small", "ink2", wraps=True),
        ]  # fmt: skip
        if marks := escalation_chips(view, self._speech):
            # So few to a line: a pane is narrow, and a chip is never cut.
            parts += [
                row(*marks[at : at + _MARKS_IN_LINE], None, gap=PX.s8) for at in range(0, len(marks), _MARKS_IN_LINE)
            ]
        if view.rivals:
            rival = Banner("warning", "git-compare-arrows")
            rival.say(self.tr("Two devices took different steps. The next step you take settles it."), "")
            parts.append(rival)
        return parts

    def _story(self, view: ConcernView) -> QLayout:
        margins = (PX.page_margin, 0, PX.page_margin, PX.s12)
        facts = facts_grid([*self._facts(view), *self._promised(view)])
        return column(
            *self._words(view), Hairline(), *self._in_time(view), facts, Hairline(), self._steps(view), None,
            gap=PX.s12, margins=margins,
        )  # fmt: skip

    def _in_time(self, view: ConcernView) -> list[QWidget | QLayout | int | None]:
        """The clocks that run and the later days asked for, with a line below."""
        parts: list[QWidget | QLayout | int | None] = []
        if view.clocks:
            parts.append(Clocks(view, self._speech))
        if view.extensions:
            parts.append(Extensions(view, self._speech, self.begin, lambda: self.told_wanted.emit(view.concern)))
        return [*parts, Hairline()] if parts else []

    def _steps(self, view: ConcernView) -> Part:
        steps = story_of(view, self._speech)
        if not is_ended(view):
            steps.append(
                Waiting(self.tr("Still to come"), self.tr("Only when the client says that it is solved is it closed"))
            )
        if steps:
            steps[-1].end()
        story = Part()
        # The line runs from dot to dot: the space between two steps belongs to the upper one.
        story.setLayout(column(*steps))
        return story

    def _facts(self, view: ConcernView) -> list[tuple[str, str]]:
        speech = self._speech
        due = speech.deadline(view.due) if view.due else ""
        department = " · ".join(filter(None, (speech.code("department", view.department), view.handler)))
        known = [
            (speech.field("area"), speech.code("area", view.area)),
            (speech.field("department"), department),
            (speech.field("wish"), view.wish or ""),
            *(
                (speech.field(name), speech.code(choices, value) if choices else value)
                for name, value, choices in view.beside
            ),
            # While its clock runs, the day stands there.
            (speech.field("due_resolve"), "" if any(one.clock == "resolve" for one in view.clocks) else due),
            (self.tr("Common issue"), view.matter),
        ]
        return [(name, value) for name, value in known if value]

    def _promised(self, view: ConcernView) -> list[tuple[str, str]]:
        known = []
        for promise in view.promises:
            said = self.tr("{text} ({name}, kept)") if promise.is_kept else self.tr("{text} ({name}, due {day})")
            for name, value in (("day", self._speech.day(promise.due)), ("name", promise.by), ("text", promise.text)):
                said = said.replace(f"{{{name}}}", value)
            known.append((self.tr("Promise"), said))
        return known

    def _buttons(self, view: ConcernView) -> QLayout:
        forward = FORWARD.get(view.state, "")
        near = self._near(view)
        buttons: list[QWidget] = [self._button(one, view, is_first=one.target == forward) for one in near]
        if view.state in REMINDED_IN:
            urge = Button(self.tr("Remind"), "outline", key=REMIND_KEY)
            urge.setObjectName("remind")
            urge.clicked.connect(self.remind)
            buttons.insert(1, urge)
        history = Button(self.tr("History"), "quiet", "link", trailing="history")
        history.setObjectName("history")
        history.clicked.connect(lambda: self.history_wanted.emit(view.concern))
        return row(*buttons, None, history, gap=PX.s8, margins=(PX.page_margin, 0, PX.page_margin, 0))

    def _plain(self, view: ConcernView) -> list[Move]:
        forward = FORWARD.get(view.state, "")
        order = sorted(view.moves, key=lambda one: (one.target in SPECIAL, one.target != forward))
        return [one for one in order if one.target not in SPECIAL]

    def _near(self, view: ConcernView) -> list[Move]:
        """The next step and those beside it; a reminder takes the place of one."""
        beside = _OUTLINES - 1 if view.state in REMINDED_IN else _OUTLINES
        return self._plain(view)[: 1 + beside]

    def _button(self, move: Move, view: ConcernView, *, is_first: bool) -> Button:
        key = next((key for key, target in STEP_KEYS.items() if target == move.target), "")
        made = Button(self._speech.step(move.target, view.state), "filled" if is_first else "outline", key=key)
        made.setObjectName(f"step_{move.target}")
        made.clicked.connect(lambda: self.begin(move.target))
        return made

    def _menu(self, view: ConcernView) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        whole = menu.addAction(self.tr("Open at full width"))
        whole.triggered.connect(lambda: self.opened.emit(view.concern))
        near = [one.target for one in self._near(view)]
        far = [*self._plain(view), *extension_moves(view), *(one for one in view.moves if one.target in SPECIAL)]
        if left := [one for one in far if one.target not in near]:
            menu.addSeparator()
            for move in left:
                action = menu.addAction(self._speech.step(move.target, view.state))
                action.triggered.connect(lambda _checked=False, target=move.target: self.begin(target))
        return menu
