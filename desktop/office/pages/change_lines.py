"""A change of a field in words: which field, from what, to what, by whom, when and on which device."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLayout

from desktop.office.speech import Speech
from desktop.services.history.entries import Entry, FieldChange
from desktop.services.history.naming import Value
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import column, row

# Kept as 0 and 1.
_FLAGS = ("undone", "deleted", "admitted")


def worded(speech: Speech, table: str, field: str, value: Value) -> str:
    """A value as it is read; "(empty)" for none."""
    if not value.shown:
        return QCoreApplication.translate("ChangeLines", "(empty)")
    if field == "merged_into":
        return QCoreApplication.translate("ChangeLines", "joined to {name}").replace("{name}", value.shown)
    if field in _FLAGS:
        return speech.value("yes" if value.shown == "1" else "no", "", field)
    return speech.value(value.shown, value.choices, field)


def from_to(speech: Speech, table: str, one: FieldChange) -> QLayout:
    """The field, what it was, and what it is since."""
    before = " / ".join(worded(speech, table, one.column, value) for value in one.before)
    name = speech.column(table, one.column)
    field = Label(name[:1].upper() + name[1:], "small", "ink2")
    after = Label(worded(speech, table, one.column, one.after), "small_strong", wraps=True)
    after.setAlignment(Qt.AlignmentFlag.AlignTop)
    # A long value runs on below; what stands before it stays beside its first line.
    parts: list[QLayout] = [column(field, None)]
    if one.before:
        arrow = IconLabel("arrow-right", PX.icon_small, "ink3")
        parts += [column(ElidedLabel(before, "small", "ink3"), None), column(PX.s4, arrow, None)]
    made = row(*parts, after, gap=PX.s8)
    made.setStretch(len(parts), 1)
    return made


def change_line(speech: Speech, entry: Entry) -> QLayout:
    """One change on two lines: the field with both values, and under it when, who and where."""
    whose = " · ".join(filter(None, (speech.moment(entry.at), entry.who, entry.device)))
    fields = [from_to(speech, entry.table, one) for one in entry.fields]
    return column(*fields, Label(whose, "caption", "ink3"))
