"""doctor."""

from desktop.cli.output import Answer, sentences
from desktop.cli.session import Session
from desktop.services.doctor import examine


def doctor(session: Session) -> Answer:
    """Say what is not as it should be."""
    store, findings = session.store, []
    for one in examine(session.caller, store, database=session.path, now=store.clock()):
        said = sentences(one.trouble.code, dict(one.trouble.facts), session.language)
        findings.append({"code": one.trouble.code, "grave": one.is_grave, "message": said.message, "next": said.next})
    lines = [f"{one['message']}\n  {one['next']}" for one in findings]
    text = "\n".join(lines) or session.say("这台设备一切正常。", "This device is well.")
    return Answer({"well": not findings, "findings": findings}, text, 1 if findings else 0)
