"""What the first run has asked so far. Frozen values, no Qt."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop.services.guests.invitations import safe_name
from desktop.settings import Face, Language

Way = Literal["new", "card"]
StepName = Literal["language", "role", "project", "key", "trial", "rehearsal"]

STEPS: tuple[StepName, ...] = ("language", "role", "project", "key", "trial", "rehearsal")
FEWEST_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Plan:
    """The answers; `file` is where the database is to lie, `passphrase` None for one that is not encrypted."""

    folder: Path
    language: Language = "zh"
    role: Face = "office"
    way: Way = "new"
    name: str = ""
    company: str = ""
    device: str = ""
    card: Path | None = None
    card_project: str = ""
    # The folder of an event's kit and the event's title; the card is the one in it.
    kit: Path | None = None
    kit_event: str = ""
    is_keyed: bool = True
    passphrase: str = ""
    again: str = ""

    @property
    def project(self) -> str:
        """What the project is called, typed or as its card says."""
        return (self.name if self.way == "new" else self.card_project).strip()

    @property
    def file(self) -> Path:
        """Where the database is to lie: named after the project, with a number where that name is taken."""
        stem = safe_name(self.project) or "qinting"
        number = 1
        while True:
            file = self.folder / f"{stem if number == 1 else f'{stem} {number}'}.qinting-db"
            if not file.exists() and not file.with_name(file.name + ".keys").exists():
                return file
            number += 1

    @property
    def key_fault(self) -> str:
        """What is wrong with the passphrase: short, differs, or "" for nothing."""
        if not self.is_keyed:
            return ""
        if len(self.passphrase) < FEWEST_LETTERS:
            return "short"
        return "" if self.passphrase == self.again else "differs"

    def is_ready(self, step: StepName) -> bool:
        """Whether a step is answered."""
        if step == "project":
            return bool(self.project) and (self.way == "new" or self.card is not None)
        return step != "key" or not self.key_fault


@dataclass(frozen=True, slots=True)
class Ready:
    """A database that is there: where, for which face, and its passphrase if it has one."""

    file: Path
    face: Face
    passphrase: str | None
