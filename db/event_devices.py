"""Devices meant for an event, and for whom the offices vouch."""

from typing import TYPE_CHECKING

from db.records import DeviceVouch, EventDevice

if TYPE_CHECKING:
    from db.store import Reader


# The role in a word by which an office withdraws its trust: the device was lost, or given away.
WITHDRAWN = "withdrawn"


def planned(reader: "Reader", event: str) -> tuple[EventDevice, ...]:
    """The devices meant for an event, in the order in which they were named."""
    return reader.records(EventDevice, "WHERE event = :event AND deleted = 0 ORDER BY id", event=event)


def vouches(reader: "Reader") -> tuple[DeviceVouch, ...]:
    """Everything that offices have vouched for, the earliest first."""
    return reader.records(DeviceVouch, "WHERE deleted = 0 ORDER BY id")


def vouches_unheeded(reader: "Reader", own_writer: str) -> tuple[DeviceVouch, ...]:
    """What offices say of devices and was not heeded here, the earliest first.

    That is: of a device that is not trusted here, or not as a vouching one though it is an office; that one is not to
    be trusted any more; and whatever they said of one that is removed.
    """
    return reader.records(
        DeviceVouch,
        "WHERE deleted = 0 AND device <> :own AND NOT EXISTS (SELECT 1 FROM trusted_device t"
        " WHERE t.signing_key = device_vouch.signing_key AND (instr(coalesce(t.heeded, ''), device_vouch.id) > 0"
        " OR (t.removed_at IS NULL AND (t.vouches = 1 OR device_vouch.role <> 'office')"
        " AND device_vouch.role <> :withdrawn))) ORDER BY id",
        own=own_writer,
        withdrawn=WITHDRAWN,
    )


def vouching_keys(reader: "Reader") -> frozenset[str]:
    """The signing keys of the offices whose word counts here."""
    rows = reader.query(
        "SELECT signing_key FROM trusted_device WHERE vouches = 1 AND signing_key IS NOT NULL AND removed_at IS NULL"
    )
    return frozenset(row[0] for row in rows)


def on_list(reader: "Reader", event: str) -> int:
    """How many invitations with their codes are known here, withdrawn ones among them."""
    return reader.count("SELECT count(*) FROM invitation WHERE event = :event AND deleted = 0", event=event)


def staff_on_duty(reader: "Reader", event: str) -> int:
    """How many people are known here to be on duty."""
    return reader.count("SELECT count(*) FROM event_staff WHERE event = :event AND deleted = 0", event=event)


def doors_at(reader: "Reader", event: str) -> tuple[str, ...]:
    """The writers of the devices at which somebody was checked in, in the order of their ids."""
    rows = reader.query(
        "SELECT DISTINCT device FROM check_in WHERE event = :event AND device IS NOT NULL AND deleted = 0 ORDER BY 1",
        event=event,
    )
    return tuple(row[0] for row in rows)
