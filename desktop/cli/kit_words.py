"""The words of `qinting event kit` and what belongs to it; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

kits, closing = Later("kits"), Later("closing")


def add_words(event: Any, leaf: Callable[..., Any]) -> None:
    """The words of `event` for the kit and the closing list; `leaf` adds one command to argparse's group `event`."""
    kit = leaf(event, "kit", "写出活动包：设备码、名单、表、时钟 / write an event's kit", kits.kit)
    kit.add_argument("--event", required=True)
    kit.add_argument("--dir", required=True, metavar="DIR", help="U 盘或文件夹 / a stick or folder")
    kit.add_argument(
        "--for",
        dest="devices",
        action="append",
        default=[],
        metavar="NAME=ROLE[+printer]",
        help="为哪台设备 / for which device",
    )
    kit.add_argument("--no-forms", action="store_true", help="不带表 / without the forms")
    take = leaf(event, "take", "本机接收活动包，没有数据库就新建 / take a kit on this device", kits.take)
    take.add_argument("folder", metavar="DIR")
    take.add_argument("--device", metavar="NAME")
    take.add_argument("--role", choices=("kiosk", "host", "office"))
    take.add_argument("--plain", action="store_true", help="新建时不加密 / not encrypted when new")
    ready = leaf(event, "ready", "读回活动包，逐台看是否就绪 / read a kit back, device by device", kits.ready)
    ready.add_argument("--event", required=True)
    ready.add_argument("--dir", required=True, metavar="DIR")
    ready.add_argument(
        "--trust",
        action="append",
        default=[],
        metavar="FINGERPRINT",
        help="两人核对过的指纹 / a fingerprint that two people have compared",
    )
    end = leaf(event, "close-list", "收场清单 / what is still open after an event", closing.close_list)
    end.add_argument("--event", required=True)
    end.add_argument("--line", metavar="LINE", help="为哪一行写原因 / the line that a reason is for")
    end.add_argument("--reason", metavar="TEXT", help="为什么可以留着 / why it may stay")
    signed = leaf(event, "signed", "客户已在承诺上签字 / the client has signed under a promise", closing.signed)
    signed.add_argument("promise")
