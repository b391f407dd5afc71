"""The words of `qinting project`; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

projects = Later("projects")


def add_words(group: Any, leaf: Callable[..., Any]) -> None:
    """The commands of argparse's group `project`; `leaf` adds one to it."""
    leaf(group, "show", "纸上的公司、电话和各句话 / what stands on the papers", projects.show)
    set_ = leaf(group, "set", "改公司、电话、纸上的话 / change what stands on the papers", projects.set_fields)
    set_.add_argument(
        "fields", nargs="+", metavar="FIELD=VALUE", help="空是恢复原句，- 是不印 / empty: as shipped, -: none"
    )
    logo = leaf(group, "logo", "公司标志，印在每张纸上 / the company's mark on every paper", projects.logo)
    which = logo.add_mutually_exclusive_group(required=True)
    which.add_argument("file", nargs="?", metavar="FILE", help="PNG / JPEG，1 MB 以内 / at most 1 MB")
    which.add_argument("--none", action="store_true", help="不用自己的标志 / ours again")
    notice = leaf(group, "notice", "个人信息保护告知的文字 / the words of the privacy notice", projects.notice)
    notice.add_argument("--file", metavar="F", help="换成这个文本文件，版本加一 / these words, as a new version")
