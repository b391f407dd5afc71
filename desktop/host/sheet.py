"""Concerns of the talk that are written and not being written: cards to read, and to open again while it lasts."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout

from desktop.host.days import day_said
from desktop.host.state import Codes
from desktop.host.wording import code_said, joined, language_now
from desktop.rules.promising import AUTHORITY
from desktop.services.receptions.drafts import Draft
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.labels import IconLabel, Label, Words
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, row

_TAKES_ALL = 1_000
_FOLDED_LINES = 3


def narrow(content: QLayout) -> QHBoxLayout:
    """The content in the middle, never wider than lines that one likes to read."""
    held = Part()
    held.setMaximumWidth(PX.reading_pane + PX.s48)
    held.setLayout(content)
    whole = row(None, held, None)
    whole.setStretch(1, _TAKES_ALL)
    return whole


class WrittenCard(Card):
    """One concern: its words with their rule, what it is about, the promise; `opened` asks to write on it.

    Long words are folded while another concern is being written, and stand in full where they are read out.
    """

    opened = Signal(str)

    def __init__(self, draft: Draft, number: int, codes: Codes, *, is_folded: bool) -> None:
        super().__init__()
        chips = (
            Chip(code_said(codes.types, draft.type_code)) if draft.type_code else None,
            Chip(code_said(codes.areas, draft.area)) if draft.area else None,
            Chip(code_said(codes.grades, draft.grade), "warning") if draft.grade else None,
            Chip(self.tr("Answered"), "success", "check") if draft.answer.strip() else None,
        )
        again = Button(self.tr("Write on"), "quiet", "small", icon="pencil")
        again.setObjectName(f"open_{draft.id}")
        again.clicked.connect(lambda: self.opened.emit(draft.id))
        shown = [chip for chip in chips if chip is not None]
        self.body.addLayout(row(Label(str(number), "small", "ink3"), PX.s8, *shown, None, again, gap=PX.s4))
        self.body.addWidget(Words(draft.words, "body", most_lines=_FOLDED_LINES if is_folded else 0))
        where = joined(draft.unit, draft.place, code_said(codes.parts, draft.part) if draft.part else "")
        if where:
            self.body.addWidget(Label(where, "small", "ink2", wraps=True))
        if draft.answer.strip():
            self.body.addWidget(Label(joined(self.tr("Answer"), draft.answer), "small", "ink2", wraps=True))
        if draft.promise.strip():
            self.body.addWidget(self._promise(draft, codes, is_read_out=not is_folded))

    def _promise(self, draft: Draft, codes: Codes, *, is_read_out: bool) -> Part:
        """What is promised; where it is read to the client, no more than we may say."""
        part = Part()
        part.setProperty("part", "banner")
        part.setProperty("tone", "accent")
        department = code_said(codes.departments, draft.promise_department) if draft.promise_department else ""
        day = day_said(date.fromisoformat(draft.promise_due), language_now()) if draft.promise_due else ""
        until = self.tr("by {day}").replace("{day}", day) if day else ""
        is_inside = draft.promise_kind == AUTHORITY
        said = self.tr("We answer in writing") if is_inside and is_read_out else draft.promise
        text = Label(said, "body", "accent_ink", wraps=True)
        layout = row(
            IconLabel("handshake", PX.icon, "accent_ink"),
            Label(self.tr("Promise"), "body_strong", "accent_ink"),
            Chip(self.tr("Needs authority"), "warning") if is_inside and not is_read_out else 0,
            text,
            Label(joined(department, until), "small", "accent_ink"),
            gap=PX.s8,
            margins=(PX.s12, PX.s8, PX.s12, PX.s8),
        )
        layout.setStretchFactor(text, 1)
        part.setLayout(layout)
        return part
