"""backup, restore, recovery, passphrase."""

from pathlib import Path

from db.vault.key_file import read_passphrase
from desktop.cli.output import Answer
from desktop.cli.session import Session
from desktop.services.keeping import backups, recovery


def backup(session: Session) -> Answer:
    """Copy the database beside itself, and prove the copy."""
    made = backups.back_up(session.store)
    all_made = backups.listed(session.path)
    data = {
        "file": str(made.path),
        "bytes": made.size_bytes,
        "kept": [{"file": str(one.path), "reason": one.reason, "bytes": one.size_bytes} for one in all_made],
    }
    megabytes = f"{made.size_bytes / 1_000_000:.1f} MB"
    text = session.say(
        f"已备份到 {made.path}（{megabytes}，已逐页核验）。现有 {len(all_made)} 份，口令不变。",
        f"Backed up to {made.path} ({megabytes}, every page checked). {len(all_made)} copies, same passphrase.",
    )
    return Answer(data, text)


def restore(session: Session) -> Answer:
    """Put a copy back in the database's place."""
    done = backups.restore(session.path, Path(session.args.file), passphrase=session.passphrase)
    data = {
        "file": str(done.database), "from": str(done.backup), "aside": [str(path) for path in done.aside],
        "files": done.files,
    }  # fmt: skip
    brought = session.say(
        f"同时取回 {done.files} 个照片和附件。", f"{done.files} pictures and files came back with it."
    )
    kept = session.say("原来的没有删，改名为：", "What stood there is not deleted; it is now called:")
    lines = [
        session.say(f"已从 {done.backup} 恢复到 {done.database}。", f"Restored {done.database} from {done.backup}."),
        *([kept, *(f"  {path}" for path in done.aside)] if done.aside else []),
        *([brought] if done.files else []),
        session.say("下一次导出会带上全部资料。", "The next package will carry everything."),
    ]
    return Answer(data, "\n".join(lines))


def recovery_new(session: Session) -> Answer:
    """A new recovery sheet."""
    pdf = Path(session.args.pdf) if session.args.pdf else None
    made = recovery.new_sheet(session.caller, session.store, pdf=pdf)
    data = {"code": made.code, "file": str(made.file) if made.file else None}
    where = session.say(f"恢复单已写入 {made.file}", f"Recovery sheet written to {made.file}") if made.file else ""
    lines = [
        where,
        session.say(f"恢复码 {made.code}", f"Recovery code {made.code}"),
        session.say(
            "它能打开全部资料：抄在纸上锁起来。把它写进文件，用 --passphrase-file 就能打开。以前的恢复码已作废。",
            "It opens everything: keep it on paper, locked away. In a file, --passphrase-file opens the database with "
            "it. An earlier code opens nothing any more.",
        ),
    ]
    return Answer(data, "\n".join(filter(None, lines)))


def passphrase_set(session: Session) -> Answer:
    """Another passphrase."""
    file = Path(session.args.file)
    recovery.set_passphrase(session.caller, session.store, passphrase=read_passphrase(file))
    text = session.say(
        "口令换好了。以前的备份仍用当时的口令。",
        "The passphrase is changed. Earlier copies keep the one they were made with.",
    )
    return Answer({"changed": True}, text)
