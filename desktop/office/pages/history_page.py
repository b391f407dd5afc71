"""The history of one record: day by day what was made, changed and done, and beside it who saw it when."""

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.change_lines import from_to
from desktop.office.pages.deed_words import DeedWords
from desktop.office.pages.inner import InnerPage
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.services.history.entries import Entry, Trail
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.labels import ElidedLabel, Hairline, IconLabel, Label, Words
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_SEEN_PX, _TIME_PX = 400, 48
# More are shown when asked for: each line is a handful of labels.
SHOWN = 80
Content = list[QWidget | QLayout | int | None]


class HistoryPage(InnerPage):
    """`back_wanted` leads to where the person came from, `undo_wanted` tells table, row and operation of the change to
    be taken back, and the field's name; `record_wanted` another record."""

    undo_wanted = Signal(str, str, str, str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._trail: Trail | None = None
        self._may_undo = False
        self._shown = SHOWN
        self._words = DeedWords()
        self._words.setParent(self)
        self._words.hide()
        self._kind = Label("", "small", "ink2")
        self._story, self._seen = Part(), Part()
        head = self._head(self._kind)
        left, right = Card(is_flush=True), Card(is_flush=True)
        right.setMinimumWidth(_SEEN_PX)
        right.setMaximumWidth(_SEEN_PX)
        for card, part in ((left, self._story), (right, self._seen)):
            part.setProperty("fill", "surface")
            card.body.addWidget(scrolled(part))
        both = row(left, right, gap=PX.between_cards)
        both.setStretch(0, 1)
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s24)
        self.setLayout(column(head, both, gap=PX.s16, margins=margins))
        self.retranslate()

    @property
    def record(self) -> tuple[str, str]:
        """Table and id of what is shown; empty texts for nothing."""
        return (self._trail.table, self._trail.row) if self._trail else ("", "")

    def show_trail(self, found: Trail, *, may_undo: bool) -> None:
        """Show a history; `may_undo` says whether this person may take changes back."""
        if self._trail is None or (found.table, found.row) != self.record:
            self._shown = SHOWN
        self._trail, self._may_undo = found, may_undo
        self.retranslate()

    @override
    def begin(self) -> None:
        self._back.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Back"))
        self._back.updateGeometry()
        found = self._trail
        if found is None:
            return
        self._title.setText(self.tr("History of {name}").replace("{name}", found.title or self.tr("a record")))
        self._about.setText(found.about)
        self._kind.setText(self._words.table(found.table))
        refill(self._story, self._days(found))
        refill(self._seen, self._looks(found))

    # What became of it

    def _days(self, found: Trail) -> QLayout:
        parts: Content = []
        for day, entries in groupby(found.entries[: self._shown], lambda one: self.speech.day_of(one.at)):
            parts += [Label(day, "body_strong"), Hairline(is_head=True)]
            for entry in entries:
                parts += [self._line(entry), Hairline()]
            parts.append(PX.s8)
        left = len(found.entries) - self._shown
        if left > 0:
            more = Button(self.tr("Show {count} more").replace("{count}", f"{left:,}"), "outline")
            more.setObjectName("more")
            more.clicked.connect(self._show_more)
            parts.append(row(more, None))
        if not found.entries:
            parts.append(Label(self.tr("Nothing has become of it so far."), "small", "ink3"))
        return column(*parts, None, gap=PX.s8, margins=(PX.card_x, PX.s12, PX.card_x, PX.s12))

    def _show_more(self) -> None:
        self._shown += SHOWN
        self.retranslate()

    def _line(self, entry: Entry) -> QLayout:
        speech = self.speech
        time = Label(speech.time(entry.at)[:5], "small", "ink2")
        time.setFixedWidth(_TIME_PX)
        time.setAlignment(Qt.AlignmentFlag.AlignTop)
        nobody = self.tr("Administrator") if entry.kind == "changed" and entry.device else ""
        who = speech.people(entry.who, entry.entered_by) if entry.who else nobody
        means = speech.code("means", entry.means) if entry.means else self._words.means(entry.verb)
        whose = Label(" · ".join(filter(None, (who, means, entry.device))), "caption", "ink2")
        title = ElidedLabel(self._words.title(entry, speech), "body_strong")
        top = row(title, whose, gap=PX.s12)
        top.setStretch(0, 1)
        body: Content = [top]
        if entry.kind == "words":
            body.append(Words(entry.about))
        for one in entry.fields:
            table = "concern" if entry.kind == "step" else entry.table
            if self._may_undo and entry.kind == "changed" and one.op and not one.against:
                # The button is higher than a line of text; both stand on one level.
                line = row(column(PX.s4, from_to(speech, table, one), None), gap=PX.s8)
                line.addLayout(column(self._undo(entry, one.column, one.op), None))
                line.setStretch(0, 1)
                body.append(line)
            else:
                body.append(from_to(speech, table, one))
        inside = column(*body, gap=PX.s4)
        made = row(time, inside, gap=PX.s8)
        made.setStretch(1, 1)
        return made

    def _undo(self, entry: Entry, field: str, op: str) -> Button:
        button = Button(self.tr("Take back"), "quiet", "link", icon="undo-2")
        button.setObjectName(f"undo_{field}")
        name = self.speech.column(entry.table, field)
        button.setAccessibleName(f"{button.text()} {name}")
        button.clicked.connect(lambda: self.undo_wanted.emit(entry.table, entry.row, op, name))
        return button

    # Who saw it

    def _looks(self, found: Trail) -> QLayout:
        parts: Content = [Label(self.tr("Who saw it"), "section"), Hairline(is_head=True)]
        if found.seen is None:
            parts.append(
                Label(self.tr("Only the office is told who has looked at a record."), "small", "ink3", wraps=True)
            )
        elif not found.seen:
            parts.append(
                Label(self.tr("Nobody has opened, printed or exported it so far."), "small", "ink3", wraps=True)
            )
        for one in (found.seen or ())[:SHOWN]:
            deed = Label(self._words.deed(one, self.speech), "small", wraps=True)
            when = Label(self.speech.moment(one.at), "caption", "ink2")
            top = row(IconLabel(self._words.icon(one.verb), PX.icon_small, "ink2"), deed, when, gap=PX.s8)
            top.setStretch(1, 1)
            who = one.who or self.tr("Administrator")
            whose = Label(" · ".join(filter(None, (who, one.device))), "caption", "ink3")
            indent = row(whose, None, margins=(PX.icon_small + PX.s8, 0, 0, 0))
            parts += [column(top, indent), Hairline()]
        return column(*parts, None, gap=PX.s8, margins=(PX.card_x, PX.s12, PX.card_x, PX.s12))
