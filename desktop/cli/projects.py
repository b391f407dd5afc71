"""project."""

from pathlib import Path

from db.errors import Unreadable
from desktop.cli.arguments import pairs
from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.services.project import house, parts, project

_LARGEST_TEXT = 100_000


def show(session: Session) -> Answer:
    """What stands on the papers."""
    kept = project.show(session.caller, session.store)
    found = project.house_of(session.caller, session.store)
    setup = found.setup
    said = {
        "name": kept.name, "company": found.company, "service_name": found.service_name,
        "service_line": found.service_line, "notice_line": setup.notice, "legal_line": setup.legal,
        "promise_line": setup.promise, "last_line": setup.last,
    }  # fmt: skip
    logo = {"width": found.logo.width, "height": found.logo.height} if found.logo else None
    data = {**said, "has_seal": setup.seal, "notice": house.notice_text(session.store).version, "logo": logo}
    seal, own = session.say("留", "yes") if setup.seal else session.say("不留", "no"), session.say("没有", "none")
    mark = f"{found.logo.width} x {found.logo.height}" if found.logo else own
    return Answer(data, table([*said.items(), ("has_seal", seal), ("notice", setup.notice_version), ("logo", mark)]))


def set_fields(session: Session) -> Answer:
    """Change what stands on the papers."""
    count = project.set_fields(session.caller, session.store, changes=pairs(session.args.fields))
    return Answer({"changed": count}, session.say(f"改了 {count} 项", f"{count} changed"))


def logo(session: Session) -> Answer:
    """Set the company's mark, or take it away."""
    parts.set_logo(
        session.caller, session.store, content=b"" if session.args.none else Path(session.args.file).read_bytes()
    )
    found = project.house_of(session.caller, session.store).logo
    if found is None:
        return Answer({"logo": None}, session.say("纸上不再印自己的标志", "The papers carry no mark of the company's"))
    said = session.say("这个标志印在每张纸上", "This mark stands on every paper")
    return Answer({"logo": {"width": found.width, "height": found.height}}, said)


def notice(session: Session) -> Answer:
    """Show the words of the privacy notice, or set them anew."""
    if session.args.file:
        try:
            text = Path(session.args.file).read_bytes()[:_LARGEST_TEXT].decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Unreadable("notice_unreadable", file=session.args.file) from error
        found = parts.set_notice(session.caller, session.store, text=text)
    else:
        found = house.notice_text(session.store)
    data = {"version": found.version, "text": found.text}
    said = session.say(f"第 {found.version} 版", f"Version {found.version}")
    return Answer(data, said if session.args.file else f"{said}\n\n{found.text}")
