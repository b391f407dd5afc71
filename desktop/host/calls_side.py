"""What stands beside every call: how far the quota is, the greeting, and the sentences to say."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.host.wording import joined, said_in
from desktop.rules import campaigns as rules
from desktop.services.campaigns.mine import MyCalls
from desktop.widgets.bars import Progress
from desktop.widgets.cards import Card
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class CallSide(Part):
    """Progress received and called back apart, tries shown and not counted; the cards below scroll."""

    def __init__(self, width_px: int = PX.host_right) -> None:
        super().__init__()
        self._calls: MyCalls | None = None
        self.setFixedWidth(width_px)
        self._title = Label("", "section")
        self._figure, self._of = Label("", "figure"), Label("", "body", "ink2")
        self._bar = Progress()
        self._both, self._tries = Label("", "small", "ink2", wraps=True), Label("", "small", "ink3", wraps=True)
        self._coach = Label("", "small", "ink3", wraps=True)
        self._greeting_title, self._phrases_title = Label("", "small_strong", "ink2"), Label("", "small_strong", "ink2")
        self._greeting = Card()
        self._greeting_words = Label("", "words", wraps=True)
        self._greeting.body.addWidget(self._greeting_words)
        self._phrases: QVBoxLayout = column(gap=PX.s8)
        page, scroll = QWidget(), QScrollArea()
        page.setProperty("fill", "background")
        page.setLayout(
            column(
                *(self._greeting_title, PX.s4, self._greeting, PX.s16, self._phrases_title, PX.s4, self._phrases, None),
                margins=(0, 0, PX.s12, 0),
            )
        )
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        figure = row(self._figure, column(None, self._of, PX.s8), None, gap=PX.s8)
        whole = column(
            *(self._title, figure, self._bar, PX.s8, self._both, self._tries, self._coach, PX.s16, scroll),
            margins=(PX.s12, PX.s16, PX.s12, PX.s12), gap=PX.s2,
        )  # fmt: skip
        whole.setStretchFactor(scroll, 1)
        self.setLayout(whole)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._greeting_title.setText(self.tr("How we answer"))
        self._phrases_title.setText(self.tr("What we say"))
        if self._calls is not None:
            self.show_calls(self._calls)

    def show_calls(self, calls: MyCalls) -> None:
        """Show somebody's campaign as it stands."""
        is_other = self._calls is None or self._calls.campaign != calls.campaign
        self._calls = calls
        made = calls.progress
        self._title.setText(calls.campaign.name)
        self._figure.setText(str(made.talked))
        self._of.setText(self.tr("of {owed} conversations").replace("{owed}", str(made.owed)))
        self._bar.set_share(made.talked / made.owed)
        self._bar.setAccessibleName(f"{made.talked} {self._of.text()}")
        both = self.tr("received {received} · called back {called_back}")
        both = both.replace("{received}", str(made.received)).replace("{called_back}", str(made.called_back))
        self._both.setText(joined(both, self.tr("quota reached") if made.is_done else ""))
        self._both.set_ink("success" if made.is_done else "ink2")
        tries = joined(*(f"{said_in('call_result', code)} {count}" for code, count in made.tries.items()))
        self._tries.setText(self.tr("not counted: {tries}").replace("{tries}", tries) if tries else "")
        self._tries.setVisible(bool(tries))
        self._coach.setText(self.tr("coach: {name}").replace("{name}", calls.coach) if calls.coach else "")
        self._coach.setVisible(bool(calls.coach))
        self._greeting_words.setText(calls.campaign.greeting or "")
        for part in (self._greeting_title, self._greeting):
            part.setVisible(bool(calls.campaign.greeting))
        if is_other:
            self._show_phrases(calls)

    def _show_phrases(self, calls: MyCalls) -> None:
        while item := self._phrases.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        lines = rules.lines_of(calls.campaign.phrases)
        for line in lines:
            card = Part()
            card.setProperty("part", "banner")
            card.setProperty("tone", "neutral")
            card.setLayout(row(Label(line, "body", "ink2", wraps=True), margins=(PX.s12, PX.s8, PX.s12, PX.s8)))
            self._phrases.addWidget(card)
        self._phrases_title.setVisible(bool(lines))
