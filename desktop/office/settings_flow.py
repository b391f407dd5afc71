"""Wiring of the settings: this device's choices are kept in its file, the project's as verbs; both can be undone."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.store import Store
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.pages.settings import SettingsPage
from desktop.office.paper_words_flow import PaperWordsFlow
from desktop.office.settings_state import SettingsView, is_sound, settings_view
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.keeping import recovery
from desktop.services.people import pin, staff
from desktop.services.project import project
from desktop.services.registry import Caller
from desktop.settings import Settings

if TYPE_CHECKING:
    from desktop.widgets.scanner_trial import ScannerTrial


class SettingsFlow(QObject):
    """Nothing waits for a button: what is changed counts."""

    # The folder that is shared from now on, "" for none.
    shared = Signal(str)

    def __init__(
        self, desk: Desk, page: SettingsPage, window: OfficeWindow, undoing: Undoing, chooser: Chooser
    ) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing = desk, page, window, undoing
        self._chooser = chooser
        self._choices = desk.context.settings
        self._view = SettingsView()
        self._trial: ScannerTrial | None = None
        self._paper = PaperWordsFlow(desk, page.paper, window, undoing, chooser)
        page.section_opened.connect(self._opened)
        for section in (page.general, page.device, page.printing):
            section.changed.connect(self._choose)
        page.shared.typed.connect(self.share)
        page.shared.choose_wanted.connect(self.choose_shared)
        page.project.saved.connect(self._save_project)
        page.pin.pin_wanted.connect(self._set_pin)
        page.staff.add_wanted.connect(self._add)
        page.staff.roles_wanted.connect(self._set_roles)
        page.staff.leave_wanted.connect(self._leave)
        page.printing.refresh_wanted.connect(self.refresh)
        page.device.trial_wanted.connect(self._try_scanner)
        page.keeping.check_wanted.connect(self._check)
        page.keeping.sheet_wanted.connect(self._print_sheet)
        page.keeping.export_wanted.connect(lambda: window.open("exchange"))
        page.show_choices(self._choices)

    def refresh(self) -> None:
        """Read everything that is shown anew."""
        self._desk.ask(settings_view, self._show)
        self._opened(self._page.section)

    def _opened(self, section: str) -> None:
        # Drawn for whoever looks at it.
        if section == "paper" and self._desk.is_open:
            self._paper.refresh()

    def _show(self, view: SettingsView) -> None:
        self._view = view
        self._page.show_settings(view)

    def _choose(self, name: str, value: object) -> None:
        before = self._choices
        # The names are the fields of the settings; a wrong one is a TypeError at once.
        self._apply(replace(before, **{name: value}))  # type: ignore[arg-type]  # each page knows its own setting
        self._undoing.offer(self.tr("Changed"), None, at_once=lambda: self._apply(before))

    def _try_scanner(self) -> None:
        """One code with every character: what the scanner adds is kept with this device."""
        # Loaded when it is asked for.
        from desktop.widgets.scanner_trial import ScannerTrial, taught

        if self._trial is None:
            # Serial ports are chosen at the kiosk, where they are listened to.
            self._trial = ScannerTrial(self._window, lambda: ())
            self._trial.learnt.connect(lambda verdict: self._apply(taught(self._choices, verdict)))
        self._trial.begin("")

    @property
    def choices(self) -> Settings:
        """This device's choices as they are now."""
        return self._choices

    def remember(self, choices: Settings) -> None:
        """Keep what was chosen elsewhere in the window, such as how a paper was printed."""
        if choices != self._choices:
            self._apply(choices)

    def choose_shared(self) -> None:
        """Ask for the folder that is shared from now on."""
        place = self._chooser.folder(self.tr("Which folder do the devices share?"))
        if place:
            self.share(str(place))

    def share(self, address: str) -> None:
        """Share a folder from now on, with "" none; one that is not there is said."""

        def looked(is_there: bool) -> None:
            if is_there:
                self._choose("shared_folder", address)
            else:
                self._page.shared.show_missing()

        if address != self._choices.shared_folder:
            # A share that does not answer may take seconds to say so.
            self._desk.context.jobs.run(lambda: _is_there(address), done=looked, failed=self._desk.fail)

    def _apply(self, choices: Settings) -> None:
        context, before = self._desk.context, self._choices
        self._choices = choices
        if choices.language != before.language:
            context.translator.speak(choices.language)
        if choices.theme != before.theme:
            context.look.wear(choices.theme)
        self._page.show_choices(choices)
        if choices.shared_folder != before.shared_folder:
            context.jobs.run(
                lambda: context.share(choices.shared_folder),
                done=lambda _none: self.shared.emit(choices.shared_folder), failed=self._desk.fail,
            )  # fmt: skip
        context.jobs.run(lambda: context.keep_settings(choices), done=lambda _none: None, failed=self._not_kept)

    def _not_kept(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        said = self.tr("This counts until the program ends: its settings file cannot be written ({words})")
        self._window.notice.warn(said.replace("{words}", error.strerror or ""))

    def _save_project(self, field: str, value: str, before: str) -> None:
        self._desk.do(
            lambda caller, store: project.set_fields(caller, store, changes={field: value}),
            lambda _count: self._undoing.offer(
                self.tr("Changed"), lambda caller, store: project.set_fields(caller, store, changes={field: before})
            ),
        )

    def _set_pin(self, digits: str) -> None:
        said = self.tr("The PIN is set") if digits else self.tr("The PIN is taken away")
        self._desk.do(
            lambda caller, store: pin.set_pin(caller, store, digits), lambda _none: self._window.notice.tell(said)
        )

    def _add(self, name: str, level: str, department: str, role: str) -> None:
        def added(person: str) -> None:
            self._page.staff.clear_form()
            said = self.tr("{name} is on the list").replace("{name}", name)
            self._undoing.offer(said, lambda caller, store: staff.leave(caller, store, staff=person))

        self._desk.do(
            lambda caller, store: staff.add(
                caller, store, name=name, level=level, department=department or None, roles=[role]
            ),
            added,
        )

    def _set_roles(self, person: str, roles: list[str]) -> None:
        before = next((one.roles for one in self._view.staff if one.id == person), ())

        def changed(_count: int) -> None:
            def back(caller: Caller, store: Store) -> int:
                return staff.set_roles(caller, store, staff=person, roles=before)

            self._undoing.offer(self.tr("The roles are changed"), back)

        def work(caller: Caller, store: Store) -> int:
            return staff.set_roles(caller, store, staff=person, roles=roles)

        # A tick that was refused must not stay as the hand left it.
        self._page.staff.show_staff(self._view.staff)
        self._desk.do(work, changed)

    def _leave(self, person: str) -> None:
        self._desk.do(
            lambda caller, store: staff.leave(caller, store, staff=person),
            lambda _none: self._undoing.offer(
                self.tr("Taken off the list"), lambda caller, store: staff.come_back(caller, store, staff=person)
            ),
        )

    def _print_sheet(self) -> None:
        kinds = self.tr("Paper (*.pdf)")
        target = self._chooser.target(self.tr("Recovery sheet"), self.tr("Recovery sheet") + ".pdf", kinds)
        if target is None:
            return
        said = self.tr(
            "{file}: print it, lock the paper away, delete the file. An earlier sheet opens nothing any more"
        )
        self._desk.do(
            lambda caller, store: recovery.new_sheet(caller, store, pdf=target),
            lambda _sheet: self._window.notice.tell(said.replace("{file}", target.name)),
        )

    def _check(self) -> None:
        self._desk.ask(is_sound, lambda sound: self._page.keeping.show_answer(is_sound=sound))


def _is_there(address: str) -> bool:
    """Whether a folder can be shared; another kind of address is tried when it is used."""
    return not address or "://" in address or Path(address).expanduser().is_dir()
