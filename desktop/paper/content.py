"""What the three papers say, filled in by the caller; every text here is plain text, whatever it contains."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.paper.summary_content import Approval, Carried, DepartmentPromises, Edition, Pareto
from desktop.rules.chart_kinds import Waiting


@dataclass(frozen=True, slots=True)
class Missing:
    """A text with characters that no face has; they stand as 〓 on the paper."""

    text: str
    characters: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came out of a printing: look at `missing` before the paper is handed over; a draft says so on itself."""

    pages: int
    missing: tuple[Missing, ...]
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """The company's own mark: a PNG without transparency, and how many dots it is wide and high."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class EventHead:
    """The event, the same on all its papers; the times are aware and in the project's zone.

    `service_line` is what a client dials, with its hours; `as_of` is the last change of the event's records.
    """

    company: str
    service_line: str
    project: str
    event: str
    node: str
    place: str
    starts: datetime
    ends: datetime
    as_of: datetime
    service_name: str = "客户服务中心"
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class InvitationCard:
    """One client's invitation; `spoken` is digits only, the sheet groups them; no `slot` leaves it out."""

    name: str
    title: str
    room: str
    slot: str
    token: str
    spoken: str


@dataclass(frozen=True, slots=True)
class FormConcern:
    """One concern of the form; `solved` is None while nobody has decided, then neither box is filled in."""

    words: str
    type: str = ""
    area: str = ""
    place: str = ""
    wish: str = ""
    answer: str = ""
    solved: bool | None = None


@dataclass(frozen=True, slots=True)
class FormPromise:
    """One promise; `brief` is its short form for the client's stub (empty: the text itself)."""

    text: str
    department: str = ""
    contact: str = ""
    due: date | None = None
    brief: str = ""


@dataclass(frozen=True, slots=True)
class FeedbackForm:
    """One client's form; what is empty stays a line to write on.

    `relation` is one of owner, intending, tenant, family, other or empty; `phone_masked` comes masked.
    """

    number: str
    name: str = ""
    title: str = ""
    room: str = ""
    phone_masked: str = ""
    relation: str = ""
    contact_wish: str = ""
    companions: int | None = None
    anonymous: bool = False
    hosts: str = ""
    companion_staff: str = ""
    recorder: str = ""
    checked_in: datetime | None = None
    waited_min: int | None = None
    concerns: tuple[FormConcern, ...] = ()
    promises: tuple[FormPromise, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class CopyConcern:
    """One concern of the client's copy, with the number it carries everywhere."""

    number: str
    words: str
    type: str = ""
    area: str = ""
    wish: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class ClientCopy:
    """What one talk leaves with the client; times are aware and in the project's zone, the phone comes masked."""

    number: str
    started: datetime
    ended: datetime | None
    name: str = ""
    title: str = ""
    room: str = ""
    phone_masked: str = ""
    host: str = ""
    present: tuple[str, ...] = ()
    concerns: tuple[CopyConcern, ...] = ()
    promises: tuple[FormPromise, ...] = ()
    asides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormSetup:
    """The project's choices for its forms; an empty sentence is left out.

    `promise` stands beside our promises on the client's copy, `last` ends what the client takes home.
    """

    seal: bool = False
    notice_version: str = "第 1 版"
    notice: str = "办理与回访：姓名、电话、房号仅用于办理您反映的事项和回访，依据是您本人的请求，保存期限见告知书。"
    legal: str = (
        "本表如实记录您的意见和我们的答复，不影响您依合同和法律享有的权利；涉及合同变更的，以双方书面协议为准。"
    )
    promise: str = "到期没有做到，请找联系人"
    last: str = "由您说“解决了”，这件事才算完。"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of the sentence of result."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the five figures: what it is, the figure with its unit, what it is made of."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A counted thing; `label` is a time of day for arrivals, else a name."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many found the answer satisfactory (a), fair (b), not satisfactory (c); how many did not say."""

    a: int = 0
    b: int = 0
    c: int = 0
    unsaid: int = 0

    def plus(self, other: "Verdicts") -> "Verdicts":
        """Return the sums."""
        return Verdicts(self.a + other.a, self.b + other.b, self.c + other.c, self.unsaid + other.unsaid)


@dataclass(frozen=True, slots=True)
class HostRow:
    """One executive's day; the sheet itself adds up the total."""

    name: str
    post: str
    clients: int
    concerns: int
    solved: int
    promises: int
    on_site: Verdicts = Verdicts()
    callback: Verdicts = Verdicts()


@dataclass(frozen=True, slots=True)
class CommonIssue:
    """A matter that several clients raised; `facts` and `proposal` stand at its right."""

    clients: int
    title: str
    quote: str
    facts: str = ""
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class SummaryPromise:
    """A promise of the event."""

    number: str
    text: str
    department: str
    contact: str
    due: date | None
    state: str


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the data notes: what, and what is to be known about it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Addition:
    """What the client added later, word for word; `by` took it down."""

    said_on: date
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class AnnexConcern:
    """One concern in full; `client` comes masked, promises are (what, until when)."""

    number: str
    client: str
    room: str
    received_by: str
    type: str
    area: str
    words: str
    state: str
    answer: str = ""
    additions: tuple[Addition, ...] = ()
    promises: tuple[tuple[str, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class EventSummary:
    """The summary, for the house or for owners; an empty tuple leaves its section out.

    `kept` is how many of the promises of the last event were kept, of how many. Who drew the paper up,
    checked and approved it may be empty: then they sign by hand. A draft is marked on every page and in the file.
    """

    head: EventHead
    sentence: tuple[Phrase, ...]
    figures: tuple[Figure, ...]
    arrivals: tuple[Bar, ...] = ()
    areas: tuple[Bar, ...] = ()
    hosts: tuple[HostRow, ...] = ()
    common: tuple[CommonIssue, ...] = ()
    promises: tuple[SummaryPromise, ...] = ()
    kept: tuple[int, int] | None = None
    states: tuple[Bar, ...] = ()
    rule_gaps: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    prepared_by: str = ""
    checked_by: str = ""
    approved_by: str = ""
    annex: tuple[AnnexConcern, ...] = ()
    is_draft: bool = False
    waiting: Waiting | None = None
    types: tuple[Bar, ...] = ()
    departments: tuple[Bar, ...] = ()
    nodes: tuple[Bar, ...] = ()
    pareto: Pareto | None = None
    carried: Carried | None = None
    # Whether those who received clients had the training for it; empty where none is asked for.
    trained: str = ""
    edition: Edition = "internal"
    approval: Approval | None = None
    # What the version for owners says instead of promises one by one, and words used with their clients' consent.
    promised: tuple[DepartmentPromises, ...] = ()
    quotes: tuple[str, ...] = ()
