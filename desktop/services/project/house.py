"""What a project puts on all its papers: its mark, its sentences, which version of its notice counts."""

from base64 import b64decode
from dataclasses import dataclass
from typing import Final

from db import events, paper_parts
from db.store import Reader
from desktop.paper.content import FormSetup, Logo
from desktop.rules import privacy

LOGO: Final = "logo"
PRIVACY: Final = "privacy"
# Says that a sentence is left out; an empty one is the shipped sentence.
NONE: Final = "-"
SERVICE_NAME: Final = "客户服务中心"


@dataclass(frozen=True, slots=True)
class NoticeText:
    """The notice about personal information that counts: its version, its text, and from when on (UTC ms)."""

    version: int
    text: str
    since: int


def logo(reader: Reader) -> Logo | None:
    """The company's own mark; None where ours is printed."""
    kept = paper_parts.newest(reader, LOGO)
    if kept is None or not kept.content:
        return None
    from desktop.paper.wording import logo_of

    return logo_of(b64decode(kept.content))


def notice_text(reader: Reader) -> NoticeText:
    """The project's own notice, or the shipped one, which counts since the project began."""
    kept = paper_parts.newest(reader, PRIVACY)
    if kept is None:
        return NoticeText(privacy.SHIPPED_VERSION, privacy.shipped(), events.project(reader).created_at)
    return NoticeText(kept.version, kept.content, kept.created_at)


def under_notice(reader: Reader, wording: str) -> str:
    """A wording that somebody heard, with the version of the whole notice behind it: `talk:1 privacy:2`.

    Without a version it is the shipped notice.
    """
    kept = paper_parts.newest(reader, PRIVACY)
    return wording if kept is None else f"{wording} {PRIVACY}:{kept.version}"


def service_name(reader: Reader) -> str:
    """What the service is called on paper."""
    return worded(events.project(reader).service_name, SERVICE_NAME)


def form_setup(reader: Reader) -> FormSetup:
    """The project's choices for forms and clients' copies."""
    project, shipped = events.project(reader), FormSetup()
    return FormSetup(
        seal=bool(project.has_seal),
        notice_version=f"第 {notice_text(reader).version} 版",
        notice=worded(project.notice_line, shipped.notice),
        legal=worded(project.legal_line, shipped.legal),
        promise=worded(project.promise_line, shipped.promise),
        last=worded(project.last_line, shipped.last),
    )


def worded(own: str | None, shipped: str) -> str:
    """A sentence as it is printed."""
    return shipped if not own else "" if own == NONE else own
