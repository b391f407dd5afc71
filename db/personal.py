"""What is known of a person, table by table: what an erasure takes away, what it leaves, and whose a row is.

What is left names nobody: ids, numbers of sheets, times, states, codes and who of ours did what, so that every count
still adds up. A column of a claimed table stands in exactly one of the two lists; a test fails on one that does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from db.record import Record

# Stands where a text may not be empty.
BLANK = "—"
Cell = str | int | None
_EVERY_ROW = frozenset({"id", "created_at", "created_by"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased(Record):
    """One row per person whose data were erased; it wins over every older and every later copy, deleted or not.

    `records` names, with spaces between, the ids of the client records that were this person. `second` is the staff
    member who agreed, `signer` the deciding device's public key, `signature` its Ed25519 over the rest (both
    hexadecimal).
    """

    table: ClassVar[str] = "erased"
    write_once: ClassVar[frozenset[str]] = frozenset(
        {"created_at", "created_by", "records", "reason", "second", "signer", "signature"}
    )
    records: str
    reason: str
    second: str
    signer: str
    signature: str


@dataclass(frozen=True, slots=True)
class Policy:
    """One table: `blanks` (column -> what stands there afterwards), `keeps`, and the columns that say whose a row is.

    `owners` name a client; `parents` (column -> tables) name a row that must be the person's.
    """

    blanks: Mapping[str, Cell]
    keeps: frozenset[str]
    owners: tuple[str, ...] = ()
    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def takes(self, column: str) -> bool:
        """Whether the column of a claimed row is blanked; one that only a later schema knows is."""
        return column not in self.keeps


def _policy(
    blanks: Mapping[str, Cell], keeps: str, *, owners: str = "", parents: Mapping[str, tuple[str, ...]] | None = None
) -> Policy:
    deleted = frozenset() if "deleted" in blanks else frozenset({"deleted"})
    return Policy(blanks, _EVERY_ROW | deleted | frozenset(keeps.split()), tuple(owners.split()), parents or {})


_OF_CONCERN = {"concern": ("concern",)}
POLICIES: Mapping[str, Policy] = {
    "client": _policy(
        {
            "name": BLANK, "title": None, "phone": None, "phone2": None, "phone_typed": None, "room_typed": None,
            "note": None, "marks": None, "deleted": 1,
        },
        "source roster merged_into",
    ),
    "client_unit": _policy({"unit": BLANK}, "client relation", owners="client"),
    "invitation": _policy(
        {"spoken": BLANK}, "event client code_hash slot companions issued_at revoked_at channel", owners="client"
    ),
    "check_in": _policy(
        {"reason": None},
        "event outcome at means admitted client invitation code_hash desk device first_at first_desk undone twice"
        " party",
        owners="client",
    ),
    "form": _policy({}, "event number client issued_at returned_at entered_at entered_by", owners="client"),
    "form_box": _policy({}, "form picture box page ticked ink is_doubtful confirmed", parents={"form": ("form",)}),
    "reception": _policy(
        {"place": None},
        "event host started_at number client means recorder ended_at present guide observers delegate_for host_level"
        " host_post campaign",
        owners="client",
    ),
    "turn": _policy(
        {},
        "event number arrived_at client check_in party direction staff place called_at called_by again_at greeted_at"
        " greeted_by left_at",
        owners="client",
    ),
    "passage": _policy({}, "event station outcome at client code_hash desk device undone", owners="client"),
    "invite_contact": _policy({"words": None}, "event invitation client result at slot", owners="client"),
    "consent": _policy({}, "client kind text at means withdrawn_at reception", owners="client"),
    "concern": _policy(
        {
            "words": BLANK, "place": None, "wish": None, "answer": None, "summary": None, "meaning": None, "unit": None,
            "perceived": None, "measured": None, "rule_gap_words": None,
        },
        "event number type received_by occurred_at client reception channel area sub_area node grade risk answered_by"
        " client_confirmed department co_departments handler acknowledged_at signed_for_at first_reply_at"
        " due_first_reply due_resolve new_due verdict satisfaction preventable_node master part facing tolerance"
        " responsible_unit warranty inspector standard_answer solvable_on_site rule_gap",
        owners="client",
    ),
    "concern_addition": _policy({"words": BLANK}, "concern said_by at", parents=_OF_CONCERN),
    "concern_step": _policy(
        {"facts": "{}", "evidence": None},
        "concern state decided_by entered_by means at parent settles",
        parents=_OF_CONCERN,
    ),
    "promise": _policy(
        {"text": BLANK}, "concern due promised_by department kept_at kept_by signed_at kind", parents=_OF_CONCERN
    ),
    "aside": _policy({"words": BLANK}, "event heard_by at client reception concern", owners="client"),
    "attachment": _policy(
        {"sha256": BLANK, "name": None, "key": None},
        "belongs owner media_type size blob at shows stage",
        parents={"owner": ("form", "concern", "reception")},
    ),
    "guide_answer": _policy(
        {"words": None}, "reception question guide at value", parents={"reception": ("reception",)}
    ),
    "need_ack": _policy({"words": None}, "concern department at staff entered_by means", parents=_OF_CONCERN),
    "extension": _policy(
        {"reason": BLANK}, "concern asked_by new_due at agreed decided_by decided_at client_told_at",
        parents=_OF_CONCERN,
    ),
    "reflection": _policy(
        {"case_words": BLANK},
        "staff at lesson event reception campaign commitment commitment_due commitment_kept_at entered_by",
        parents={"reception": ("reception",)},
    ),
    "campaign_contact": _policy(
        {"caller": None, "phone": None},
        "campaign staff direction at result source client order_number extension rings ring_s talk_s reception coach"
        " call_item batch voided_at voided_by void_reason",
        owners="client",
    ),
    "call_item": _policy(
        {"phone": None, "caller": None, "words": None}, "campaign order_number client staff asked_at batch done_at",
        owners="client",
    ),
    "call_log": _policy(
        {"phone": None}, "extension at direction ring_s talk_s result order_number client campaign contact batch",
        owners="client",
    ),
    "observation": _policy(
        {"words": None}, "contact observer at items score", parents={"contact": ("campaign_contact",)}
    ),
    "do_not_call": _policy({"phone": None, "reason": None}, "at client lifted_at", owners="client"),
}  # fmt: skip
