"""The project's mark and its notice about personal information: set anew, every earlier version kept."""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import events, paper_parts
from db.errors import Misused
from db.records import PaperPart
from db.store import Reader, Transaction
from desktop.rules import privacy
from desktop.rules.times import local
from desktop.services.project import house
from desktop.services.project.house import LOGO, PRIVACY, NoticeText
from desktop.services.registry import ANYONE, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of

if TYPE_CHECKING:
    from desktop.paper.privacy_notice import PrivacyNotice


@dataclass(frozen=True, slots=True)
class NoticeVersion:
    """A version of the notice; `since` is in UTC ms, `is_shipped` says that the text is not the project's own."""

    version: int
    since: int
    text: str
    is_shipped: bool


@question("project.logo", roles=ANYONE)
def logo_bytes(_caller: Caller, reader: Reader) -> bytes:
    """The company's mark as it is kept, a PNG; empty for none."""
    kept = paper_parts.newest(reader, LOGO)
    return b64decode(kept.content) if kept else b""


@verb("project.set_logo", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_logo(caller: Caller, tx: Transaction, *, content: bytes) -> bytes:
    """Print this picture in the place of our mark, with b"" ours again; returns what was printed before.

    Raises what `wording.made_ready` raises of a picture that cannot stand on paper.
    """
    before = logo_bytes(caller, tx)
    ready = b""
    if content:
        from desktop.paper.wording import made_ready

        ready = content if content == before else made_ready(content)
    if ready != before:
        tx.subject = _add(caller, tx, LOGO, b64encode(ready).decode(), first=1)
    return before


@question("project.notices", roles=ANYONE)
def notices(_caller: Caller, reader: Reader) -> tuple[NoticeVersion, ...]:
    """Every version of the notice, the newest first; the last one is the shipped text."""
    own = [
        NoticeVersion(one.version, one.created_at, one.content, is_shipped=False)
        for one in paper_parts.versions(reader, PRIVACY)
    ]
    since = events.project(reader).created_at
    return (*own, NoticeVersion(privacy.SHIPPED_VERSION, since, privacy.shipped(), is_shipped=True))


@verb("project.set_notice", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_notice(caller: Caller, tx: Transaction, *, text: str) -> NoticeText:
    """Let the notice say this from now on, as a new version; the same text again changes nothing.

    Raises Misused `notice_words_missing`, Refused `notice_too_long` for more than one page.
    """
    from desktop.paper.privacy_notice import demand_page

    wanted, now = privacy.tidied(text), house.notice_text(tx)
    if not privacy.sections(wanted, dict.fromkeys(privacy.PLACES, "-")):
        raise Misused("notice_words_missing")
    if wanted == now.text:
        return now
    version = now.version + 1
    demand_page(content_of(tx, NoticeText(version, wanted, tx.now)))
    _add(caller, tx, PRIVACY, wanted, first=version)
    tx.subject = f"{PRIVACY}:{version}"
    return NoticeText(version, wanted, tx.now)


def content_of(reader: Reader, notice: NoticeText) -> "PrivacyNotice":
    """The notice as it is printed, the project's facts filled in."""
    from desktop.paper.privacy_notice import PrivacyNotice

    project = events.project(reader)
    company, line = project.company or project.name, project.service_line or ""
    facts = {"company": company, "project": project.name, "service": house.service_name(reader), "line": line}
    return PrivacyNotice(
        company=company,
        project=project.name,
        service_name=facts["service"],
        service_line=line,
        version=notice.version,
        since=local(notice.since, zone_of(reader)),
        sections=tuple((one.title, one.paragraphs) for one in privacy.sections(notice.text, facts)),
        logo=house.logo(reader),
    )


def _add(caller: Caller, tx: Transaction, kind: str, content: str, *, first: int) -> str:
    known = paper_parts.newest(tx, kind)
    version = max(first, known.version + 1 if known else first)
    return tx.insert(
        PaperPart(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, kind=kind, version=version, content=content
        )
    )  # fmt: skip
