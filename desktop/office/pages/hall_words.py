"""The hall in words: how long somebody waits, whom they were sent to, where their turn stands; as rows of a table."""

from PySide6.QtCore import QCoreApplication

from desktop.office.speech import Speech
from desktop.services.hall.lines import Line
from desktop.widgets.rows import Cell, Row

_CONTEXT = "HallWords"
Kind = str
# What the page can show: those in the house and not greeted yet, those of them too long, and who is done.
KINDS: tuple[Kind, ...] = ("here", "late", "greeted", "left")
HERE = ("waiting", "called")


def lasted(duration_ms: int) -> str:
    """2:35, from an hour on 1:02:35."""
    seconds = max(duration_ms, 0) // 1_000
    minutes, hours = seconds // 60, seconds // 3_600
    return f"{hours}:{minutes % 60:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def is_of_kind(line: Line, kind: Kind) -> bool:
    """Whether a family belongs into the list of this kind."""
    is_here = line.state in HERE
    return {"here": is_here, "late": is_here and line.is_late}.get(kind, line.state == kind)


def is_found(line: Line, text: str) -> bool:
    """Whether a family is one that is looked for, by a number, a name or a room."""
    wanted = text.casefold()
    return any(wanted in one.casefold() for one in (*line.numbers, line.name, line.room, line.host or ""))


def to_whom(line: Line) -> str:
    """The table and the name; "" while nobody has decided."""
    return " ".join(filter(None, (line.place, line.host)))


def marks_said(line: Line, speech: Speech) -> str:
    """VIP, risk."""
    return speech.listed(speech.code("client_mark", mark) for mark in line.marks)


def name_said(line: Line) -> str:
    """The name, or that only the code is known."""
    return line.name or QCoreApplication.translate("HallWords", "Name not known yet")


def people_said(count: int | None) -> str:
    """How many came; nothing for one alone."""
    if not count or count < 2:
        return ""
    return QCoreApplication.translate("HallWords", "{count} people").replace("{count}", str(count))


def standing(line: Line, speech: Speech) -> Cell:
    """Where a turn stands, as a chip."""
    if line.state == "left":
        return Cell(QCoreApplication.translate("HallWords", "Has left"), tone="neutral")
    if line.state == "greeted":
        said = QCoreApplication.translate("HallWords", "Greeted {time}")
        return Cell(said.replace("{time}", speech.time(line.greeted_at or 0)[:5]), tone="success", icon="check")
    if line.state == "called":
        said = QCoreApplication.translate("HallWords", "Called {time}")
        return Cell(said.replace("{time}", speech.time(line.called_at or 0)[:5]), tone="info", icon="volume-2")
    if not to_whom(line):
        return Cell(QCoreApplication.translate("HallWords", "To be sent"), tone="warning", icon="circle-alert")
    return Cell(QCoreApplication.translate("HallWords", "Waiting"), tone="neutral")


def row_of(line: Line, speech: Speech) -> Row:
    """One family of the list."""
    is_late = line.is_late and line.state in HERE
    marks = Cell(marks_said(line, speech), tone="warning", icon="triangle-alert" if "risk" in line.marks else "star")
    return Row(
        line.turn,
        (
            Cell(line.number, second=people_said(line.party), is_strong=True),
            Cell(name_said(line), "ink1" if line.name else "ink3", second=line.room),
            # A space: the line for nothing at all would stand in every row.
            marks if line.marks else Cell(" "),
            Cell(to_whom(line), second=speech.code("direction", line.direction)),
            Cell(lasted(line.waited_ms), "warning" if is_late else "ink2", is_strong=is_late, order=line.waited_ms),
            standing(line, speech),
        ),
    )
