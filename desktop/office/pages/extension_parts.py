"""A later day in the pane of a concern: what was asked for, what became of it, and the next step."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout
from typing_extensions import override

from desktop.office.speech import Speech
from desktop.office.state import ConcernView, ExtensionLine, Move
from desktop.office.stepping import ASK, DECIDE
from desktop.rules.states import Field
from desktop.services.concerns.extending import EXTENDED_IN, MOST_EXTENSIONS
from desktop.widgets.buttons import Button
from desktop.widgets.chips import Chip
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Tone

ASKING = Move(
    ASK, ("department_head",), (Field("new_due", "date", "step"), Field("reason", "text", "step")), asks_means=False
)
DECIDING = Move(
    DECIDE,
    ("supervisor",),
    (
        Field("extension_answer", "choice", "step", choices="extension_answer"),
        Field("client_told", "flag", "step", required=False),
    ),
    asks_means=False,
)


def extension_moves(view: ConcernView) -> tuple[Move, ...]:
    """What can be done about a later day now."""
    if any(one.agreed is None for one in view.extensions):
        return (DECIDING,)
    has_room = sum(bool(one.agreed) for one in view.extensions) < MOST_EXTENSIONS
    return (ASKING,) if view.state in EXTENDED_IN and view.due and has_room else ()


class Extensions(Part):
    """The requests of a concern, each with how it stands; `begin` opens the form of a step, `told` notes that the
    client knows."""

    def __init__(
        self, view: ConcernView, speech: Speech, begin: Callable[[str], None], told: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setObjectName("extensions")
        self._speech, self._begin, self._told = speech, begin, told
        self.setLayout(column(*(self._line(one) for one in view.extensions), gap=PX.s8))

    def _line(self, one: ExtensionLine) -> QLayout:
        until = self.tr("Later day: {day}").replace("{day}", self._speech.day(one.new_due))
        who = " · ".join(filter(None, (one.reason, one.asked_by, self._speech.moment(one.at))))
        text, tone = self._standing(one)
        head = row(Label(until, "small_strong"), Chip(text, tone), None, *self._buttons(one), gap=PX.s8)
        return column(head, Label(who, "caption", "ink2", wraps=True), gap=PX.s2)

    def _standing(self, one: ExtensionLine) -> tuple[str, Tone]:
        if one.agreed is None:
            return self.tr("Waits for an answer"), "warning"
        if not one.agreed:
            return self.tr("Not agreed"), "neutral"
        return (self.tr("Agreed, client told"), "success") if one.is_told else (self.tr("Client not told"), "warning")

    def _buttons(self, one: ExtensionLine) -> list[Button]:
        if one.agreed is None:
            made = Button(self.tr("Decide"), "outline", "small")
            made.setObjectName("extension_decide")
            made.clicked.connect(lambda: self._begin(DECIDE))
            return [made]
        if one.agreed and not one.is_told:
            made = Button(self.tr("Client was told"), "outline", "small")
            made.setObjectName("extension_told")
            made.clicked.connect(self._told)
            return [made]
        return []

    @override
    def retranslate(self) -> None:
        # Made anew with the pane.
        return
