"""Wires the panel of pictures with the desk: one key opens it, the same key goes on once the client knows or agrees."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.host.asking import Asking
from desktop.host.pictures import THING
from desktop.host.talk_page import TalkPage
from desktop.host.talking import Talking
from desktop.rules.notices import notice_of
from desktop.services.guests.consents import NOTICE, needed_for

_SUFFIXES = {"sound": "*.m4a *.mp3 *.wav *.amr *.ogg", "video": "*.mp4 *.mov *.webm"}
_PICTURES = "*.jpg *.jpeg *.png *.webp"


class Picturing(QObject):
    """What hangs on the open talk."""

    def __init__(self, page: TalkPage, talking: Talking, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._talking, self._asking = page, talking, asking
        page.photo_wanted.connect(self.press)
        page.picture_shows_changed.connect(self._ask)
        page.pictures_going.connect(self._go_on)

    def press(self) -> None:
        """Open the panel; where it is open, go on to the files."""
        if self._talking.talk is None or self._talking.is_review:
            return
        if self._page.pictures is not None and self._page.pictures.isVisibleTo(self._page):
            self._page.pictures.go()
            return
        self._page.open_pictures()
        self._ask()

    def attach(self, files: tuple[Path, ...], shows: str = THING, stage: str = "") -> None:
        """Attach files to the talk."""
        desk, talk = self._talking.desk, self._talking.talk
        if desk is not None and talk is not None and files:
            reception = talk.reception
            self._asking.ask(lambda: desk.attach(reception, files, shows, stage), self._attached)

    def _ask(self) -> None:
        talk, panel = self._talking.talk, self._page.pictures
        if talk is None or panel is None:
            return
        kind = needed_for(panel.shows)
        is_nameless, is_thing = talk.card is None, panel.shows == THING
        is_held = kind in talk.consents or (is_nameless and is_thing)
        panel.ask(
            notice_of("talk" if kind == NOTICE else kind, {}), is_held=is_held, is_barred=is_nameless and not is_thing
        )

    def _go_on(self, is_told: bool) -> None:
        desk, talk, panel = self._talking.desk, self._talking.talk, self._page.pictures
        if desk is None or talk is None or panel is None:
            return
        shows, stage = panel.shows, panel.stage
        if not is_told:
            self._choose(shows, stage)
            return
        reception, kind = talk.reception, needed_for(shows)
        self._asking.ask(lambda: desk.consent(reception, kind), lambda held: self._told(held, shows, stage))

    def _told(self, held: frozenset[str], shows: str, stage: str) -> None:
        if self._talking.talk is not None:
            self._talking.took(replace(self._talking.talk, consents=held))
            self._ask()
            self._choose(shows, stage)

    def _choose(self, shows: str, stage: str) -> None:
        title, kinds = self.tr("Files of this talk"), f"{self.tr('Files')} ({_SUFFIXES.get(shows, _PICTURES)})"
        files, _kind = QFileDialog.getOpenFileNames(self._page.window(), title, "", kinds)
        self.attach(tuple(Path(file) for file in files), shows, stage)

    def _attached(self, names: tuple[str, ...]) -> None:
        if self._talking.talk is not None:
            self._talking.took(replace(self._talking.talk, photos=names))
            self._page.close_pictures()
