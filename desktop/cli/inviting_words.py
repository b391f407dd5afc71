"""The words of the week before: contacts, reminders, codes made anew; the slots and the numbers of an event."""

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

inviting, numbers, reports = map(Later, ("inviting", "numbers", "reports"))
RESULTS = ("sent", "confirmed", "moved", "declined", "unreachable")
STATES = ("not_sent", *RESULTS, "revoked")


def add_to_invitation(invitation: "_SubParsersAction[Any]", leaf: Callable[..., ArgumentParser]) -> None:
    """`invitation contact`, `contacts`, `remind`, `reissue`."""
    one = leaf(invitation, "contact", "记一次邀约的结果 / note what a try to reach somebody gave", inviting.contact)
    one.add_argument("--event", required=True)
    whom = one.add_mutually_exclusive_group(required=True)
    whom.add_argument("--client")
    whom.add_argument("--owner", metavar="NAME", help="他的客户里还没发的都记为已发 / all of theirs not sent so far")
    one.add_argument("--result", required=True, choices=RESULTS, help="已发 确认来 改期 不来 联系不上")
    one.add_argument("--slot", help="改到哪一场 / the slot they moved to")
    one.add_argument("--words", help="客户怎么说 / what they said")
    one.add_argument("--over", metavar="WHY", help="满了还要加的原因 / why they come into a full slot")
    listed = leaf(invitation, "contacts", "邀约进展 / who was reached", inviting.contacts)
    listed.add_argument("--file", metavar="CSV", help="存成表格，电话完整，记入日志 / as a table, phones in full")
    told = leaf(invitation, "remind", "提醒话术，贴到微信 / reminders to paste into a chat", inviting.remind)
    for each in (listed, told):
        each.add_argument("--event", required=True)
        each.add_argument("--owner", metavar="NAME", help="只看他的客户 / of this person's clients only")
        each.add_argument("--slot")
        each.add_argument("--state", choices=STATES)
    anew = leaf(invitation, "reissue", "重发邀请码，旧的作废 / a new code, the old one is revoked", inviting.reissue)
    anew.add_argument("--event", required=True)
    anew.add_argument("--client", required=True)


def add_to_event(event: "_SubParsersAction[Any]", leaf: Callable[..., ArgumentParser]) -> None:
    """`event slots`, `event numbers`, `event findings`."""
    room = leaf(event, "slots", "场次与余量，或重写场次 / slots and the room left, or write them anew", numbers.slots)
    room.add_argument("--event", required=True)
    room.add_argument(
        "--slot", action="append", default=[], metavar="LINE", help="如 '09:00-10:30 上午一场 | 60'，可写多次"
    )
    leaf(event, "numbers", "现场数字 / the numbers while it runs", numbers.numbers).add_argument(
        "--event", required=True
    )
    leaf(event, "findings", "活动结论：共性、等候、满意 / what it showed", reports.findings).add_argument(
        "--event", required=True
    )
