"""The second step of an import: four figures, the rows that cannot come in with what puts them right, the columns."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLayout
from typing_extensions import override

from desktop.office.pages.parts import counted, divided, refill, scrolled
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
        self._numbers = tuple(Label("", "figure") for _ in range(4))
        self._captions = tuple(Label("", "small", "ink2") for _ in range(4))
        self._rejected = Card(" ")
        self._rejected_rows = Part()
        self._rejected.body.addWidget(self._rejected_rows)
        self._look = Card(" ", is_flush=True)
        widths = (0, 72, 128, 88, 128)
        self._table = Table((Column("", 56, is_number=True), *(Column("", width) for width in widths)), PX.row_compact)
        self._look.body.addWidget(self._table)
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
        left.setLayout(column(self._figures(), self._rejected, self._look, None, gap=PX.between_cards))
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

    def _figures(self) -> Card:
        card = Card()
        card.body.addLayout(divided(*map(counted, self._numbers, self._captions)))
        return card

    def show_preview(self, file: str, preview: Preview) -> None:
        """Show what the list called `file` would do."""
        self._file, self._preview = file, preview
        self.retranslate()

    @override
    def retranslate(self) -> None:
        preview = self._preview
        captions = (
            self.tr("new clients"),
            self.tr("brought up to date"),
            self.tr("unchanged"),
            self.tr("cannot come in"),
        )
        counts = (preview.added, preview.updated, preview.duplicates, len(preview.rejected))
        for place, (count, caption) in enumerate(zip(counts, captions, strict=True)):
            self._numbers[place].setText(f"{count:,}")
            self._captions[place].setText(caption)
        self._numbers[3].set_ink("danger" if preview.rejected else "ink1")
        self._show_rejected(preview.rejected)
        self._show_rows(preview)
        self._show_columns(preview)
        self._note.setText(
            self.tr("The same list a second time changes nothing. Afterwards Ctrl+Z takes the whole batch back.")
        )
        self.back_button.setText(self.tr("Back"))
        self.keep_button.setText(self.tr("Save these rows as a table"))
        self.keep_button.setVisible(bool(preview.rejected))
        self.import_button.setText(self.tr("Import {count} rows").replace("{count}", f"{preview.taken:,}"))
        self.import_button.setEnabled(preview.taken > 0)
        out = self.tr("{count} rows stay out for now").replace("{count}", str(len(preview.rejected)))
        self._stays_out.setText(
            out if preview.rejected else self.tr("Nothing new in this list") if not preview.taken else ""
        )
        for button in (self.back_button, self.keep_button, self.import_button):
            button.updateGeometry()

    def _show_rejected(self, rejected: tuple[RejectedCell, ...]) -> None:
        more = len(rejected) - SHOWN_ROWS
        aside = self.tr("and {count} more").replace("{count}", str(more)) if more > 0 else ""
        self._rejected.set_title(self.tr("Rows that cannot come in"), aside)
        self._rejected.setVisible(bool(rejected))
        rows: list[QLayout | Hairline] = []
        for cell in rejected[:SHOWN_ROWS]:
            rows += [Hairline(), self._rejected_row(cell)]
        refill(self._rejected_rows, column(*rows, gap=PX.s8))

    def _rejected_row(self, cell: RejectedCell) -> QLayout:
        number = Label(self.tr("Row {row}").replace("{row}", str(cell.row)), "body", "ink2")
        number.setFixedWidth(PX.s64)
        heading = ElidedLabel(cell.column)
        heading.setFixedWidth(PX.s96)
        field = Line(cell.value)
        field.setObjectName(f"repair_{cell.row}")
        field.setAccessibleName(f"{cell.row} {cell.column}")
        field.setFixedWidth(PX.s96 + PX.s64)
        mark(field, "error", value=True)
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
            self.repaired.emit(cell.row, cell.column, text)

    def _may_be_empty(self, heading: str) -> bool:
        fields = [field for one, field in self._preview.columns if one in (heading, *heading.split("/"))]
        return any(field.startswith(_MAY_BE_EMPTY) or field in ("building", "unit", "phase") for field in fields)

    def _show_rows(self, preview: Preview) -> None:
        shown = self.tr("the first {count} of {total}").replace("{count}", str(len(preview.rows)))
        self._look.set_title(self.tr("What comes in"), shown.replace("{total}", f"{preview.read:,}"))
        self._look.setVisible(bool(preview.rows))
        self._table.rows.set_titles(
            (self.tr("Row"), self.tr("Name"), self.tr("Title"), self.tr("Room"), self.tr("Relation"), self.tr("Phone"))
        )
        self._table.show_rows(
            tuple(
                Row(
                    str(one.row),
                    (
                        *(Cell(str(one.row), "ink2", order=one.row), Cell(one.name), Cell(one.title), Cell(one.room)),
                        *(Cell(self._speech.code("relation", one.relation)), Cell(one.phone)),
                    ),
                )
                for one in preview.rows
            )
        )
        self._table.fit_height()

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
