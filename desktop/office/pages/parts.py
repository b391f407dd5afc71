"""What several pages of the office are made of."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QScrollArea, QTableView, QWidget
from typing_extensions import override

from desktop.office.speech import Speech
from desktop.office.state import EventRow, WorkLine
from desktop.rules.running import ESCALATIONS
from desktop.widgets.bars import Banner
from desktop.widgets.fields import Picker
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX, UNDO_BAR_MS
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell
from desktop.widgets.theme import Ink, Tone

# Until so many days ahead they are counted.
NAMED_DAYS = 7
# Reasons to supervise that stand in red.
GRAVE_ESCALATIONS = ("safety", "end_not_counted", "report")


class Page(Part):
    """A page of the office: `speech` puts codes and days into words."""

    # Where one searches, on a page that has such a place.
    searched_in: QLineEdit | None = None

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.speech = speech
        self._when_wide: tuple[QTableView, tuple[int, ...], int] | None = None
        self.setProperty("fill", "background")

    def begin(self) -> None:
        """The page has come to the front: take the keyboard away from the navigation."""
        self.setFocus()

    def search(self) -> None:
        """Put the keyboard where one searches, on a page that has such a place."""
        if self.searched_in is not None:
            self.searched_in.setFocus()
            self.searched_in.selectAll()

    def widen(self, table: QTableView, columns: tuple[int, ...], from_px: int) -> None:
        """Show these columns only while the page is so wide."""
        self._when_wide = table, columns, from_px

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._when_wide is not None:
            table, columns, from_px = self._when_wide
            for column_number in columns:
                table.setColumnHidden(column_number, self.width() < from_px)


def head(title: Label, *at_right: QWidget) -> Part:
    """The line at the top of a page: its title, and what belongs to the whole page."""
    made = Part()
    made.setFixedHeight(PX.s48)
    made.setLayout(row(title, None, *at_right, gap=PX.s8))
    return made


def scrolled(inside: QWidget) -> QScrollArea:
    """Let a part scroll up and down. The bar stands in the part's right margin: nothing moves when it comes."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    layout = inside.layout()
    if layout is not None and layout.contentsMargins().right() >= PX.scroll:
        margins = layout.contentsMargins()

        def make_room(_least: int, most: int) -> None:
            bar_px = PX.scroll if most else 0
            layout.setContentsMargins(margins.left(), margins.top(), margins.right() - bar_px, margins.bottom())

        area.verticalScrollBar().rangeChanged.connect(make_room)
    return area


def divided(*cells: QWidget, gap: int = PX.s16) -> QHBoxLayout:
    """Figures side by side with hairlines between them, `gap` px from each."""
    parts: list[QWidget] = []
    for cell in cells:
        parts += [Hairline(is_upright=True), cell] if parts else [cell]
    made = row(*parts, gap=gap)
    for place in range(0, len(parts), 2):
        made.setStretch(place, 1)
    return made


def counted(number: Label, caption: Label) -> Part:
    """A figure over its caption."""
    made = Part()
    made.setLayout(column(number, caption))
    return made


def dotted(*parts: str) -> str:
    """Parts with a dot between, empty ones left out."""
    return " · ".join(part for part in parts if part)


def offer_events(picker: Picker, events: tuple[EventRow, ...], chosen: str) -> None:
    """Let one of the events be chosen; `chosen` is from now on, "" leaves the choice as it is."""
    picker.set_values(tuple((one.event, one.title) for one in events))
    if chosen:
        picker.choose(chosen)


def refill(part: Part, layout: QLayout) -> None:
    """Give a part other contents; the old ones go once nobody is working in them."""
    old = part.layout()
    if old is not None:
        # A layout lets go of its widgets only when they get another parent.
        spare = Part(part)
        spare.setLayout(old)
        spare.hide()
        spare.deleteLater()
    part.setLayout(layout)


