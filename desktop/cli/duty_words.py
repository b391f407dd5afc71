"""The words of `qinting duty`, `course` and `training`; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

duties, learning = map(Later, ("duties", "learning"))


def add_words(group: Any, leaf: Callable[..., Any]) -> None:
    """The commands of argparse's group `duty`; `leaf` adds one to it."""
    report = leaf(
        group, "report", "谁欠接待、谁已完成、谁没有参与 / who owes, who did, who took no part", duties.report
    )
    report.add_argument("--as-of", metavar="DATE", help="截至哪一天，不写就是今天 / as of which day; else today")
    report.add_argument("--file", metavar="F", help="另存为表格 .xlsx / .csv · as a sheet, too")
    tasks = leaf(group, "tasks", "一段时间里每人的接待任务 / what each person owes in a time", duties.tasks)
    _days(tasks)
    past = leaf(group, "history", "各岗位往期完成情况 / what each post did in past periods", duties.history)
    _days(past)
    calendar = leaf(group, "calendar", "个人日历 .ics / a person's calendar", duties.calendar)
    calendar.add_argument("--staff", required=True, metavar="STAFF")
    calendar.add_argument("--file", required=True, metavar="F")
    score = leaf(group, "score", "个人评价表，数字可逐条追溯 / a score sheet with its records", duties.score)
    score.add_argument("--staff", required=True, metavar="STAFF")
    _days(score)
    score.add_argument("--file", metavar="F", help=".csv / .xlsx")
    rule = leaf(group, "rule", "接待频次：不带参数是查看 / how often each level receives", duties.rule)
    rule.add_argument("--level", metavar="CODE")
    rule.add_argument("--months", type=int, metavar="N", help="每几个月 / in every N months: 1 2 3 4 6 12")
    rule.add_argument("--receptions", type=int, default=1, metavar="N", help="几次 / how many")
    rule.add_argument("--first-month", type=int, default=1, metavar="M", help="从几月起算 / counted from month M")
    rule.add_argument("--from", dest="from_day", metavar="DATE")
    post = leaf(group, "post", "兼任或以前的岗位 / a further or an earlier post", duties.post)
    post.add_argument("--staff", required=True, metavar="STAFF")
    post.add_argument("--level", required=True, metavar="CODE")
    post.add_argument("--from", dest="from_day", required=True, metavar="DATE")
    post.add_argument("--until", metavar="DATE")
    post.add_argument("--department", metavar="CODE")
    post.add_argument("--name", metavar="T", help="职务 / what it is called")
    free = leaf(group, "exempt", "提出免除一段时间 / ask for an exemption", duties.exempt)
    free.add_argument("--staff", required=True, metavar="STAFF")
    _days(free)
    free.add_argument("--reason", required=True, metavar="T")
    free.add_argument("--level", metavar="CODE", help="只免这个职级的岗位 / only the post of this level")
    agree = leaf(group, "approve", "批准免除，要另一个人 / approve it; takes another person", duties.approve)
    agree.add_argument("id")
    agree.add_argument("--by", required=True, metavar="STAFF")


def add_training(course: Any, training: Any, leaf: Callable[..., Any]) -> None:
    """The commands of argparse's groups `course` and `training`."""
    add = leaf(course, "add", "新增课程 / add a course", learning.course_add)
    add.add_argument("--name", required=True)
    add.add_argument("--for", dest="parts", action="append", default=[], metavar="PART", help="上岗要求 / needed for")
    add.add_argument("--months", type=int, metavar="N", help="有效几个月 / valid for N months")
    leaf(course, "list", "全部课程 / every course", learning.course_list)
    add = leaf(training, "add", "登记谁学过 / note who took a course", learning.training_add)
    add.add_argument("--staff", required=True, metavar="STAFF")
    add.add_argument("--course", required=True, metavar="COURSE")
    add.add_argument("--on", required=True, metavar="DATE")
    add.add_argument("--result", default="passed", choices=("passed", "failed"))
    add.add_argument("--trainer", metavar="NAME")
    add.add_argument("--until", metavar="DATE")
    listed = leaf(
        training, "list", "培训记录，或谁还缺什么 / who took what, or what is wanting", learning.training_list
    )
    listed.add_argument("--staff", metavar="STAFF")
    listed.add_argument("--missing", metavar="PART", help="上这个岗位还缺哪些课程 / what this part still needs")
    leaf(training, "import", "导入培训名单 / import a list", learning.training_import).add_argument("file")


def add_to_event(event: Any, leaf: Callable[..., Any]) -> None:
    """Who is on duty at an event, among the commands of argparse's group `event`."""
    roster = leaf(event, "roster", "安排值守人员，不带人员是查看 / who is on duty", duties.roster)
    roster.add_argument("--event", required=True)
    roster.add_argument("--staff", metavar="STAFF")
    roster.add_argument("--part", default="host", metavar="CODE", help="host, executive, companion, recorder, kiosk")
    roster.add_argument("--reason", default="", metavar="T", help="没有培训也安排，为什么 / why without the training")
    roster.add_argument("--off", action="store_true", help="撤下 / take off")


def _days(made: Any) -> None:
    made.add_argument("--from", dest="first", required=True, metavar="DATE")
    made.add_argument("--to", dest="last", required=True, metavar="DATE")
