"""Founding a project, joining one, and opening a database with its derived tables kept in step."""

from pathlib import Path

import platformdirs

from db import likeness, marker, opening, sweeping
from db.errors import Misused
from db.lookup import resolve
from db.opening import open_reader
from db.people import roles_of
from db.store import Store, Transaction
from desktop.rules.times import zone_named
from desktop.services.concerns.derived import derive_concerns
from desktop.services.exchange.cards import keep_trusted, read_card
from desktop.services.registry import Caller, administrator

__all__ = ["caller_as", "found_project", "join_project", "open_database", "open_reader"]

DEVICE_ROLES = ("kiosk", "host", "office")


def found_project(
    path: Path,
    *,
    name: str,
    mark: str | None,
    device_name: str | None,
    role: str = "office",
    passphrase: str | None,
    time_zone: str = "Asia/Shanghai",
    company: str | None = None,
    service_line: str | None = None,
) -> Store:
    """Make the first database of a project; `mark` stands in front of every number (default: the first character).

    `company` and `service_line` (what a client dials, with its hours) stand on every paper.
    """
    if not name.strip():
        raise Misused("name_missing")
    zone_named(time_zone)
    return _founded(
        opening.found_project(
            path,
            name=name.strip(),
            mark=mark_of(mark or name),
            device_name=device_name or role,
            role=role,
            passphrase=passphrase,
            time_zone=time_zone,
            company=company,
            service_line=service_line,
        )
    )


def mark_of(text: str) -> str:
    """The one character that stands in front of numbers. Raises Misused `mark_unusable` for a digit or a dash."""
    mark = text.strip()[:1].upper()
    if not mark.isalpha():
        raise Misused("mark_unusable", value=text)
    return mark


def join_project(
    path: Path, card_file: Path, *, device_name: str | None, role: str = "kiosk", passphrase: str | None
) -> Store:
    """Make a database for a further device from the project's card; the card's devices are trusted by it."""
    card = read_card(card_file)
    store = _founded(
        opening.found_device(
            path,
            project=card.project,
            device_name=device_name or role,
            role=role,
            passphrase=passphrase,
            exchange=card.exchange_key,
            rows=card.rows,
        )
    )
    try:
        with store.transaction(verb="card.joined", subject=card.signing_key) as tx:
            keep_trusted(tx, card)
    except BaseException:
        store.close()
        raise
    return store


def open_database(path: Path, passphrase: str | None = None, *, renewing: str = "device.renewed") -> Store:
    """Open a database; see `db.opening.open_store` for what is refused.

    One that was copied here, or is older than it was, goes on as a new writer as soon as something is written;
    `renewing` is what the journal calls it.
    """
    store = with_derived_tables(opening.open_store(path, passphrase))
    try:
        _see_to_writer(store, renewing)
        sweeping.recall_if_possible(store)
        sweeping.sweep_if_waiting(store)
    except BaseException:
        store.close()
        raise
    return store


def state_folder() -> Path:
    """Where this user's marks of databases lie."""
    return Path(platformdirs.user_state_dir("qinting", appauthor=False))


def _founded(store: Store) -> Store:
    marker.mark(store, state_folder())
    return with_derived_tables(store)


def _see_to_writer(store: Store, renewing: str) -> None:
    state = state_folder()
    if marker.Marker(store.path, state).agrees(store, store.identity.writer):
        marker.mark(store, state)
        return

    def renew() -> None:
        opening.renew_writer(store, verb=renewing)
        marker.mark(store, state)

    store.before_writing = renew


def with_derived_tables(store: Store) -> Store:
    """Let every transaction of `store` bring the derived tables of the services up to date."""

    def derive(tx: Transaction) -> None:
        derive_concerns(tx)
        likeness.forget_touched(tx)

    store.derive = derive
    return store


def caller_as(store: Store, staff: str | None) -> Caller:
    """The caller for --as STAFF; without it the administrator of the device."""
    if staff is None:
        return administrator(store)
    person = resolve(store, "staff", staff)
    return Caller(person, roles_of(store, person), store.identity.role)
