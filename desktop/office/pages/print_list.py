"""What is on its way to a printer: how each paper stands, and what one can do about it."""

from PySide6.QtCore import Signal
from typing_extensions import override

from db.errors import Fact
from db.paper_jobs import PaperJob
from desktop.office.pages.parts import dotted
from desktop.office.speech import Speech
from desktop.widgets.buttons import Button
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Tone

_TONES: dict[str, Tone] = {
    "waiting": "warning", "sent": "info", "printing": "info", "done": "success", "failed": "danger",
    "cancelled": "neutral",
}  # fmt: skip
_ROWS = 3
_NAME_PX = PX.navigation + PX.s96


def facts_of(job: PaperJob) -> dict[str, Fact]:
    """What the sentences about a job tell of it."""
    return {"printer": job.queue, "words": job.words, "name": job.name}


class PrintList(Part):
    """`retry_wanted` names a job and a printer, "" for the same; `cancel_wanted` a job. Hidden while there is none."""

    retry_wanted = Signal(str, str)
    cancel_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self.jobs: tuple[PaperJob, ...] = ()
        self._other = ""
        self._title = Label("", "small", "ink2")
        self.again = Button("", "outline", "small")
        self.elsewhere = Button("", "outline", "small")
        self.cancel = Button("", "quiet", "small", ink="ink2")
        self.table = Table(
            (
                *(Column("", fits=True), Column("", fits=True, most_px=_NAME_PX)),
                *(Column("", folds=True), Column("", fits=True)),
            ),
            PX.row_two_lines, inset_px=PX.card_x,
        )  # fmt: skip
        self.table.horizontalHeader().hide()
        head = row(
            self._title, None, self.again, self.elsewhere, self.cancel, gap=PX.s8,
            margins=(PX.card_x, PX.s8, PX.card_x, PX.s8),
        )  # fmt: skip
        self.setLayout(column(Hairline(), head, Hairline(), self.table))
        self.table.chosen.connect(lambda _job: self._show_state())
        self.again.clicked.connect(lambda: self.retry_wanted.emit(self.table.choice, ""))
        self.elsewhere.clicked.connect(lambda: self.retry_wanted.emit(self.table.choice, self._other))
        self.cancel.clicked.connect(lambda: self.cancel_wanted.emit(self.table.choice))
        self.retranslate()

    @property
    def chosen(self) -> PaperJob | None:
        """The job the person stands on."""
        return next((one for one in self.jobs if one.id == self.table.choice), None)

    def show_jobs(self, jobs: tuple[PaperJob, ...]) -> None:
        """Show how they stand; the first is chosen where none is."""
        self.jobs = jobs
        self.table.show_rows(tuple(self._row(one) for one in jobs))
        if jobs and (self.chosen is None or self.chosen.state in ("done", "cancelled")):
            # What something can be done about comes first.
            self.table.choose(jobs[0].id)
        self.table.setFixedHeight(min(len(jobs), _ROWS) * PX.row_two_lines + PX.s2)
        self.setVisible(bool(jobs))
        self._show_state()

    def show_other(self, printer: str) -> None:
        """The printer that is chosen now: what is to go elsewhere goes there."""
        self._other = printer
        self._show_state()

    def why(self, job: PaperJob) -> str:
        """What stands in the way, as a sentence; "" for nothing."""
        return self._speech.trouble(job.trouble, facts_of(job)).message if job.trouble else ""

    def _row(self, job: PaperJob) -> Row:
        # A number after a colon reads the same for one and for many.
        amount = self.tr("pages: {pages}").replace("{pages}", str(job.pages))
        copies = self.tr("copies: {copies}").replace("{copies}", str(job.copies)) if job.copies > 1 else ""
        name = job.name or self.tr("A paper that was destroyed")
        return Row(
            job.id,
            (
                Cell(self._speech.code("print_state", job.state), tone=_TONES.get(job.state, "neutral")),
                Cell(name, second=dotted(job.queue, amount, copies), is_strong=True),
                # In a line there is room for the printer's own words, or for ours.
                Cell(job.words or self.why(job), ink="ink2"),
                Cell(self._speech.moment(job.made_at), ink="ink3"),
            ),
        )

    def _show_state(self) -> None:
        job = self.chosen
        is_kept = job is not None and job.key is not None and job.state != "done"
        self.again.setVisible(is_kept and job is not None and job.state in ("waiting", "failed", "cancelled"))
        self.elsewhere.setVisible(is_kept and job is not None and self._other not in ("", job.queue))
        self.elsewhere.setText(self.tr("Print on {printer}").replace("{printer}", self._other))
        self.cancel.setVisible(job is not None and job.state in ("waiting", "sent", "printing", "failed"))
        for button in (self.again, self.elsewhere, self.cancel):
            button.updateGeometry()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("On the way to printers"))
        self.again.setText(self.tr("Print anew"))
        self.cancel.setText(self.tr("Cancel the printing"))
        self.show_jobs(self.jobs)
