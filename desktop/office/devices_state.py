"""What the pages about other devices show, as values: packages, devices, fields in disagreement. Knows no Qt."""

from dataclasses import dataclass

from db.errors import Fact

Facts = tuple[tuple[str, Fact], ...]


@dataclass(frozen=True, slots=True)
class PackageLine:
    """One package that is looked at before it is taken; `code` and `facts` say what stands in its way.

    `made_at` in UTC ms; `rows` counts by table; `missing` steps of its writer before it have not come.
    """

    file: str
    outcome: str
    device: str
    added: int
    changed: int
    conflicts: int
    code: str = ""
    facts: Facts = ()
    kind: str = ""
    made_at: int = 0
    rows: tuple[tuple[str, int], ...] = ()
    missing: int = 0

    @property
    def fingerprint(self) -> str:
        """Whose trust is missing; "" where that is not the matter."""
        return str(dict(self.facts).get("fingerprint", "")) if self.outcome == "unknown_device" else ""

    @property
    def wants_passphrase(self) -> bool:
        """Whether it opens with a passphrase that was not given yet, or not the right one."""
        return self.outcome == "wrong_passphrase"


@dataclass(frozen=True, slots=True)
class NotTakenLine:
    """A package that was not taken and lies beside the database; `at` in UTC ms."""

    file: str
    name: str
    code: str
    facts: Facts
    at: int


@dataclass(frozen=True, slots=True)
class FolderLine:
    """The folder that packages are looked for in; `looked_at` in UTC ms, `known` of its packages are here already."""

    place: str
    is_there: bool
    looked_at: int
    known: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Everything that came and is not merged."""

    packages: tuple[PackageLine, ...] = ()
    not_taken: tuple[NotTakenLine, ...] = ()
    folder: FolderLine | None = None


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One device of the project; `heard_at` in UTC ms; `missing` steps of its have not come though later ones have.

    `clock_ms` is how far its clock is ahead of this one's, None where nothing says; `removed_at` in UTC ms,
    `removed_office` the name of the office that said so, "" where a person here did.
    """

    name: str
    role: str
    fingerprint: str
    is_trusted: bool
    is_this: bool
    heard_at: int | None
    missing: int = 0
    missing_numbers: tuple[tuple[int, int], ...] = ()
    clock_ms: int | None = None
    user: str = ""
    removed_at: int | None = None
    removed_office: str = ""
    # Its writer ids, the latest last: a device goes on as another writer when a copy of its database was put back.
    writers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A package as the person wants it: for the devices with these recipients, or all; for a passphrase, or none."""

    is_delta: bool
    recipients: tuple[str, ...] = ()
    passphrase: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as it is kept and as it is shown; `choices` names the code list it belongs to, if any."""

    value: str
    shown: str
    choices: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that stand against each other; `stamp` in UTC ms, 0 for the first value.

    `seen` is what its writer had before.
    """

    value: str
    shown: str
    choices: str
    who: str
    device: str
    stamp: int
    seen: Shown | None = None


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One value that a field was given; `seen` what the writer had before, None for the first value."""

    told: Shown
    who: str
    device: str
    stamp: int
    seen: Shown | None


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A field on which devices disagree, or did; `sides[0]` is shown until somebody decides.

    `settled` is the value that a person chose, at `settled_at` (UTC ms); None while it is open. `before` is what all
    of them had seen, if that is one value.
    """

    key: str
    table: str
    row_id: str
    column: str
    about: str
    sides: tuple[Side, ...]
    may_write_another: bool
    before: Shown | None = None
    history: tuple[ChangeLine, ...] = ()
    settled: Shown | None = None
    settled_at: int = 0


@dataclass(frozen=True, slots=True)
class Admission:
    """One time that somebody was let in; `at` in UTC ms by the desk's own clock. `answer` is what was decided of it."""

    check_in: str
    at: int
    desk: str
    device: str
    who: str
    means: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class DoubleView:
    """A person let in at two desks that could not see each other, the earlier one first."""

    key: str
    name: str
    room: str
    event: str
    admissions: tuple[Admission, ...]
    is_open: bool = True
    # When a person decided, UTC ms; 0 while it is open.
    settled_at: int = 0

    @property
    def latest(self) -> int:
        """When the person was let in last, UTC ms."""
        return max(one.at for one in self.admissions)
