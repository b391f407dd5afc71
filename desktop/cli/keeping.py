"""backup, restore."""

from pathlib import Path

from desktop.cli.output import Answer
from desktop.cli.session import Session
from desktop.services.keeping import backups


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
    data = {"file": str(done.database), "from": str(done.backup), "aside": [str(path) for path in done.aside]}
    kept = session.say("原来的没有删，改名为：", "What stood there is not deleted; it is now called:")
    lines = [
        session.say(f"已从 {done.backup} 恢复到 {done.database}。", f"Restored {done.database} from {done.backup}."),
        *([kept, *(f"  {path}" for path in done.aside)] if done.aside else []),
        session.say("下一次导出会带上全部资料。", "The next package will carry everything."),
    ]
    return Answer(data, "\n".join(lines))
