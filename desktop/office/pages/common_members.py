"""The concerns of a group with their boxes: what each client said, who that was, and how alike it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from typing_extensions import override

from desktop.office.common_state import GroupView, MemberView
from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.rules.times import local
from desktop.widgets.fields import Tick
from desktop.widgets.labels import ElidedLabel, Hairline, Label, Words
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# So many stand in the list; the rest of a very large group goes along with them.
MOST_SHOWN = 60
_MOST_LINES = 3
# Mean likeness to the others of a group, from which on it is called so.
_VERY_LIKE, _LIKE = 0.42, 0.25


class MemberRow(Part):
    """One concern; a click anywhere, or Space, ticks it or drops it."""

    ticked = Signal()

    def __init__(self, member: MemberView) -> None:
        super().__init__()
        self.member = member
        self.tick = Tick()
        self.tick.setChecked(member.is_in)
        self.tick.setAccessibleName(member.words)
        self.tick.setFixedWidth(PX.tick + PX.s4)
        self.tick.toggled.connect(lambda _is_on: self.ticked.emit())
        said = Words(member.words, "body", most_lines=_MOST_LINES)
        self._about, self._alike = ElidedLabel("", "small", "ink2"), Label("", "small", "ink3")
        below = row(self._about, margins=(PX.rule + PX.s16, 0, 0, 0))
        texts = column(said, below, gap=PX.s4)
        whole = row(self.tick, texts, self._alike, gap=PX.s12)
        whole.setStretch(1, 1)
        whole.setAlignment(self.tick, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(whole, margins=(0, PX.s8, 0, PX.s8)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, about: str, alike: str) -> None:
        """The line under the words, and how alike they are, in the language spoken now."""
        self._about.setText(about)
        self._alike.setText(alike)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.tick.toggle()
        self.tick.setFocus()


class Members(Part):
    """`changed` when a box was ticked or emptied; J and K go down and up."""

    changed = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._rows: tuple[MemberRow, ...] = ()
        self._rest: tuple[MemberView, ...] = ()
        self._more = Label("", "small", "ink3")
        self.setProperty("fill", "surface")
        self.setLayout(column())

    def show_group(self, group: GroupView) -> None:
        """Show the concerns of another group."""
        self._rest = group.members[MOST_SHOWN:]
        self._rows = tuple(map(MemberRow, group.members[:MOST_SHOWN]))
        lines: list[Part | Hairline | Label] = []
        for one in self._rows:
            one.ticked.connect(self.changed)
            lines += [one, Hairline()]
        if self._rest:
            self._more = Label("", "small", "ink3")
            lines.append(self._more)
        refill(self, column(*lines, None))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for one in self._rows:
            one.say(self._about(one.member), self._alike(one.member.likeness))
        if self._rest:
            more = self.tr("{count} more go along with these")
            self._more.setText(more.replace("{count}", str(len(self._rest))))

    def _about(self, one: MemberView) -> str:
        day = self._speech.short_day(local(one.at, self._speech.zone).date())
        return " · ".join(filter(None, (one.who, day, one.number)))

    def _alike(self, likeness: float) -> str:
        """In words: the figure means nothing to anybody."""
        if not likeness:
            return ""
        if likeness >= _VERY_LIKE:
            return self.tr("very similar")
        return self.tr("similar") if likeness >= _LIKE else self.tr("a little similar")

    @property
    def inside(self) -> tuple[str, ...]:
        """The concerns that are ticked, and those of which there is no room to be shown."""
        shown = tuple(one.member.concern for one in self._rows if one.tick.isChecked())
        return (*shown, *(one.concern for one in self._rest if one.is_in))

    @property
    def outside(self) -> tuple[str, ...]:
        """The concerns that are not."""
        return tuple(one.member.concern for one in self._rows if not one.tick.isChecked())

    def begin(self) -> None:
        """Put the keyboard on the first box."""
        if self._rows:
            self._rows[0].tick.setFocus()

    def step(self, by: int) -> bool:
        """Go down, or up when negative; whether the keyboard was here."""
        place = next((place for place, one in enumerate(self._rows) if one.tick.hasFocus()), None)
        if place is None:
            return False
        self._rows[min(max(place + by, 0), len(self._rows) - 1)].tick.setFocus()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None or not self.step(by):
            super().keyPressEvent(event)
