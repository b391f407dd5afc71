"""What the form being typed in is made of."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from desktop.office.pages.digits import Digits
from desktop.services.forms.finding import Typed
from desktop.widgets.fields import Line
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import column, row


class NumberLine(Line):
    """A line without an input method: a number is digits, Latin letters and dashes, and a scan passes unharmed."""

    # Qt's answers are variants: the query decides the kind.
    @override
    def inputMethodQuery(self, property: Qt.InputMethodQuery, argument: Any = None) -> Any:
        if property == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(property)


@dataclass(frozen=True, slots=True)
class EntryRequest:
    """What is to be recorded, and whether another concern of the same form follows."""

    form: str
    typed: Typed
    is_more: bool


def named(name: Label, options: Digits) -> QHBoxLayout:
    """A row of options with its name before it."""
    name.setFixedWidth(PX.s48 - PX.s12)
    made = row(column(PX.s6, name, None), options, gap=PX.s8)
    made.setStretch(1, 1)
    return made
