"""The first run at work: answers gathered, the database made on the worker, devices tried, the rehearsal."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from db.errors import Trouble, Unreadable
from db.store import Store
from desktop.devices import sticks
from desktop.devices.multimedia import multimedia
from desktop.devices.scanner import WedgeFilter
from desktop.first_run.said import sentence
from desktop.first_run.state import STEPS, Plan, Ready
from desktop.first_run.window import FirstRunWindow
from desktop.jobs import Jobs, Watch
from desktop.rules.scan_trial import Verdict
from desktop.services.exchange import kit_files, kit_taking
from desktop.services.exchange.cards import Card, read_card
from desktop.services.exchange.kit_files import Kit
from desktop.services.exchange.kit_taking import Taken
from desktop.services.keeping import recovery
from desktop.services.opening import found_project, join_project, open_database
from desktop.services.papers import printing
from desktop.services.papers.printing import Queues
from desktop.services.registry import Caller, administrator
from desktop.services.rehearsal import STEPS as PARTS
from desktop.services.rehearsal import TRIAL_CODE, rehearse, write_trial_sheet
from desktop.settings import Settings
from desktop.widgets.kit_panel import KitPanel, KitTold
from desktop.widgets.languages import Translator
from desktop.widgets.scanner_trial import ScannerTrial, taught

ChooseCard = Callable[[str, str], Path | None]


class FirstRunFlow(QObject):
    """`finished` tells the database that is ready. `choose` asks for a card's file.

    Answers change nothing on the disk before "Set it up" is pressed; from then on there is no way back behind it.
    """

    finished = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        translator: Translator,
        settings: Settings,
        folder: Path,
        *,
        card: Path | None = None,
        keep_settings: Callable[[Settings], None],
        choose: ChooseCard | None = None,
        choose_target: ChooseCard | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._translator, self._settings = jobs, translator, settings
        self._keep_settings = keep_settings
        self._choose = choose or self._ask_system
        self._choose_target = choose_target or self._ask_target
        self.plan = Plan(folder, language=settings.language)
        self._made: Ready | None = None
        self._window = FirstRunWindow()
        self._panel = KitPanel(self._window)
        self._wedge = WedgeFilter(settings.scanner_gap_ms, self)
        self._wedge.follow(settings)
        self._wedge.scanned.connect(self._scanned)
        self._scanner_page: ScannerTrial | None = None
        self._connect()
        self._show()
        if card is not None:
            self.plan = replace(self.plan, role="kiosk", way="card")
            self._read_card(card)

    def _connect(self) -> None:
        window = self._window
        for step in window.steps.values():
            step.answered.connect(self._answer)
        window.on_wanted.connect(self._go_on)
        window.back_wanted.connect(self._go_back)
        window.project.choose_wanted.connect(self._choose_card)
        window.trial.print_wanted.connect(self._print)
        window.trial.scanner_wanted.connect(self._try_scanner)
        window.rehearsal.begin_wanted.connect(self._rehearse)
        window.rehearsal.sheet_wanted.connect(self._print_sheet)
        for key in (QKeySequence("Return"), QKeySequence("Enter")):
            QShortcut(key, window).activated.connect(lambda: window.on_button.click())

    @property
    def window(self) -> FirstRunWindow:
        """The window; the app shows it."""
        return self._window

    def start(self) -> None:
        """Nothing has to be read: the first question stands there."""

    def close(self) -> None:
        """Let go of the keyboard."""
        self._wedge.leave()

    def _ask_system(self, title: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        return Path(chosen) if chosen else None

    def _ask_target(self, name: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Recovery sheet"), name, kinds)
        return Path(chosen) if chosen else None

    def _answer(self, name: str, value: object) -> None:
        # The names are the fields of the plan; a wrong one is a TypeError at once.
        self.plan = replace(self.plan, **{name: value})  # type: ignore[arg-type]  # name and value come from one choice
        if name == "language":
            self._translator.speak(self.plan.language)
        self._show()

    def _show(self) -> None:
        window = self._window
        for step in window.steps.values():
            step.show_plan(self.plan)
        window.show_ready(is_ready=self.plan.is_ready(window.step), is_busy=self._jobs.is_busy)

    def _open(self, place: int) -> None:
        self._window.show_step(STEPS[place])
        self._show()

    def _go_on(self) -> None:
        if not self._panel.isHidden():
            # Enter is the panel's own key while it covers the window.
            self._panel.leave()
            return
        step = self._window.step
        if not self.plan.is_ready(step):
            return
        if step == "key" and self._made is None:
            self._make()
        elif step == "rehearsal":
            self._finish()
        else:
            self._open(STEPS.index(step) + 1)
            if self._window.step == "trial":
                self._begin_trial()
            else:
                self._wedge.leave()
            if self._window.step == "project":
                self._look_for_kit()

    def _go_back(self) -> None:
        place = STEPS.index(self._window.step)
        if place:
            self._open(place - 1)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._jobs.run(work, done=done, failed=self._fail)
        self._show()

    def _fail(self, error: BaseException) -> None:
        self._show()
        if not isinstance(error, Trouble):
            raise error
        self._window.warn(sentence(error, self.plan.language))

    # The card

    def _choose_card(self) -> None:
        file = self._choose(self.tr("Choose the card or kit"), self.tr("Device card or event kit (*.card *.kit)"))
        if file is not None:
            self._read_card(file)

    def _read_card(self, file: Path) -> None:
        if file.suffix.lower() == Path(kit_files.KIT).suffix:
            self._run(lambda: kit_files.read_kit(file.parent), self._use_kit)
            return

        def read(card: Card) -> None:
            self.plan = replace(self.plan, way="card", card=file, card_project=card.project.name, kit=None)
            self._show()

        self._run(lambda: read_card(file), read)

    def _look_for_kit(self) -> None:
        """Offer the kit on a stick that is plugged in, unless the person has begun something else."""

        def found(kit: Kit | None) -> None:
            plan = self.plan
            if kit is not None and plan.card is None and not plan.name.strip():
                self._use_kit(kit)
            else:
                self._show()

        self._run(_kit_plugged_in, found)

    def _use_kit(self, kit: Kit) -> None:
        """Join by an event's kit: the line that is free for such a device gives its name."""
        role = self.plan.role
        free = [line for line in kit.body.lines if not line.device and line.role == role]
        answered = {one.line for one in kit_files.read_answers(kit.folder)[0]}
        name = next((line.name for line in free if line.id not in answered), "")
        self.plan = replace(
            self.plan, way="card", card=kit.folder / kit_files.CARD, card_project=kit.body.project_name,
            kit=kit.folder, kit_event=kit.body.title, device=self.plan.device or name,
        )  # fmt: skip
        self._show()

    # The database

    def _make(self) -> None:
        plan, file = self.plan, self.plan.file

        def work() -> tuple[Ready, Taken | None]:
            taken: Taken | None = None
            passphrase = plan.passphrase if plan.is_keyed else None
            role = plan.role or "office"
            if plan.way == "card" and plan.kit is not None:
                taken = kit_taking.take_as_new(file, plan.kit, name=plan.device, role=role, passphrase=passphrase)
            elif plan.way == "card" and plan.card is not None:
                join_project(file, plan.card, device_name=plan.device, role=role, passphrase=passphrase).close()
            else:
                found_project(
                    file, name=plan.project, mark=None, device_name=plan.device, role=role, passphrase=passphrase,
                    company=plan.company.strip() or None,
                ).close()  # fmt: skip
            # Written at once: should the program end now, the next start finds the database.
            self._keep_settings(replace(self._settings, language=plan.language, face=role, data_file=str(file)))
            return Ready(file, role, passphrase), taken

        def made(done: tuple[Ready, Taken | None]) -> None:
            self._made, taken = done
            if taken is not None:
                told = KitTold(taken.title, taken.name, taken.fingerprint, taken.findings)
                self._panel.show_told(told)
            self._open(STEPS.index("trial"))
            self._begin_trial()

        self._run(work, made)

    def _with_store(self, work: Callable[[Caller, Store], object]) -> Callable[[], object]:
        ready = self._made

        def opened() -> object:
            if ready is None:
                return None
            with open_database(ready.file, ready.passphrase) as store:
                return work(administrator(store), store)

        return opened

    # Scanner, camera, printer

    def _begin_trial(self) -> None:
        self._wedge.watch(self._window)
        names: tuple[str, ...] = ()
        if multimedia() is not None:
            from desktop.devices.webcams import Webcams

            names = Webcams(self).names()
        if names:
            said = self.tr("Found: {name}").replace("{name}", names[0])
            self._window.trial.show_state("camera", is_well=True, text=said)
        else:
            said = self.tr("No camera was found. A hand scanner or the name will do.")
            self._window.trial.show_state("camera", is_well=False, text=said)

        def found(queues: Queues) -> None:
            self._window.trial.show_printers(queues.names, queues.usual)
            self._show()

        self._run(self._with_store(printing.printers), found)

    def _scanned(self, text: str) -> None:
        if text.strip().upper() == TRIAL_CODE:
            self._window.trial.show_state("scanner", is_well=True, text=self.tr("The scanner reads well."))
        else:
            said = self.tr("Another text came: {text}. Set the scanner to a US keyboard and scan once more.")
            self._window.trial.show_state("scanner", is_well=False, text=said.replace("{text}", text[:40]))

    def _try_scanner(self) -> None:
        """One code with every character: what the scanner adds is kept with this device."""
        if self._scanner_page is None:
            # Serial ports are chosen at the kiosk itself, where they are listened to.
            self._scanner_page = ScannerTrial(self._window, lambda: ())
            self._scanner_page.learnt.connect(self._learn)
        self._scanner_page.begin("")

    def _learn(self, verdict: Verdict) -> None:
        self._settings = taught(self._settings, verdict)
        self._wedge.follow(self._settings)
        self._window.trial.show_state("scanner", is_well=True, text=self.tr("The scanner reads well."))
        if self._made is not None:
            ready, language = self._made, self.plan.language
            kept = replace(self._settings, language=language, face=ready.face, data_file=str(ready.file))
            self._run(partial(self._keep_settings, kept), lambda _none: None)

    def _print(self, queue: str) -> None:
        def work(caller: Caller, store: Store) -> str:
            with tempfile.TemporaryDirectory(prefix="qinting-trial-") as folder:
                file = Path(folder) / "trial.pdf"
                write_trial_sheet(file, datetime.now(UTC).astimezone())
                return printing.print_file(caller, store, file=file, queue=queue)

        def printed(name: str) -> None:
            said = self.tr("Sent to {name}. Has the sheet come out?").replace("{name}", name)
            self._window.trial.show_state("printer", is_well=True, text=said)
            self._show()

        self._run(self._with_store(work), printed)

    def _print_sheet(self) -> None:
        target = self._choose_target(self.tr("Recovery sheet") + ".pdf", self.tr("Paper (*.pdf)"))
        if target is None:
            return

        def printed(_sheet: object) -> None:
            self._window.rehearsal.show_sheet(target.name)
            self._show()

        self._run(self._with_store(lambda caller, store: recovery.new_sheet(caller, store, pdf=target)), printed)

    # The rehearsal

    def _rehearse(self) -> None:
        page = self._window.rehearsal
        page.show_progress((), is_running=True)

        def work(watch: Watch) -> None:
            done: list[str] = []

            def told(name: str) -> None:
                done.append(name)
                watch.report(len(done), len(PARTS))

            rehearse(told)

        def ended(_none: None) -> None:
            page.show_progress(PARTS, is_running=False)
            self._show()

        def failed(error: BaseException) -> None:
            said = sentence(error, self.plan.language) if isinstance(error, Trouble) else ""
            page.show_progress((), is_running=False, trouble=said)
            self._fail(error)

        def progress(count: int, _total: int) -> None:
            page.show_progress(PARTS[:count], is_running=True)

        self._jobs.run_watched(work, done=ended, failed=failed, progress=progress)
        self._show()

    def _finish(self) -> None:
        self.close()
        self.finished.emit(self._made)


def _kit_plugged_in() -> Kit | None:
    """The first whole kit on what is plugged in."""
    for folder in sticks.kits():
        try:
            return kit_files.read_kit(folder)
        except Unreadable:
            continue
    return None
