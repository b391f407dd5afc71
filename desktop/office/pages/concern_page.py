"""The page of one concern at full width: words and story at the left, everything that belongs to it at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.concern_reading import WholeConcern
from desktop.office.pages.change_lines import change_line
from desktop.office.pages.concern_pane import ConcernPane
from desktop.office.pages.concern_parts import chips, facts_grid
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.office.state import ConcernView, StepLine
from desktop.services.likeness.similar import Alike
from desktop.widgets.buttons import Button
from desktop.widgets.chips import Chip
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_STORY_PX, _ASIDE_PX = 640, 400
Content = list[QWidget | QLayout | int | None]


class ConcernPage(ConcernPane):
    """Like the pane, which it comes from; `closed` asks for the list again, `concern_wanted` for another concern,
    `client_wanted` for the client's page, `matter_wanted` for a common matter, `alike_wanted` for what is like it."""

    concern_wanted = Signal(str)
    client_wanted = Signal(str)
    matter_wanted = Signal(str)
    alike_wanted = Signal(str, str)

    def __init__(self, speech: Speech) -> None:
        self._more_known: WholeConcern | None = None
        self._alike: tuple[str, tuple[Alike, ...]] = ("", ())
        self._aside = Part()
        self._aside.setProperty("fill", "background")
        super().__init__(speech)

    @override
    def _lay_out(self) -> None:
        left = Part()
        left.setProperty("fill", "surface")
        left.setLayout(column(self._scroll, self.form, self._foot_line, self._foot))
        left.setMaximumWidth(PX.reading_pane)
        # What scrolls has its margin inside; the form has none.
        self.form.setContentsMargins(0, PX.s16, 0, 0)
        aside = scrolled(self._aside)
        aside.setMinimumWidth(_ASIDE_PX)
        self._aside_scroll = aside
        both = row(left, Hairline(is_upright=True), aside)
        both.setStretch(0, _STORY_PX)
        both.setStretch(2, _ASIDE_PX)
        self._whole.setLayout(column(self._top, Hairline(), both))
        self._whole.setProperty("fill", "background")
        self.setProperty("fill", "background")
        self.setLayout(column(self._empty, self._whole))

    def show_whole(self, found: WholeConcern | None, staff: str | None) -> None:
        """Show a concern with everything that belongs to it; `staff` is who is signed in."""
        self._more_known = found
        self.show_concern(found.view if found else None, staff)
        if found is not None:
            self.alike_wanted.emit(found.view.concern, found.view.words)

    def show_alike(self, concern: str, found: tuple[Alike, ...]) -> None:
        """Show what is like a concern, if that is still the one that is read."""
        if self._view is not None and self._view.concern == concern and self._alike != (concern, found):
            self._alike = concern, found
            # Only there: they come by themselves, and the keyboard may stand on a button of the rest.
            self._show_beside()

    def begin_reading(self) -> None:
        """Put the keyboard on the next step."""
        self.focus_first()
        if self.focusWidget() is None:
            self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Already as wide as it gets.
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and self.form.isHidden():
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def _end_form(self) -> None:
        super()._end_form()
        self.focus_first()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._show_beside()

    def _show_beside(self) -> None:
        if self._view is not None and self._more_known is not None:
            refill(self._aside, self._beside(self._view, self._more_known))

    @override
    def _head(self, view: ConcernView) -> QLayout:
        back = Button(self.tr("Concerns"), "outline", "small", icon="arrow-left", key="Esc")
        back.setObjectName("back")
        back.clicked.connect(self.closed)
        number = Label(view.number, "title")
        parts: Content = [back, PX.s8, number, PX.s4, *chips(view, self._speech), None]
        if view.client_id:
            client = Button(view.client, "outline", "small", icon="user")
            client.setObjectName("client")
            client.clicked.connect(lambda: self.client_wanted.emit(view.client_id))
            parts.append(client)
        parts += self._more(view)
        return row(*parts, gap=PX.s8, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s16))

    @override
    def _story(self, view: ConcernView) -> QLayout:
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s16)
        facts = facts_grid(self._facts(view))
        return column(
            *self._words(view), Hairline(), *self._in_time(view), facts, Hairline(), self._steps(view), None,
            gap=PX.s12, margins=margins,
        )  # fmt: skip

    # Beside the story

    def _beside(self, view: ConcernView, known: WholeConcern) -> QLayout:
        parts: Content = [
            *self._section(self.tr("Promises"), self._promise_lines(view), self.tr("Nothing was promised.")),
            *self._section(self.tr("Callbacks"), self._tries(view), self.tr("The client was not called back so far.")),
            *self._section(self.tr("Attachments"), self._files(known), self.tr("No photographs or files.")),
            *self._section(
                self.tr("Common issue"), self._matter(known), self.tr("It belongs to no common issue so far.")
            ),
            *self._section(self.tr("Similar concerns"), self._likes(view), self.tr("Nothing like it was said.")),
            *self._section(
                self.tr("Also from this client"),
                self._others(known),
                self.tr("Nothing else was heard from this client."),
            ),
            *self._section(self.tr("History of fields"), self._changes(known), self.tr("No field was changed.")),
        ]
        inside = Part()
        inside.setMaximumWidth(PX.reading_pane)
        inside.setLayout(column(*parts, None, gap=PX.s8))
        made = row(inside, None, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s16))
        made.setStretch(0, 1)
        made.setStretch(1, 0)
        return made

    @staticmethod
    def _section(title: str, lines: Content, nothing: str) -> Content:
        body: Content = lines or [Label(nothing, "small", "ink3", wraps=True)]
        return [Label(title, "section"), Hairline(is_head=True), *body, PX.s12]

    def _promise_lines(self, view: ConcernView) -> Content:
        lines: Content = []
        for one in view.promises:
            due = self._speech.day(one.due)
            chip = Chip(self.tr("Kept"), "success", "check") if one.is_kept else Chip(due, "warning", "clock")
            made = row(column(Label(one.text, "small", wraps=True), Label(one.by, "caption", "ink3")), chip, gap=PX.s12)
            made.setStretch(0, 1)
            lines += [made, Hairline()]
        return lines

    def _tries(self, view: ConcernView) -> Content:
        lines: Content = []
        for one in view.story:
            if one.state == "callback":
                said = self._told(one) or self._speech.code("state", one.state)
                when = f"{self._speech.moment(one.at)} {self._speech.people(one.by, one.entered_by)}"
                made = row(Label(said, "small", wraps=True), Label(when, "caption", "ink2"), gap=PX.s12)
                made.setStretch(0, 1)
                lines += [made, Hairline()]
        return lines

    def _told(self, step: StepLine) -> str:
        speech = self._speech
        return speech.joined(
            speech.named(speech.field(one.field), speech.value(one.value, one.choices, one.field)) for one in step.told
        )

    def _files(self, known: WholeConcern) -> Content:
        lines: Content = []
        for one in known.attachments:
            made = row(
                ElidedLabel(one.name, "small"), Label(self._speech.moment(one.at), "caption", "ink2"), gap=PX.s12
            )
            made.setStretch(0, 1)
            lines += [made, Hairline()]
        return lines

    def _others(self, known: WholeConcern) -> Content:
        lines: Content = []
        for one in known.others:
            button = Button(one.number, "quiet", "link")
            button.clicked.connect(lambda _checked=False, concern=one.concern: self.concern_wanted.emit(concern))
            words = ElidedLabel(" ".join(one.words.split()), "small")
            made = row(button, words, Chip(self._speech.code("state", one.state)), gap=PX.s8)
            made.setStretch(1, 1)
            lines += [made, Hairline()]
        return lines

    def _matter(self, known: WholeConcern) -> Content:
        if known.matter is None:
            return []
        issue, title = known.matter
        button = Button(title, "quiet", "link")
        button.clicked.connect(lambda: self.matter_wanted.emit(issue))
        return [row(button, None), Hairline()]

    def _likes(self, view: ConcernView) -> Content:
        lines: Content = []
        for one in self._alike[1] if self._alike[0] == view.concern else ():
            button = Button(one.number, "quiet", "link")
            button.clicked.connect(lambda _checked=False, concern=one.concern: self.concern_wanted.emit(concern))
            words = ElidedLabel(" ".join(one.words.split()), "small")
            how = Chip(self.tr("very similar"), "accent") if one.is_very else Chip(self.tr("similar"))
            made = row(button, words, how, gap=PX.s8)
            made.setStretch(1, 1)
            lines += [made, Hairline()]
        return lines

    def _changes(self, known: WholeConcern) -> Content:
        lines: Content = []
        for one in known.changes:
            lines += [change_line(self._speech, one), Hairline()]
        return lines
