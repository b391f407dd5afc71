"""The words of `qinting calendar`, and of what follows a concern; loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

following, calendars = map(Later, ("following", "calendars"))


def add_calendar(commands: Any, group: Callable[..., Any], leaf: Callable[..., Any]) -> None:
    """`calendar ...`; `group` and `leaf` add a group and one command."""
    calendar = group(commands, "calendar", "工作日历与时限 / working time and clocks")
    read = leaf(calendar, "import", "导入全年调休表 / a year's swapped weekends", calendars.calendar_import)
    read.add_argument("file", metavar="FILE")
    read.add_argument("--department", metavar="CODE")
    read.add_argument("--dry-run", action="store_true")
    hours = leaf(calendar, "hours", "上班的星期和钟点 / weekdays and hours", calendars.calendar_hours)
    hours.add_argument("--department", metavar="CODE", help="不写就是所有部门 / all departments without it")
    hours.add_argument("--weekdays", default="1 2 3 4 5", help="1 到 7，星期一是 1 / 1 to 7, Monday is 1")
    hours.add_argument("--from", dest="from_time", default="09:00", metavar="HH:MM")
    hours.add_argument("--until", dest="until_time", default="18:00", metavar="HH:MM")
    hours.add_argument("--event-days", action="store_true", help="活动日也上班 / event days are worked")
    clock = leaf(calendar, "clock", "设一个时限 / set how long a clock runs", calendars.calendar_clock)
    clock.add_argument("clock", metavar="CLOCK")
    clock.add_argument("amount", type=int)
    clock.add_argument("unit", metavar="UNIT", help="hour work_hour work_day day percent")
    clock.add_argument("--grade", metavar="CODE")
    leaf(calendar, "show", "现行的日历和时限 / what counts now", calendars.calendar_show)


def add_following(concern: Any, leaf: Callable[..., Any]) -> None:
    """Later days, department sheets, clocks and counts; `leaf` adds one command to argparse's group `concern`."""
    asked = leaf(concern, "extend", "申请延期 / ask for a later day", following.concern_extend)
    asked.add_argument("id")
    asked.add_argument("--due", required=True, metavar="DATE")
    asked.add_argument("--reason", required=True)
    asked.add_argument("--by", required=True, metavar="STAFF", help="部门负责人 / the department head")
    decided = leaf(
        concern, "extend-decide", "批准或不批准延期 / decide on a later day", following.concern_extend_decide
    )
    decided.add_argument("id")
    decided.add_argument("--by", required=True, metavar="STAFF", help="区域客关负责人 / the regional lead")
    word = decided.add_mutually_exclusive_group(required=True)
    word.add_argument("--agree", action="store_true")
    word.add_argument("--refuse", action="store_true")
    decided.add_argument("--client-told", action="store_true")
    told = leaf(concern, "extend-told", "延期已告知客户 / the client was told", following.concern_extend_told)
    told.add_argument("id")
    sheet = leaf(concern, "sheet", "部门办理表 / a department's sheet to fill in", following.concern_sheet)
    sheet.add_argument("--department", required=True, metavar="CODE")
    sheet.add_argument("--file", required=True, metavar="FILE")
    read = leaf(concern, "import", "收回部门填好的表 / take in what a department filled in", following.concern_import)
    read.add_argument("file", metavar="FILE")
    read.add_argument("--by", required=True, metavar="STAFF", help="代录人 / who enters it")
    read.add_argument("--dry-run", action="store_true")
    clocks = leaf(concern, "clocks", "一件诉求的时限 / a concern's clocks", following.concern_clocks)
    clocks.add_argument("id")
    counted = leaf(concern, "counts", "退单、代录、回访满意度 / returns, entries, verdicts", following.concern_counts)
    counted.add_argument("--from", dest="first", metavar="DATE")
    counted.add_argument("--until", dest="last", metavar="DATE")
    mine = leaf(concern, "mine", "等某人办的事 / what waits for a person", following.concern_mine)
    mine.add_argument("--staff", required=True, metavar="STAFF")


def add_share(promise: Any, leaf: Callable[..., Any]) -> None:
    """`promise share`."""
    leaf(promise, "share", "承诺兑现率 / how many were kept", following.promise_share)
