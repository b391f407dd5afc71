"""Characters that no face has, told with every paper: they stand as 〓 on it, and a person must see that first."""

from desktop.cli.session import Session
from desktop.paper.content import Report


def as_data(report: Report) -> list[dict[str, str]]:
    """Each text with its characters, for --json."""
    return [{"text": one.text, "characters": one.characters} for one in report.missing]


def as_lines(session: Session, report: Report) -> list[str]:
    """The same as lines to be read."""
    return [
        session.say(f"缺字 {one.characters}：{one.text}", f"no glyph for {one.characters}: {one.text}")
        for one in report.missing
    ]
