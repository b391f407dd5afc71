"""What the settings page shows, and how it is read. Frozen values; the reading runs on the worker and knows no Qt."""

from dataclasses import dataclass

from db.errors import Trouble
from db.store import Store
from db.vault.key_file import key_file_path
from desktop.services.exchange import cards
from desktop.services.keeping import recovery
from desktop.services.papers import printing
from desktop.services.people import pin, staff
from desktop.services.project import project
from desktop.services.registry import Caller
from desktop.services.verifying import verify_database


@dataclass(frozen=True, slots=True)
class StaffLine:
    """Somebody of the staff with their roles."""

    id: str
    name: str
    level: str
    department: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SettingsView:
    """Project, device, staff and printers as they are now."""

    name: str = ""
    company: str = ""
    service_line: str = ""
    mark: str = ""
    time_zone: str = ""
    device: str = ""
    role: str = ""
    fingerprint: str = ""
    file: str = ""
    key_file: str = ""
    size_bytes: int = 0
    is_keyed: bool = False
    has_pin: bool = False
    has_sheet: bool = False
    staff: tuple[StaffLine, ...] = ()
    printers: tuple[str, ...] = ()
    usual_printer: str = ""


def settings_view(caller: Caller, store: Store) -> SettingsView:
    """Read everything the page shows."""
    kept, identity = project.show(caller, store), store.identity
    try:
        queues = printing.printers(caller, store)
    except Trouble:
        # Who may not print needs no printer.
        queues = printing.Queues(())
    people = staff.everybody(caller, store)
    return SettingsView(
        name=kept.name, company=kept.company or "", service_line=kept.service_line or "", mark=kept.mark,
        time_zone=kept.time_zone, device=identity.name, role=identity.role,
        fingerprint=cards.own_fingerprint(store), file=str(store.path), key_file=str(key_file_path(store.path)),
        size_bytes=store.path.stat().st_size, is_keyed=store.key is not None, has_pin=pin.has_pin(store),
        has_sheet=recovery.has_sheet(store),
        staff=tuple(
            StaffLine(one.id, one.name, one.level, one.department or "", tuple(sorted(roles))) for one, roles in people
        ),
        printers=queues.names, usual_printer=queues.usual,
    )  # fmt: skip


def is_sound(caller: Caller, store: Store) -> bool:
    """Whether every page and every journal chain of the database holds."""
    return verify_database(caller, store).sound
