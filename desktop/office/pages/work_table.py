"""The work list's table: a box to pick a concern out, how it stands in time, the client's words, whose it is."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.office.pages.parts import ClockWords
from desktop.office.speech import Speech
from desktop.office.state import WorkLine
from desktop.widgets.measures import PX
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

_NAME_PX, _DEPARTMENT_PX, _DEPARTMENT_WIDE_PX = 192, 120, 208
_DEPARTMENT = 7
# From this width on the list tells number, room, area and state as well.
_WIDE_PX = 900
_WIDE_COLUMNS = (2, 5, 6, 8)
_WORDS, _WORDS_PX = 3, 280
# The first to go where the words would be cut too short.
_SPARE_COLUMNS = (6, 8)


class WorkTable(Table):
    """`speech` puts codes into words."""

    def __init__(self, speech: Speech) -> None:
        super().__init__(
            (
                Column("", PX.s32, is_tick=True),
                *(Column("", 96, fits=True), Column("", 164, fits=True), Column("")),
                # Names are never cut: one that would leave no room for the client's words stands on two lines.
                Column("", 72, fits=True, most_px=_NAME_PX, folds=True),
                *(Column("", 96, fits=True), Column("", 96, fits=True)),
                *(Column("", 64, fits=True, most_px=_DEPARTMENT_PX, folds=True), Column("", 96, fits=True)),
            ),
            inset_px=PX.page_margin,
        )
        self._speech = speech
        self._is_reason = False
        self._clock_words = ClockWords()
        self._clock_words.setParent(self)
        self._clock_words.hide()

    def show_lines(self, lines: Iterable[WorkLine]) -> None:
        """Show other lines, in this order unless the person has sorted them."""
        self.show_rows(tuple(self._row(line) for line in lines))

    def show_reasons(self, *, is_shown: bool) -> None:
        """Whether the first chip says why somebody higher must hear of a line; otherwise how it stands in time."""
        if is_shown is not self._is_reason:
            self._is_reason = is_shown
            self.set_titles()

    def fit(self, room_px: int) -> None:
        """What `room_px` tells besides; the client's words keep their room before anything else."""
        is_narrow = room_px < _WIDE_PX
        for number in _WIDE_COLUMNS:
            self.setColumnHidden(number, is_narrow)
        most_px = _DEPARTMENT_PX if is_narrow else _DEPARTMENT_WIDE_PX
        self.rows.columns = tuple(
            replace(column, most_px=most_px) if number == _DEPARTMENT else column
            for number, column in enumerate(self.rows.columns)
        )
        # What stands at the edge keeps another distance than what has a neighbour.
        self.fit_columns()
        for number in () if is_narrow else _SPARE_COLUMNS:
            others = (one for one in range(len(self.rows.columns)) if one != _WORDS)
            if room_px - sum(self.columnWidth(one) for one in others) >= _WORDS_PX:
                break
            self.hideColumn(number)
            self.fit_columns()

    def set_titles(self) -> None:
        """The heads in the language spoken now."""
        self.rows.set_titles(
            (
                *("", self.tr("Reason") if self._is_reason else self.tr("Due"), self.tr("Number")),
                *(self.tr("In the client's words"), self.tr("Client")),
                *(self.tr("Room"), self.tr("Area"), self.tr("Department"), self.tr("State")),
            )
        )

    def _row(self, line: WorkLine) -> Row:
        speech, words = self._speech, self._clock_words
        clock = words.reason(line, speech) if self._is_reason and line.escalations else words.cell(line, speech)
        return Row(
            line.concern,
            (
                Cell(),
                clock,
                Cell(line.number, "ink2"),
                Cell(line.words),
                Cell(line.client, "ink2"),
                Cell(line.room, "ink2"),
                Cell(speech.code("area", line.area), "ink2"),
                Cell(speech.code("department", line.department), "ink2"),
                Cell(speech.code("state", line.state), "ink2"),
            ),
        )
