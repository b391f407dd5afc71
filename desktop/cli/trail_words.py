"""The words of `qinting history`, and of reminders and files of the work list; loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

trails = Later("trails")
# As desktop.services.history.trail has them; a test compares.
TABLES = ("concern", "client", "event", "promise", "check_in", "staff", "reception", "form")


def add_history(commands: Any, leaf: Callable[..., Any]) -> None:
    """`history ID`; `leaf` adds one command."""
    told = leaf(commands, "history", "一条记录的历史，谁看过 / what became of a record, who saw it", trails.history)
    told.add_argument("id", help="编号、姓名、标题或 id / a number, name, title or id")
    told.add_argument("--table", choices=TABLES, help="同名时指明哪一类 / which kind, where names are alike")
    told.add_argument("--undo", metavar="FIELD", help="撤销这一项最后一次改动 / take back the last change of a field")


def add_to_concern(concern: Any, leaf: Callable[..., Any]) -> None:
    """`concern remind` and `concern export`; `leaf` adds one command to argparse's group `concern`."""
    urged = leaf(
        concern, "remind", "催签：记一笔，给出催办的话 / note a reminder and give its words", trails.concern_remind
    )
    urged.add_argument("id")
    out = leaf(concern, "export", "诉求清单写成 XLSX 或 CSV / the work list as XLSX or CSV", trails.concern_export)
    out.add_argument("file", metavar="FILE")
    out.add_argument("--overdue", action="store_true")
    out.add_argument("--state")
