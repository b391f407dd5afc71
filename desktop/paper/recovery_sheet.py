"""恢复单: the code that opens an encrypted database when its passphrase is lost, on one page for the safe."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop.paper.content import Report
from desktop.paper.dates import clock, day_zh
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import GREY, LABEL, LEFT, RIGHT
from desktop.paper.parts import brand, field, section

TITLE: Final = "恢复单"
_GROUPS_IN_LINE: Final = 4
_STEPS: Final = (
    "口令忘了，或者知道口令的人不在时，打开亲听，在要口令的地方输入上面的恢复码，字母大小写、横线都不要紧。",
    "打开以后请马上换一个新口令：qinting passphrase set 文件（文件第一行写新口令）。",
    "恢复码能打开全部资料：请封好放进保险柜，不要拍照，不要发给别人，不要存进电脑。",
    "重新打印恢复单以后，这一张就作废，请当面销毁。以前的备份仍用当时的口令和恢复单。",
)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the sheet; `code` in groups of four, `made` aware."""

    project: str
    company: str
    device: str
    code: str
    made: datetime


def recovery_sheet(content: RecoverySheet, out: Path) -> Report:
    """Draw the sheet.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    sheet = Sheet(About(TITLE, content.company, content.project, content.made))
    brand(sheet, 34.5, content.company or content.project, "内部资料 · 密封保管")
    width = sheet.write(LEFT, 96, TITLE, 26, strong=True)
    sheet.write(LEFT + width + 10, 96, "Recovery sheet", 12, colour=GREY)
    field(sheet, 130, "项目", content.project, LEFT, 300)
    field(sheet, 130, "设备", content.device, 311, RIGHT)
    field(sheet, 152, "打印", f"{day_zh(content.made.date())} {clock(content.made)}", LEFT, 300)
    field(sheet, 152, "保管人", "", 311, RIGHT)
    section(sheet, 190, "恢复码", "Recovery code", "7 组，每组 4 个字符；只有字母 A 到 Z 和数字 2 到 7")
    groups = content.code.split("-")
    y = 246.0
    for start in range(0, len(groups), _GROUPS_IN_LINE):
        for place, group in enumerate(groups[start : start + _GROUPS_IN_LINE]):
            x = LEFT + place * 120
            sheet.write(x, y - 17, str(start + place + 1), LABEL, colour=GREY)
            sheet.write(x + 12, y, group, 26, strong=True)
        y += 54
    section(sheet, 350, "怎样用", "How to use it")
    y = 384.0
    for number, step in enumerate(_STEPS, 1):
        sheet.write(LEFT, y, f"{number}", 11, strong=True)
        for line in sheet.lines(step, RIGHT - LEFT - 22, 11):
            sheet.write(LEFT + 22, y, line, 11)
            y += 18
        y += 8
    section(sheet, y + 16, "交接", "Handed over")
    field(sheet, y + 52, "打印人签字", "", LEFT, 300)
    field(sheet, y + 52, "保管人签字", "", 311, RIGHT)
    field(sheet, y + 78, "日期", "", LEFT, 300)
    field(sheet, y + 78, "封存编号", "", 311, RIGHT)
    sheet.end_page()
    return sheet.save(out)
