"""The second step of an import: four figures, the rows that cannot come in with what puts them right, the columns."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.import_figures import ImportFigures
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.office.state import Preview
from desktop.roster.headings import FIELDS, IGNORED
from desktop.roster.values import RejectedCell
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.fields import Line, Picker
from desktop.widgets.labels import ElidedLabel, Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, mark, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

# More rows than this are put right in the file itself.
SHOWN_ROWS = 50
# A cell whose trouble goes away when it is left empty.
_MAY_BE_EMPTY = ("phone", "room")
_ROW_PX, _COLUMN_PX, _VALUE_PX = PX.row, PX.s64 + PX.s8, PX.s96 + PX.s48
_FIELD_PX = PX.s96 + PX.s48


class ImportCheck(Part):
    """`repaired` tells row, heading and new value; `mapped` a heading and its field."""

    repaired = Signal(int, str, str)
    mapped = Signal(str, str)
    back = Signal()
    kept = Signal()
    import_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._file = ""
        self._preview = Preview(0, 0, 0, 0, (), (), ())
        # The row put right last, and the fields of the rows that are wrong now.
        self._repaired = 0
        self._wrong: list[tuple[int, Line]] = []
        self.figures = ImportFigures()
        self.figures.chosen.connect(lambda _filter: self._show_filtered())
        self._rejected = Card()
        self._rejected_rows = Part()
        self._rejected.body.addWidget(self._rejected_rows)
        self._look = Card(" ", is_flush=True)
        self.table = Table(
            (
                *(Column("", 56, is_number=True), Column(""), Column("", 72, fits=True), Column("", 96, fits=True)),
                *(Column("", 88, fits=True), Column("", 112, fits=True), Column("", 96, fits=True)),
            ),
            PX.row_compact,
        )
        self._look.body.addWidget(self.table)
        self._columns = Card(" ")
        self._column_rows = Part()
        self._columns.body.addWidget(self._column_rows)
        self._note = Label("", "small", "ink2", wraps=True)
        self._stays_out = Label("", "small", "ink2")
        self.back_button, self.keep_button = Button("", "outline"), Button("", "quiet", icon="file-down")
        self.import_button = Button("", "filled")
        self.back_button.clicked.connect(self.back)
        self.keep_button.clicked.connect(self.kept)
        self.import_button.clicked.connect(self.import_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        left, right = Part(), Part()
        left.setProperty("fill", "background")
        right.setProperty("fill", "background")
        left.setLayout(column(self.figures, self._rejected, self._look, None, gap=PX.between_cards))
        right.setLayout(column(self._columns, self._note, None, gap=PX.between_cards))
        right.setFixedWidth(PX.staff_corner * 3)
        both = row(left, right, gap=PX.between_cards, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s16))
        both.setStretch(0, 1)
        inside, foot = Part(), Part()
        inside.setProperty("fill", "background")
        inside.setLayout(both)
        foot.setProperty("fill", "surface")
        foot.setFixedHeight(PX.s64)
        foot.setLayout(
            row(
                *(self.back_button, self.keep_button, None, self._stays_out, self.import_button),
                gap=PX.s12,
                margins=(PX.page_margin, 0, PX.page_margin, 0),
            )
        )
        self.setLayout(column(scrolled(inside), Hairline(), foot))

    def show_preview(self, file: str, preview: Preview) -> None:
        """Show what the list called `file` would do."""
        self._file, self._preview = file, preview
        self.figures.show_preview(preview)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        preview = self._preview
        self._show_rejected(preview.rejected)
        self._show_filtered()
        self._show_columns(preview)
        self._note.setText(
            self.tr("The same list a second time changes nothing. Afterwards Ctrl+Z takes the whole batch back.")
        )
        self.back_button.setText(self.tr("Back"))
        self.keep_button.setText(self.tr("Save these rows as a table"))
        self.keep_button.setVisible(bool(preview.rejected))
        self.import_button.setText(self.tr("Import {count} rows").replace("{count}", f"{preview.taken:,}"))
        self.import_button.setEnabled(preview.taken > 0)
        out = self.tr("Left out for now: {count}").replace("{count}", str(len(preview.rejected)))
        self._stays_out.setText(
            out if preview.rejected else self.tr("Nothing new in this list") if not preview.taken else ""
        )
        for button in (self.back_button, self.keep_button, self.import_button):
            button.updateGeometry()

    def _show_rejected(self, rejected: tuple[RejectedCell, ...]) -> None:
        more = len(rejected) - SHOWN_ROWS
        texts = (self.tr("Row"), self.tr("Column"), self.tr("Value (change it here)"), self.tr("Why"))
        heads = [Label(text, "caption", "ink3") for text in texts]
        for label, width in zip(heads, (_ROW_PX, _COLUMN_PX, _VALUE_PX + PX.s12), strict=False):
            label.setFixedWidth(width)
        rows: list[QLayout | QWidget] = [row(*heads, None, gap=PX.s8)]
        is_typing = any(field is self.window().focusWidget() for _, field in self._wrong)
        self._wrong = []
        for cell in rejected[:SHOWN_ROWS]:
            rows += [Hairline(), self._rejected_row(cell)]
        if more > 0:
            said = self.tr("and {count} more").replace("{count}", f"{more:,}")
            rows += [Hairline(), Label(said, "small", "ink3")]
        refill(self._rejected_rows, column(*rows, gap=PX.s8))
        if is_typing:
            # The new fields take the keyboard only once they are shown.
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        """The rows are made anew: whoever types goes on at the next one that is wrong, after the last at the first."""
        following = [(row, field) for row, field in self._wrong if row > self._repaired]
        for _, field in (following or self._wrong)[:1]:
            field.setFocus()
            field.selectAll()

    def _show_filtered(self) -> None:
        chosen = self.figures.filter
        self._rejected.setVisible(bool(self._preview.rejected) and chosen in ("", "rejected"))
        self._show_rows(self._preview, "" if chosen == "rejected" else chosen)

    def _rejected_row(self, cell: RejectedCell) -> QLayout:
        number = Label(f"{cell.row:,}", "body", "ink2")
        number.setFixedWidth(_ROW_PX)
        heading = ElidedLabel(self._told_column(cell.column))
        heading.setFixedWidth(_COLUMN_PX)
        field = Line(cell.value)
        field.setObjectName(f"repair_{cell.row}")
        field.setAccessibleName(f"{cell.row} {cell.column}")
        field.setFixedWidth(_VALUE_PX)
        mark(field, "error", value=True)
        self._wrong.append((cell.row, field))
        field.editingFinished.connect(lambda: self._repair(cell, field.text()))
        reason = Label(self._speech.trouble(cell.reason, dict(cell.facts)).message, "small", "danger_ink", wraps=True)
        sign = IconLabel("circle-alert", PX.icon, "danger")
        made = row(number, heading, field, PX.s4, sign, reason, gap=PX.s8)
        made.setStretchFactor(reason, 1)
        if self._may_be_empty(cell.column):
            skip = Button(self.tr("Import without it"), "quiet", "small")
            skip.setObjectName(f"without_{cell.row}")
            skip.clicked.connect(lambda: self.repaired.emit(cell.row, cell.column, ""))
            made.addWidget(skip)
        return made

    def _repair(self, cell: RejectedCell, text: str) -> None:
        if text != cell.value:
            self._repaired = cell.row
            self.repaired.emit(cell.row, cell.column, text)

    def _may_be_empty(self, heading: str) -> bool:
        fields = self._fields_of(heading)
        return any(field.startswith(_MAY_BE_EMPTY) or field in ("building", "unit", "phase") for field in fields)

    def _fields_of(self, heading: str) -> list[str]:
        return [field for one, field in self._preview.columns if one in (heading, *heading.split("/"))]

    def _told_column(self, heading: str) -> str:
        """What a column is called here; where several make one value, the last one's heading."""
        fields = [field for field in self._fields_of(heading) if field]
        return self._speech.field_name(fields[0]) if len(fields) == 1 else heading

    def _show_rows(self, preview: Preview, outcome: str) -> None:
        rows = preview.first_rows(outcome)
        counts = {"added": preview.added, "updated": preview.updated, "same": preview.duplicates}
        total = counts.get(outcome, preview.read - len(preview.rejected))
        shown = self.tr("the first {count} of {total}").replace("{count}", str(len(rows)))
        self._look.set_title(self.tr("What comes in"), shown.replace("{total}", f"{total:,}"))
        self._look.setVisible(bool(rows))
        outcomes = {"added": self.tr("New"), "updated": self.tr("Updated"), "same": self.tr("Unchanged")}
        self.table.rows.set_titles(
            (
                *(self.tr("Row"), self.tr("Name"), self.tr("Title"), self.tr("Room")),
                *(self.tr("Relation"), self.tr("Phone"), self.tr("Result")),
            )
        )
        self.table.show_rows(
            tuple(
                Row(
                    str(one.row),
                    (
                        *(Cell(str(one.row), "ink2", order=one.row), Cell(one.name), Cell(one.title), Cell(one.room)),
                        *(Cell(self._speech.code("relation", one.relation)), Cell(one.phone)),
                        Cell(outcomes[one.outcome], "ink2"),
                    ),
                )
                for one in rows
            )
        )
        self.table.fit_height()

    def _show_columns(self, preview: Preview) -> None:
        self._columns.set_title(self.tr("Columns"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(PX.s8)
        told = self.tr("headings in row {row}, {count} rows").replace("{row}", str(preview.header_row))
        told = told.replace("{count}", f"{preview.read:,}")
        file = column(
            row(IconLabel("file-spreadsheet", PX.icon, "accent"), PX.s8, ElidedLabel(self._file, "body_strong")),
            Label(told, "small", "ink2", wraps=True),
            gap=PX.s4,
        )
        grid.addLayout(file, 0, 0, 1, 2)
        none = (IGNORED, self.tr("Not taken"))
        fields = (none, *((name, self._speech.field_name(name)) for name in sorted(FIELDS - {IGNORED})))
        for place, (heading, field) in enumerate(preview.columns, start=1):
            name = ElidedLabel(heading or "—", "small")
            picker = Picker(fields)
            picker.setFixedWidth(_FIELD_PX)
            picker.choose(field or IGNORED)
            picker.setAccessibleName(heading)
            picker.setObjectName(f"column_{heading}")
            picker.activated.connect(
                lambda _i, heading=heading, picker=picker: self.mapped.emit(heading, picker.choice)
            )
            grid.addWidget(name, place, 0)
            grid.addWidget(picker, place, 1)
        grid.setColumnStretch(0, 1)
        refill(self._column_rows, grid)
