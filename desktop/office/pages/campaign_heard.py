"""What was heard in a campaign: each concern as it stands, after seven and thirty days, and who calls back."""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.pages.parts import dotted
from desktop.office.speech import Speech
from desktop.services.campaigns.hearing import Heard
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Tone

_DONE = ("closed", "closed_explained", "closed_unreached", "merged")


class CampaignHeard(Part):
    """`opened` names a concern; `recall_wanted` puts callbacks onto the lists of those who heard them."""

    opened = Signal(str)
    recall_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._heard: tuple[Heard, ...] = ()
        self._about = Label("", "small", "ink2", wraps=True)
        self.recall_button = Button("", "outline", icon="phone")
        self.recall_button.setObjectName("recall")
        self.recall_button.clicked.connect(self.recall_wanted)
        self.table = Table(
            (
                Column(""), Column("", 80, fits=True), Column("", 80, fits=True), Column("", 80, fits=True),
                Column("", 72, fits=True),
            ),
            PX.row_two_lines,
        )  # fmt: skip
        self.table.opened.connect(self.opened)
        card = Card(is_flush=True)
        card.body.addWidget(self.table)
        head = row(self._about, PX.s16, self.recall_button)
        head.setStretch(0, 1)
        whole = column(head, PX.s12, card)
        whole.setStretchFactor(card, 1)
        self.setLayout(whole)
        self.retranslate()

    def show_heard(self, heard: tuple[Heard, ...]) -> None:
        """Show what was heard."""
        self._heard = heard
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.recall_button.setText(self.tr("Hand out the callbacks"))
        self.recall_button.updateGeometry()
        done, late = sum(one.state in _DONE for one in self._heard), sum(one.is_late for one in self._heard)
        said = self.tr("{count} concerns, {done} brought to an end. Whoever heard a concern is the first to call back.")
        said = said.replace("{count}", str(len(self._heard))).replace("{done}", str(done))
        if late:
            said += " " + self.tr("Entered late: {count}.").replace("{count}", str(late))
        self._about.setText(said if self._heard else self.tr("Nothing was heard yet."))
        self.recall_button.setVisible(any(one.is_to_call for one in self._heard))
        days = self.tr("After {days} d")
        self.table.rows.set_titles(
            (
                self.tr("Heard"), days.replace("{days}", "7"), days.replace("{days}", "30"), self.tr("Now"),
                self.tr("Calls back"),
            )
        )  # fmt: skip
        self.table.show_rows(tuple(self._row(one) for one in self._heard))

    def _row(self, one: Heard) -> Row:
        looks = dict(one.after)
        second = dotted(one.number, one.leader, one.client, self.tr("entered late") if one.is_late else "")
        now: Tone = "success" if one.state in _DONE else "info" if one.is_to_call else "neutral"
        return Row(
            one.concern,
            (
                Cell(" ".join(one.words.split()), second=second),
                *(Cell(self._speech.code("state", looks[days]) if days in looks else "", "ink2") for days in (7, 30)),
                Cell(self._speech.code("state", one.state), tone=now),
                Cell(one.calls_back or self.tr("Somebody else"), "ink2"),
            ),
        )
