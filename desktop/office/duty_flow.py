"""Wiring of the duties: read when somebody looks, exempted, approved, further posts, cadences, training, files."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from db.store import Store
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.duty_state import Duties, read
from desktop.office.pages.duty import DutyPage
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.duty import calendars, keeping, report
from desktop.services.papers import duty_paper
from desktop.services.registry import Caller
from desktop.services.training import training


class DutyFlow(QObject):
    """Everything is read anew after everything written."""

    def __init__(self, desk: Desk, page: DutyPage, window: OfficeWindow, chooser: Chooser, undoing: Undoing) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._chooser, self._undoing = desk, page, window, chooser, undoing
        page.export_wanted.connect(self._export)
        page.sheet_wanted.connect(self._sheet)
        page.staff_wanted.connect(lambda: window.open("settings"))
        page.pane.calendar_wanted.connect(self._calendar)
        page.pane.exempt_wanted.connect(self._exempt)
        page.pane.approve_wanted.connect(self._approve)
        page.pane.drop_wanted.connect(self._drop_exemption)
        page.pane.post_wanted.connect(self._post)
        page.pane.end_wanted.connect(self._end_post)
        page.cadence.set_wanted.connect(self._set_rule)
        page.training.course_wanted.connect(self._course)
        page.training.end_wanted.connect(self._end_course)
        page.training.training_wanted.connect(self._train)
        page.training.drop_wanted.connect(self._drop_training)
        page.training.import_wanted.connect(self._import)

    def refresh(self) -> None:
        """Read the page anew where somebody looks at it."""
        if self._window.page is self._page:
            self.remind()

    def remind(self) -> None:
        """Read everything, and say in the navigation how many are behind or wait for a decision; at the start, too."""
        self._desk.ask(read, self._show)

    def _show(self, found: Duties) -> None:
        self._page.show_duties(found)
        behind = sum(line.state in ("missed", "soon") for line in found.report.lines)
        asked = sum(one.approved_by is None and one.last_day >= found.today for one in found.exemptions)
        self._window.navigation.set_count("duty", behind + asked)

    def _write(self, work: Callable[[Caller, Store], object], said: str) -> None:
        def done(_value: object) -> None:
            self._page.pane.close_form()
            self._window.notice.tell(said)

        self._desk.do(work, done)

    def _export(self, posts: list[str]) -> None:
        kinds = self.tr("Table (*.xlsx *.csv)")
        name = self.tr("duties") + ".xlsx"
        file, duties = self._chooser.target(self.tr("Export"), name, kinds), self._page.duties
        if file is None or duties is None:
            return
        as_of, language = duties.today, self._desk.speech.language
        self._desk.ask(
            lambda caller, store: report.export(
                caller, store, as_of=as_of, file=file, language=language, posts=tuple(posts)
            ),
            lambda count: self._window.notice.tell(
                self.tr("{count} lines are in {file}").replace("{count}", str(count)).replace("{file}", file.name)
            ),
        )

    def _sheet(self, posts: list[str]) -> None:
        name = self.tr("duties") + ".pdf"
        file, duties = self._chooser.target(self.tr("Sheet to sign"), name, self.tr("PDF (*.pdf)")), self._page.duties
        if file is None or duties is None:
            return
        as_of, chosen = duties.today, tuple(posts) or None
        self._desk.ask(
            lambda caller, store: duty_paper.write_duty(caller, store, pdf=file, as_of=as_of, posts=chosen),
            lambda report: self._window.notice.tell(
                self.tr("{file}: {pages} pages").replace("{pages}", str(report.pages)).replace("{file}", file.name)
            ),
        )

    def _calendar(self, staff: str, name: str) -> None:
        file = self._chooser.target(self.tr("Calendar (.ics)"), f"{name}.ics", self.tr("Calendar (*.ics)"))
        if file is not None:
            said = self.tr("{count} entries are in {file}").replace("{file}", file.name)
            self._desk.ask(
                lambda caller, store: calendars.export(caller, store, staff=staff, file=file),
                lambda count: self._window.notice.tell(said.replace("{count}", str(count))),
            )

    def _exempt(self, staff: str, first: str, last: str, reason: str) -> None:
        self._write(
            lambda caller, store: keeping.ask_exemption(
                caller, store, staff=staff, first_day=first, last_day=last, reason=reason
            ),
            self.tr("Asked for. It counts once another person has approved it."),
        )

    def _approve(self, exemption: str, by: str) -> None:
        self._write(
            lambda caller, store: keeping.approve(caller, store, exemption=exemption, by=by), self.tr("Approved")
        )

    def _drop_exemption(self, exemption: str) -> None:
        self._write(
            lambda caller, store: keeping.drop_exemption(caller, store, exemption=exemption), self.tr("Taken back")
        )

    def _post(self, staff: str, level: str, post: str, since: str) -> None:
        self._write(
            lambda caller, store: keeping.add_post(caller, store, staff=staff, level=level, from_day=since, post=post),
            self.tr("Two posts owe both"),
        )

    def _end_post(self, post: str) -> None:
        duties = self._page.duties
        if duties is not None:
            today = duties.today
            self._write(
                lambda caller, store: keeping.end_post(caller, store, post=post, until_day=today),
                self.tr("The post ends today"),
            )

    def _set_rule(self, level: str, months: int, receptions: int, first_month: int) -> None:
        words = self._desk.speech.code("level", level)

        def done(begins: str) -> None:
            said = self.tr("{level}: from {day} on").replace("{level}", words)
            self._window.notice.tell(said.replace("{day}", begins))

        self._desk.do(
            lambda caller, store: keeping.set_rule(
                caller, store, level=level, months=months, receptions=receptions, first_month=first_month
            ),
            done,
        )

    def _course(self, name: str, part: str, months: int) -> None:
        def done(_course: str) -> None:
            self._page.training.taken()
            self._window.notice.tell(self.tr("The course is added"))

        self._desk.do(
            lambda caller, store: training.add_course(
                caller, store, name=name, needed_for=(part,) if part else (), valid_months=months or None
            ),
            done,
        )

    def _end_course(self, course: str) -> None:
        self._write(lambda caller, store: training.end_course(caller, store, course=course),
                    self.tr("Nobody is asked for this course any more"))  # fmt: skip

    def _train(self, staff: str, course: str, day: str, result: str, trainer: str) -> None:
        def done(made: str) -> None:
            self._undoing.offer(self.tr("Noted"), lambda caller, store: training.drop(caller, store, training=made))

        self._desk.do(
            lambda caller, store: training.add(
                caller, store, staff=staff, course=course, on_day=day, result=result, trainer=trainer
            ),
            done,
        )

    def _drop_training(self, made: str) -> None:
        self._write(lambda caller, store: training.drop(caller, store, training=made), self.tr("Taken back"))

    def _import(self) -> None:
        files = self._chooser.files(self.tr("Import a list"), self.tr("Lists (*.xlsx *.csv)"))
        if not files:
            return

        def done(taken: training.Taken) -> None:
            said = self.tr("{added} trainings added, {known} known already").replace("{added}", str(len(taken.added)))
            self._window.notice.tell(said.replace("{known}", str(taken.known)))

        self._desk.do(lambda caller, store: training.import_file(caller, store, file=files[0]), done)