class Pressable(Part):
    """A part that a click or Enter opens; the keyboard's place shows as a line round it."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "filter")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class Figure(Pressable):
    """A number with its title and a hint; a click or Enter opens what it counts."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", "small", "ink2")
        self._number = Label("", "figure")
        self._hint = Label("", "caption", "ink3")
        self.setLayout(column(self._title, self._number, self._hint))

    @property
    def number(self) -> str:
        """The number as it is shown."""
        return self._number.text()

    def show_number(self, title: str, number: int, hint: str, ink: Ink) -> None:
        """Show another number; one that is 0 needs no colour."""
        self._title.setText(title)
        self._number.setText(f"{number:,}")
        self._number.set_ink(ink if number else "ink1")
        self._hint.setText(hint)
        self.setAccessibleName(f"{title} {number} {hint}")


class Notice(Part):
    """What was done, for 8 s, or what stood in the way, until the person has read it."""

    def __init__(self) -> None:
        super().__init__()
        self._done = Banner("success", "check")
        self._trouble = Banner("warning", "circle-alert")
        self._trouble.acted.connect(self.clear)
        self.setLayout(column(self._done, self._trouble, margins=(PX.page_margin, PX.s12, PX.page_margin, 0)))
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(UNDO_BAR_MS)
        self._clock.timeout.connect(self.clear)
        self.clear()

    @property
    def text(self) -> str:
        """What is said now; "" for nothing."""
        return self._text

    def tell(self, text: str) -> None:
        """Say what was done."""
        self.clear()
        self._text = text
        self._done.say(text, "")
        self._done.show()
        self.show()
        self._clock.start()

    def warn(self, text: str) -> None:
        """Say what stood in the way."""
        self.clear()
        self._text = text
        self._trouble.say(text, self.tr("OK"))
        self._trouble.show()
        self.show()

    def clear(self) -> None:
        """Say nothing more."""
        self._clock.stop()
        self._text = ""
        self._done.hide()
        self._trouble.hide()
        self.hide()


class ClockWords(Part):
    """The chip that says how a concern stands in time."""

    def cell(self, line: WorkLine, speech: Speech) -> Cell:
        """The chip as a cell of a table."""
        days = abs(line.days_left or 0)
        order = line.days_left if line.days_left is not None else 10_000
        if line.clock == "late" and not days:
            # Its hour has struck, the day has not ended.
            return Cell(self.tr("Late today"), tone="danger", icon="clock-alert", order=order)
        if line.clock == "late":
            return Cell(self._days(self.tr("{days} d late"), days), tone="danger", icon="clock-alert", order=order)
        if line.clock == "returned":
            times = self.tr("Returned, {count}x").replace("{count}", str(line.returns))
            return Cell(times if line.returns > 1 else self.tr("Returned"), tone="warning", icon="undo-2", order=order)
        if line.clock == "callback":
            return Cell(self.tr("Callback"), tone="info", icon="phone", order=order)
        if line.clock == "paused":
            return Cell(self.tr("Paused"), tone="info", icon="hourglass", order=order)
        if line.clock == "today":
            hours = self.tr("{hours} h left").replace("{hours}", str(line.hours_left))
            return Cell(hours if line.hours_left else self.tr("Today"), tone="warning", icon="clock", order=order)
        if line.clock == "left" and line.days_left is not None and line.days_left > NAMED_DAYS and line.due:
            # A day far off is easier to think of by its date.
            return Cell(speech.short_day(date.fromisoformat(line.due[:10])), tone="neutral", order=order)
        if line.clock == "left":
            return Cell(self._days(self.tr("{days} d left"), days), tone="neutral", order=order)
        return Cell(speech.code("state", line.state), tone="neutral", order=order)

    def reason(self, line: WorkLine, speech: Speech) -> Cell:
        """Why somebody higher must hear of it, in place of the chip: the most pressing reason, and how many more."""
        text = speech.code("escalation", line.escalations[0])
        more = len(line.escalations) - 1
        tone: Tone = "danger" if line.escalations[0] in GRAVE_ESCALATIONS else "warning"
        order = ESCALATIONS.index(line.escalations[0])
        return Cell(f"{text} +{more}" if more else text, tone=tone, icon="shield-alert", order=order)

    @staticmethod
    def _days(text: str, days: int) -> str:
        return text.replace("{days}", f"{days}")
