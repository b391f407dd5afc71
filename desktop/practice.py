"""`qinting --rehearsal`: a face on a throw-away database with invented guests, marked on every page."""

import signal
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from db.lookup import resolve
from db.store import wall_clock_ms
from desktop.jobs import Jobs, keep_window_quick
from desktop.services.events import events
from desktop.services.guests import invitations
from desktop.services.opening import open_database
from desktop.services.registry import administrator
from desktop.services.rehearsing import stage
from desktop.services.rehearsing.stage import Facts, Stage
from desktop.settings import Face, Settings
from desktop.tokens.code import make_code
from desktop.widgets.context import FaceContext
from desktop.widgets.curtain import Curtain
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.practice_bar import PRACTICE_BAR_PX, PracticeBar, PracticeCode

GUESTS = 60
_LISTED = 5


class Practice:
    """One window to practise at; `close` destroys everything that it was about."""

    def __init__(self, app: QApplication, facts: Facts, settings: Settings, face: Face = "kiosk") -> None:
        from desktop.app import FACES

        self.stage = Stage(facts, guests=GUESTS)
        codes = practice_codes(self.stage)
        self.stage.hand_over()
        self.jobs = Jobs(app)
        self.context = FaceContext(
            data_file=self.stage.file,
            passphrase=self.stage.passphrase,
            # Staff practise; what they choose meanwhile is not this device's choice.
            settings=replace(settings, kiosk_mode="staffed", shared_folder="", prints_on_welcome=""),
            look=Look(app, settings.theme),
            translator=Translator(app, settings.language),
            jobs=self.jobs,
            staff=None,
            event=self.stage.event,
            clock=wall_clock_ms,
            keep_settings=lambda _settings: None,
        )
        with self.context.look.undressed():
            self.flow = FACES[face or "kiosk"](self.context)
        self.bar = PracticeBar(self.flow.window, codes)

    @property
    def window(self) -> QWidget:
        """The face's window."""
        return self.flow.window

    def close(self) -> None:
        """Close the window's database and destroy it."""
        from desktop.app import finish

        self.flow.close()
        finish(self.jobs)
        self.stage.close()


def practise(arguments: Namespace, settings: Settings, facts: Facts) -> int:
    """Open the face on a rehearsal and return the exit status when it is closed."""
    from desktop.app import application

    face: Face = arguments.face or "kiosk"
    app = application(is_grown=face == "kiosk", above_px=PRACTICE_BAR_PX)
    # Behind it the database is made.
    curtain = Curtain(settings.theme)
    curtain.rise(is_full_screen=face == "kiosk")
    practice = Practice(app, facts, settings, face)
    practice.bar.ended.connect(app.quit)
    if face == "kiosk":
        practice.window.showFullScreen()
    else:
        practice.window.show()
    curtain.close()
    # Whoever ends the program from outside leaves nothing behind either.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: app.quit())
    QTimer.singleShot(0, practice.flow.start)
    keep_window_quick(practice.jobs)
    try:
        return app.exec()
    finally:
        practice.close()


def facts_in(file: Path) -> Facts:
    """The facts that the office left for this program; their file is of no use afterwards."""
    found = stage.read_facts(file)
    if file.name.startswith(stage.PREFIX):
        file.unlink(missing_ok=True)
    return found


def facts_of_database(file: Path, passphrase: str | None, event: str | None) -> Facts:
    """The facts of an event of this device: the one that was named, else the latest.

    Raises Misused `id_unknown` where there is none, and StoreTrouble as opening does.
    """
    with open_database(file, passphrase) as store:
        caller = administrator(store)
        every = [line.event.id for line in events.everything(caller, store)]
        chosen = resolve(store, "event", event) if event else every[-1] if every else ""
        return stage.facts_of(caller, store, event=chosen, data_file=file)


def practice_codes(made: Stage) -> tuple[PracticeCode, ...]:
    """Codes for what happens at a door: on the list, taken back, of another event, of nobody."""
    store, listed = made.opened, made.invited
    invitations.revoke(administrator(store), store, client=listed[_LISTED].client, event=made.event)
    return (
        *(PracticeCode(one.token, f"{one.who.name} {one.who.title}", "listed") for one in listed[:_LISTED]),
        PracticeCode(listed[_LISTED].token, listed[_LISTED].who.name, "revoked"),
        PracticeCode(made.elsewhere[0].token, made.elsewhere[0].who.name, "elsewhere"),
        PracticeCode(make_code(made.event, b"nobody was given this one", "nobody"), "", "stranger"),
    )
