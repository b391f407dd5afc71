"""What a face is given when it is made: this device's choices, and the parts that all faces share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QWidget

from desktop.courier import Standing
from desktop.jobs import Jobs
from desktop.settings import Settings, save_settings
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look

BoardShown = Literal["shown", "closed", "no_screen"]


def _no_board(_window: QWidget, _event: str) -> BoardShown:
    return "no_screen"


@dataclass(frozen=True, slots=True)
class FaceContext:
    """One window's surroundings. `staff` is the id of the signed-in person, `clock` tells UTC milliseconds."""

    data_file: Path
    # A secret: never in a message about this value.
    passphrase: str | None = field(repr=False)
    settings: Settings
    look: Look
    translator: Translator
    jobs: Jobs
    staff: str | None
    event: str | None
    clock: Callable[[], int]
    # A package that the window was opened with.
    package: Path | None = None
    # How the exchange with the shared folder stands; None where this device shares none.
    exchange: Callable[[], Standing | None] = lambda: None
    # Shares another folder from now on, "" for none. Waits for the round under way: for the worker.
    share: Callable[[str], None] = lambda _address: None
    # Takes seconds' hundredths: for the worker.
    keep_settings: Callable[[Settings], None] = save_settings
    # Shows the calling board of an event on the screen that this window is not on, or closes it where it is shown.
    board: Callable[[QWidget, str], BoardShown] = _no_board
