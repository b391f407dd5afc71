"""The registry of verbs: who may do what, on which kind of device, in one transaction, with a journal row."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from db import ballast
from db.errors import Refused, StoreTrouble
from db.store import Reader, Store, Transaction
from desktop.rules.roles import ROLES

P = ParamSpec("P")
T = TypeVar("T")

ANYONE = frozenset(ROLES)
OFFICE_ROLES = frozenset({"coordinator", "supervisor", "office_head", "administrator"})
DOOR_ROLES = OFFICE_ROLES | {"kiosk", "recorder", "host"}
TALK_ROLES = OFFICE_ROLES | {"recorder", "host"}
FOLLOW_ROLES = ANYONE - {"kiosk"}

EVERY_DEVICE = frozenset({"kiosk", "host", "office"})
OFFICE_DEVICE = frozenset({"office"})
TALK_DEVICES = frozenset({"host", "office"})


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: a person of the staff or None (whoever holds the device's key), their roles, the device's role."""

    staff: str | None
    roles: frozenset[str]
    device: str


@dataclass(frozen=True, slots=True)
class Verb:
    """One entry of the registry."""

    name: str
    roles: frozenset[str]
    devices: frozenset[str]
    writes: bool
    summary: str


REGISTRY: dict[str, Verb] = {}


def administrator(store: Store) -> Caller:
    """The caller of a command line without --as: the administrator of the device."""
    return Caller(None, frozenset({"administrator"}), store.identity.role)


def verb(
    name: str, *, roles: frozenset[str], devices: frozenset[str] = EVERY_DEVICE, journal: bool = True
) -> Callable[
    [Callable[Concatenate[Caller, Transaction, P], T]], Callable[Concatenate[Caller, Store | Transaction, P], T]
]:
    """Register a verb that writes: one transaction and one journal row, unless a verb calls it inside its own.

    Typing is not journalled: `journal=False` is for drafts, which never leave the device.
    """

    def register(
        work: Callable[Concatenate[Caller, Transaction, P], T],
    ) -> Callable[Concatenate[Caller, Store | Transaction, P], T]:
        _enter(Verb(name, roles, devices, writes=True, summary=_first_line(work)))

        @wraps(work)
        def called(caller: Caller, place: Store | Transaction, /, *args: P.args, **kwargs: P.kwargs) -> T:
            _permit(caller, name)
            if isinstance(place, Transaction):
                return work(caller, place, *args, **kwargs)
            try:
                with place.transaction(verb=name, by=caller.staff, journal=journal) as tx:
                    return work(caller, tx, *args, **kwargs)
            except StoreTrouble as trouble:
                # Nothing of it was written; the room kept for this moment lets the day go on.
                if trouble.code != "disk_full" or not ballast.drop(place.path):
                    raise
                with place.transaction(verb=name, by=caller.staff, journal=journal) as tx:
                    return work(caller, tx, *args, **kwargs)

        return called

    return register


def question(
    name: str, *, roles: frozenset[str], devices: frozenset[str] = EVERY_DEVICE
) -> Callable[[Callable[Concatenate[Caller, Reader, P], T]], Callable[Concatenate[Caller, Reader, P], T]]:
    """Register a verb that only asks."""

    def register(
        work: Callable[Concatenate[Caller, Reader, P], T],
    ) -> Callable[Concatenate[Caller, Reader, P], T]:
        _enter(Verb(name, roles, devices, writes=False, summary=_first_line(work)))

        @wraps(work)
        def called(caller: Caller, place: Reader, /, *args: P.args, **kwargs: P.kwargs) -> T:
            _permit(caller, name)
            return work(caller, place, *args, **kwargs)

        return called

    return register


def _enter(entry: Verb) -> None:
    if entry.name in REGISTRY:
        raise ValueError(f"two verbs are called {entry.name}")
    REGISTRY[entry.name] = entry


def _first_line(work: Callable[..., object]) -> str:
    return (work.__doc__ or "").strip().partition("\n")[0]


def _permit(caller: Caller, name: str) -> None:
    entry = REGISTRY[name]
    if caller.device not in entry.devices:
        raise Refused("wrong_device", verb=name, device=caller.device)
    if caller.roles.isdisjoint(entry.roles):
        raise Refused("role_missing", role=" ".join(sorted(entry.roles)))
