"""The states of a concern as data: what is asked on entering each, and which of several counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Kind = Literal["text", "date", "datetime", "choice", "staff", "flag"]
Kept = Literal["step", "concern"]

# Names the person who agrees to a step beside the one who decides it, in every state that asks for one.
SECOND_PERSON_FIELD = "approved_by"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing told with a step.

    `kept` says where: with the concern, whose current value it becomes, or with this step alone. `choices` is
    the code list of a choice. What is not required has a default the program knows, or may honestly be empty.
    """

    name: str
    kind: Kind
    kept: Kept
    required: bool = True
    choices: str = ""
    # A need goes to the node's list of needs, so nobody is asked for a department or a grade.
    asked_of_needs: bool = True


@dataclass(frozen=True, slots=True)
class State:
    """One state; an ended concern has no step of its own due, an unstored one is still a draft."""

    name: str
    fields: tuple[Field, ...]
    ended: bool = False
    stored: bool = True


def _optional(name: str, kind: Kind, kept: Kept, choices: str = "") -> Field:
    return Field(name, kind, kept, required=False, choices=choices)


def _choice(name: str, kept: Kept) -> Field:
    return Field(name, "choice", kept, choices=name)


APPROVED_BY = _optional(SECOND_PERSON_FIELD, "staff", "step")

# What the client says at a callback. A rating may stay open: a client need not give one.
VERDICT_FIELDS: tuple[Field, ...] = (
    _choice("verdict", "concern"),
    Field("client_words", "text", "step"),
    _optional("satisfaction", "choice", "concern", "satisfaction"),
    _optional("client_agrees", "flag", "step"),
)

_RECORDED = (
    Field("words", "text", "concern"),
    Field("received_by", "staff", "concern"),
    _choice("type", "concern"),
    # Without a client the concern is anonymous.
    _optional("client", "text", "concern"),
    _optional("occurred_at", "datetime", "concern"),
    _optional("area", "choice", "concern", "area"),
    _optional("sub_area", "choice", "concern", "sub_area"),
    _optional("place", "text", "concern"),
    _optional("wish", "text", "concern"),
    _optional("channel", "choice", "concern", "channel"),
)
_ANSWERED = (
    Field("answer", "text", "concern"),
    _optional("answered_by", "staff", "concern"),
    # Silence is not consent: absent means no.
    _optional("client_confirmed", "flag", "concern"),
)
_ACCEPTED = (
    _choice("area", "concern"),
    Field("department", "choice", "concern", choices="department", asked_of_needs=False),
    Field("grade", "choice", "concern", choices="grade", asked_of_needs=False),
    _optional("sub_area", "choice", "concern", "sub_area"),
    _optional("risk", "text", "concern"),
    _optional("wish", "text", "concern"),
    # The node of the event, unless the matter belongs to another.
    _optional("node", "choice", "concern", "node"),
    _optional("acknowledged_at", "datetime", "concern"),
    # The clocks propose these two from the grade; a day alone will do.
    _optional("due_first_reply", "datetime", "concern"),
    _optional("due_resolve", "datetime", "concern"),
)
_DISPATCHED = (
    _choice("department", "concern"),
    _optional("co_departments", "text", "concern"),
)
_RETURNED = (
    Field("reason", "text", "step"),
    Field("proposed_department", "choice", "step", choices="department"),
    _optional("return_reason", "choice", "step", "return_reason"),
)
_IN_PROGRESS = (
    # Who signs for it handles it, now, unless said otherwise.
    _optional("handler", "staff", "concern"),
    _optional("signed_for_at", "datetime", "concern"),
    _optional("first_reply_at", "datetime", "concern"),
)
_ON_HOLD = (
    Field("reason", "text", "step"),
    Field("until", "date", "step"),
    Field("client_told", "flag", "step"),
    _optional("client_told_at", "datetime", "step"),
    # The clock stops only for "client".
    _optional("waiting_for", "choice", "step", "waiting_for"),
    APPROVED_BY,
)
_RESOLVED = (
    Field("result", "text", "step"),
    Field("cause", "text", "step"),
    Field("measure", "text", "step"),
    Field("evidence", "text", "step"),
    APPROVED_BY,
)
# Each entry is one try to reach the client; the verdict is asked on leaving.
_CALLBACK = (
    _optional("tried_at", "datetime", "step"),
    _optional("try_result", "choice", "step", "try_result"),
)
_REOPENED = (
    Field("reason", "text", "step"),
    _choice("asked_by", "step"),
    Field("new_due", "date", "concern"),
)
_CLOSED_EXPLAINED = (
    _choice("explained_reason", "step"),
    Field("explanation", "text", "step"),
    Field("explained_on", "date", "step"),
    Field("external_path", "text", "step"),
    Field("client_told", "flag", "step"),
    APPROVED_BY,
)

STATES: Mapping[str, State] = MappingProxyType(
    {
        state.name: state
        for state in (
            State("draft", (), stored=False),
            State("recorded", _RECORDED),
            State("answered", _ANSWERED),
            State("accepted", _ACCEPTED),
            State("dispatched", _DISPATCHED),
            State("returned", _RETURNED),
            State("in_progress", _IN_PROGRESS),
            State("on_hold", _ON_HOLD),
            State("resolved", _RESOLVED),
            State("callback", _CALLBACK),
            State("reopened", _REOPENED),
            State("closed", (_optional("preventable_node", "choice", "concern", "node"),), ended=True),
            State("closed_explained", _CLOSED_EXPLAINED, ended=True),
            State("closed_unreached", (APPROVED_BY,), ended=True),
            # Its promises stay due, and its client is called back with the master's.
            State("merged", (Field("master", "text", "concern"),), ended=True),
            State("void", (Field("reason", "text", "step"), APPROVED_BY), ended=True),
        )
    }
)

# The least finished first.
FINISH_ORDER: tuple[str, ...] = (
    "reopened",
    "recorded",
    "answered",
    "accepted",
    "returned",
    "dispatched",
    "on_hold",
    "in_progress",
    "resolved",
    "callback",
    "merged",
    "closed_unreached",
    "closed_explained",
    "closed",
    "void",
)


def is_for_another(state: str, means: str) -> bool:
    """Whether a step that somebody else typed in was entered for another (代录), and so is marked and counted.

    What a recorder writes down at a talk is not: that is how a talk is kept.
    """
    return not (means == "in_person" and state in ("recorded", "answered"))


def shown_state(heads: Sequence[str]) -> str:
    """Return the state that counts among rival steps: the least finished, so that nothing ends unseen.

    A state that only a newer version knows comes before all others. At least one head is needed (ValueError).
    """
    return min(heads, key=lambda state: FINISH_ORDER.index(state) if state in FINISH_ORDER else -1)
