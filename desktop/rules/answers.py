"""How an agreed answer stands on a day, and who may agree to one."""

from datetime import date, timedelta
from typing import Literal

State = Literal["draft", "valid", "soon", "expired", "replaced", "withdrawn"]
# In the order of a list: what may be used first.
STATES: tuple[State, ...] = ("valid", "soon", "draft", "expired", "replaced", "withdrawn")
# What may be told to a client.
USABLE = frozenset({"valid", "soon"})
SOON_DAYS = 14
# Whoever stands for what is said in the company's name.
APPROVERS = frozenset({"office_head", "supervisor", "department_head"})


def state_of(
    today: date, *, is_approved: bool, valid_until: str | None, is_withdrawn: bool, is_replaced: bool = False
) -> State:
    """How an answer stands on `today`; `valid_until` is the last ISO day on which it may be used.

    One without a readable last day cannot be relied upon: it counts as expired.
    """
    if is_withdrawn:
        return "replaced" if is_replaced else "withdrawn"
    if not is_approved:
        return "draft"
    last = last_day(valid_until)
    if last is None or today > last:
        return "expired"
    return "soon" if last - today <= timedelta(days=SOON_DAYS) else "valid"


def last_day(valid_until: str | None) -> date | None:
    """The last day of use; None where none can be read."""
    try:
        return date.fromisoformat(valid_until or "")
    except ValueError:
        return None
