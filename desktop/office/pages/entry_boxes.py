"""The tick boxes that were read from a form: doubtful ones first, each with its picture; certain ones by one key."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from typing_extensions import override

from desktop.office.pages.entry_box_row import BoxNames, BoxRow
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.services.forms.boxes import ReadProgress, Tick, Ticks
from desktop.widgets.buttons import Button
from desktop.widgets.cards import EmptyState
from desktop.widgets.labels import Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryBoxes(Part):
    """`said` tells (box -> ticked) to confirm, `relation_wanted` that the form's relation is to count."""

    said = Signal(dict)
    relation_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech, self._names = speech, BoxNames(speech)
        self._form, self._ticks, self._progress = "", Ticks(), ReadProgress()
        self._doubtful: dict[str, None] = {}
        self._images: Mapping[str, QImage] = {}
        self._is_reading = self._is_unfolded = False
        self._unread: tuple[str, str] = ("", "")
        self._rows: dict[str, BoxRow] = {}
        self._title, self._aside = Label("", "section"), Label("", "small", "ink3")
        self._note = Label("", "small", "ink2", wraps=True)
        self._against = Label("", "small", "danger_ink", wraps=True)
        # What a person has to look at, and below what the machine is sure of.
        self._list, self._more = Part(), Part()
        self._certain, self._said_so = Label("", "body_strong"), Label("", "small", "ink2", wraps=True)
        self._fold = Button("", "quiet", "small", icon="chevron-down")
        self._relation, self._relation_button = Label("", "small", wraps=True), Button("", "outline", "small")
        self._relation_part = Part()
        self.confirm_button = Button("", "outline", key="Enter")
        self._settled = Part()
        self._settled_words = Label("", "small", "success")
        self._empty = EmptyState("scan-line")
        self._lay_out()
        self.confirm_button.clicked.connect(self.confirm)
        self._fold.clicked.connect(lambda: self.unfold(is_unfolded=not self._is_unfolded))
        self._relation_button.clicked.connect(self.relation_wanted)
        self.retranslate()

    def _lay_out(self) -> None:
        side = (PX.s12, 0, PX.s12, 0)
        relation = row(
            *(IconLabel("git-compare-arrows", PX.icon_small, "warning"), self._relation, self._relation_button),
            gap=PX.s8, margins=side,
        )  # fmt: skip
        relation.setStretch(1, 1)
        self._relation_part.setLayout(relation)
        settled = row(IconLabel("check", PX.icon_small, "success"), self._settled_words, None, gap=PX.s8, margins=side)
        self._settled.setLayout(settled)
        self._certain_part = Part()
        certain = row(self._certain, None, self._fold, margins=side)
        self._certain_part.setLayout(
            column(Hairline(), PX.s8, certain, row(self._said_so, margins=side), self._settled, self._relation_part,
                   gap=PX.s4)
        )  # fmt: skip
        inside = Part()
        inside.setProperty("fill", "surface")
        inside.setLayout(
            column(self._list, PX.s8, self._certain_part, PX.s8, self._more, None, margins=(PX.s4, 0, PX.s12, PX.s8))
        )
        self._scroll = scrolled(inside)
        self._foot = Part()
        button = row(self.confirm_button, None)
        self._foot.setLayout(
            column(*(Hairline(), PX.s12, self._against, button), gap=PX.s4, margins=(PX.s16, 0, PX.s16, PX.s12))
        )
        head = row(self._title, None, self._aside, margins=(PX.s16, PX.s12, PX.s16, PX.s8))
        layout = column(
            *(head, row(self._note, margins=(PX.s16, 0, PX.s16, PX.s8)), self._scroll, self._empty, self._foot)
        )
        layout.setStretchFactor(self._scroll, 1)
        layout.setStretchFactor(self._empty, 1)
        self.setLayout(layout)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(PX.navigation, PX.navigation)

    @property
    def ticks(self) -> Ticks:
        """The boxes shown."""
        return self._ticks

    @property
    def rows(self) -> Mapping[str, BoxRow]:
        """Box -> its row, of those that stand open."""
        return self._rows

    @property
    def is_asking(self) -> bool:
        """Whether there is anything to confirm."""
        return bool(self._ticks.to_review or self._ticks.certain)

    def show_form(self, form: str, ticks: Ticks) -> None:
        """Show the boxes of a form; "" for none."""
        if form != self._form:
            self._form, self._images, self._doubtful = form, {}, {}
            self._is_unfolded = self._is_reading = False
            self._unread = ("", "")
        self._ticks = ticks
        self._doubtful |= dict.fromkeys(one.box for one in ticks.boxes if one.is_doubtful)
        self._against.setText("")
        self._fill()

    def show_images(self, images: Mapping[str, QImage]) -> None:
        """Box -> how it looks on the paper."""
        self._images = {**self._images, **images}
        for box, shown in self._rows.items():
            shown.show_image(self._images.get(box, QImage()))

    def show_reading(self, *, is_reading: bool, unread: tuple[str, str] = ("", "")) -> None:
        """Whether the picture is being read; or what stood in the way, and the next step."""
        self._is_reading, self._unread = is_reading, unread
        self.retranslate()

    def show_progress(self, progress: ReadProgress) -> None:
        """How far the event's forms are."""
        self._progress = progress
        self.retranslate()

    def refuse(self, text: str) -> None:
        """Say why a word was not taken; the boxes stand as they were."""
        self._against.setText(text)
        self.retranslate()
        for shown in self._rows.values():
            shown.retranslate()

    def begin(self) -> None:
        """Take the keys: at the first box that only a person can tell, else at what one key confirms."""
        first = next((one for one in self._rows.values() if one.is_open), None)
        (first or self.confirm_button).setFocus(Qt.FocusReason.TabFocusReason)
        if first:
            self._scroll.ensureWidgetVisible(first, 0, PX.s8)

    def go_on(self) -> None:
        """After a word: to the next box that only a person can tell, else stay or go to what one key confirms."""
        here = next((box for box, one in self._rows.items() if one.hasFocus()), "")
        if here in self._doubtful and not self._rows[here].is_open:
            self.begin()

    def unfold(self, *, is_unfolded: bool) -> None:
        """Show the boxes that the machine is sure of, too, or fold them again."""
        self._is_unfolded = is_unfolded
        self._fill()
        certain = [one for box, one in self._rows.items() if box not in self._doubtful]
        if is_unfolded and certain:
            certain[0].setFocus(Qt.FocusReason.TabFocusReason)

    def confirm(self) -> None:
        """One key for all that the machine is sure of; what only a person can tell is led to instead."""
        certain = {one.box: one.is_ticked for one in self._ticks.certain if one.box not in self._doubtful}
        if certain:
            self.said.emit(certain)
        else:
            self.begin()

    def _say(self, box: str, is_ticked: bool) -> None:
        self.said.emit({box: is_ticked})

    def _move(self, by: int) -> None:
        rows = list(self._rows.values())
        here = next((place for place, one in enumerate(rows) if one.hasFocus()), 0)
        there = here + by
        if 0 <= there < len(rows):
            rows[there].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(rows[there], 0, PX.s8)
        elif there >= len(rows) and self.confirm_button.isVisible():
            self.confirm_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        """Keep the rows that stay, so that the keyboard stays where it is."""
        by_name = {one.box: one for one in self._ticks.boxes}
        asked = [box for box in self._doubtful if box in by_name]
        rest = [one for one in self._ticks.boxes if one.box not in self._doubtful] if self._is_unfolded else []
        more = [one.box for one in sorted(rest, key=lambda one: not one.is_ticked)]
        if set(self._rows) == {*asked, *more}:
            for box, shown in self._rows.items():
                shown.show_tick(by_name[box])
        else:
            self._rows = {box: self._row(by_name[box]) for box in (*asked, *more)}
            for part, boxes in ((self._list, asked), (self._more, more)):
                refill(part, column(*(self._rows[box] for box in boxes), gap=PX.s2))
        self.retranslate()

    def _row(self, tick: Tick) -> BoxRow:
        made = BoxRow(self._names, tick)
        made.show_image(self._images.get(tick.box, QImage()))
        made.said.connect(self._say)
        made.moved.connect(self._move)
        made.passed.connect(self.confirm)
        return made

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Ticks"))
        progress = self._progress
        counted = self.tr("{confirmed} / {read} confirmed, {review} to look at")
        for name, number in (
            ("confirmed", progress.confirmed), ("read", progress.read), ("review", progress.to_review),
        ):  # fmt: skip
            counted = counted.replace(f"{{{name}}}", f"{number:,}")
        self._aside.setText(counted if progress.read else "")
        has_boxes = bool(self._ticks.boxes)
        what, following = self._unread
        if self._is_reading and not has_boxes:
            what, following = self.tr("The picture is being read"), ""
        self._empty.say(what or self.tr("Nothing was read from this form"), following)
        self._empty.setVisible(not has_boxes)
        self._scroll.setVisible(has_boxes)
        self._note.setText(self._asks())
        self._note.setVisible(bool(self._note.text()))
        self._against.setVisible(bool(self._against.text()))
        self._foot.setVisible(has_boxes and (self.is_asking or bool(self._against.text())))
        self._show_certain()

    def _asks(self) -> str:
        if not self._ticks.boxes:
            return ""
        left = len(self._ticks.to_review)
        if left:
            asked = self.tr("{count} to look at: ← ticked, → not. Ctrl+B: whole picture")
            return asked.replace("{count}", f"{left}")
        return "" if self._doubtful else self.tr("Every box is clear. Ctrl+B: whole picture")

    def _show_certain(self) -> None:
        rest = [one for one in self._ticks.boxes if one.box not in self._doubtful]
        ticked = [self._names.name(one.box) for one in rest if one.is_ticked]
        counted = self.tr("{count} clear boxes, {ticked} ticked")
        self._certain.setText(counted.replace("{count}", f"{len(rest)}").replace("{ticked}", f"{len(ticked)}"))
        self._said_so.setText(self._speech.listed(ticked) if ticked else self.tr("None of them is ticked."))
        self._fold.setText(self.tr("Fold") if self._is_unfolded else self.tr("Show"))
        self._fold.set_icon_name("chevron-up" if self._is_unfolded else "chevron-down")
        self._fold.updateGeometry()
        open_ = sum(not one.is_confirmed for one in rest)
        self.confirm_button.setText(self.tr("Confirm {count} clear boxes").replace("{count}", f"{open_}"))
        self.confirm_button.setEnabled(open_ > 0)
        self.confirm_button.updateGeometry()
        self._settled.setVisible(self._ticks.is_confirmed)
        self._settled_words.setText(self.tr("Confirmed; a box can still be changed"))
        relation = self._ticks.relation
        self._relation_part.setVisible(relation is not None)
        if relation is not None:
            here, there = (self._speech.code("relation", one) for one in relation)
            said = self.tr("The list says {here}, the form {there}.")
            self._relation.setText(said.replace("{here}", here).replace("{there}", there))
        self._relation_button.setText(self.tr("Take the form's"))
        self._relation_button.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter on the button may not press it everywhere.
        if event.key() in _ENTER and self.confirm_button.hasFocus():
            self.confirm()
        elif event.key() == Qt.Key.Key_Up and self._rows and self.confirm_button.hasFocus():
            list(self._rows.values())[-1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
