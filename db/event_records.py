"""The rows of an event's devices: which are meant to be there, for whom an office vouches, what a closing lacks."""

from dataclasses import dataclass
from typing import ClassVar

from db.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDevice(Record):
    """One row per device that is meant for an event; `device` is empty until one has taken the kit for it.

    `needs` names, with spaces between, what it has to have: printer. `answer` is what it said of itself, as JSON.
    """

    table: ClassVar[str] = "event_device"
    write_once: ClassVar[frozenset[str]] = frozenset({"event"})
    event: str
    name: str
    role: str
    needs: str | None = None
    device: str | None = None
    answer: str | None = None
    answered_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceVouch(Record):
    """One row per device that an office vouches for: whoever trusts the office may trust the device.

    `signature` is the office's Ed25519 over the project, the id and everything else here, 128 hexadecimal digits. An
    office withdraws its trust by the role `withdrawn`.
    """

    table: ClassVar[str] = "device_vouch"
    write_once: ClassVar[frozenset[str]] = frozenset(
        {"device", "name", "role", "signing_key", "recipient", "office_key", "signature"}
    )
    device: str
    name: str
    role: str
    signing_key: str
    recipient: str
    office_key: str
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingReason(Record):
    """One row per reason why a line of an event's closing list may stay; of several for one line the latest counts."""

    table: ClassVar[str] = "closing_reason"
    write_once: ClassVar[frozenset[str]] = frozenset({"event", "line", "reason", "at"})
    event: str
    line: str
    reason: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryApproval(Record):
    """One row per approval of an event's summary for owners; the latest counts, one taken back is deleted.

    `content` is the SHA-256 of what was approved: whatever says something else is not approved.
    """

    table: ClassVar[str] = "summary_approval"
    write_once: ClassVar[frozenset[str]] = frozenset({"event", "approved_by", "at", "content"})
    event: str
    approved_by: str
    at: int
    content: str
