"""The words of `qinting common`; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

common = Later("common")
# As desktop.cli.common has them; a test compares.
WIDTHS = ("strict", "normal", "wide")


def add_words(group: Any, leaf: Callable[..., Any]) -> None:
    """The words of `common`; `leaf` adds one command to argparse's group."""
    suggest = leaf(group, "suggest", "看起来是同一回事的 / what seems to be one matter", common.common_suggest)
    of = suggest.add_mutually_exclusive_group()
    of.add_argument("--event")
    of.add_argument("--texts", metavar="FILE", help="一行一条，不用数据库 / one text a line, without a database")
    suggest.add_argument("--width", choices=WIDTHS, help="严、中、宽；不写由数据定 / else as the data suggest")
    listed = leaf(group, "list", "已确认的共性问题 / confirmed common matters", common.common_list)
    listed.add_argument("--event")
    confirm = leaf(group, "confirm", "确认为共性问题 / confirm a common matter", common.common_confirm)
    confirm.add_argument("concerns", nargs="+", metavar="CONCERN")
    confirm.add_argument("--title", required=True, metavar="TEXT")
    for name in ("--area", "--department", "--node"):
        confirm.add_argument(name, metavar="CODE")
    split = leaf(group, "split", "拆开，诉求各自独立 / split a matter", common.common_split)
    split.add_argument("id", help="id 或那句话 / the id or the sentence")
    split.add_argument("--undo", action="store_true", help="恢复拆开的 / bring it back together")
