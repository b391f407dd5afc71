"""What can be done in the host's window: its keys, its help, and the commands of its palette."""

from PySide6.QtCore import QCoreApplication

from desktop.widgets.help import Keys
from desktop.widgets.palette import Command


def talk_keys() -> Keys:
    """The keys of the talk page with what they do, in the language spoken now."""
    return (
        ("Alt+1…6", QCoreApplication.translate("HostKeys", "Type")),
        ("Alt+Q W E R", QCoreApplication.translate("HostKeys", "Area")),
        ("F5", QCoreApplication.translate("HostKeys", "Guide")),
        ("F9", QCoreApplication.translate("HostKeys", "End")),
        ("F12", QCoreApplication.translate("HostKeys", "Cover")),
        ("Ctrl+/", QCoreApplication.translate("HostKeys", "All keys")),
    )


def task_keys() -> Keys:
    """The keys of the page of tasks."""
    return (
        ("J  K", QCoreApplication.translate("HostKeys", "Down, up")),
        ("Space", QCoreApplication.translate("HostKeys", "Kept")),
        ("Enter", QCoreApplication.translate("HostKeys", "Open")),
        ("Ctrl+1", QCoreApplication.translate("HostKeys", "Talks today")),
        ("Ctrl+/", QCoreApplication.translate("HostKeys", "All keys")),
    )


def call_keys() -> Keys:
    """The keys of the page of calls."""
    return (
        ("F2", QCoreApplication.translate("HostKeys", "Number in full")),
        ("1", QCoreApplication.translate("HostKeys", "On the line")),
        ("2…5", QCoreApplication.translate("HostKeys", "No talk")),
        ("F8", QCoreApplication.translate("HostKeys", "Incoming call")),
        ("Delete", QCoreApplication.translate("HostKeys", "Counts nowhere")),
    )


def all_keys() -> Keys:
    """Every key of the host's pages."""
    return (
        ("F8", QCoreApplication.translate("HostKeys", "Call the next client; again once they have sat down")),
        ("F7", QCoreApplication.translate("HostKeys", "Call once more whoever was called")),
        ("F10", QCoreApplication.translate("HostKeys", "Leave for a while, be back")),
        ("Ctrl+Enter", QCoreApplication.translate("HostKeys", "Save, next concern")),
        ("Alt+1…7", QCoreApplication.translate("HostKeys", "Choose the type")),
        ("Alt+Q W E R", QCoreApplication.translate("HostKeys", "Choose the area")),
        ("F2", QCoreApplication.translate("HostKeys", "More about this concern: place, part, measures; and back")),
        ("F3", QCoreApplication.translate("HostKeys", "Similar earlier concerns, and close them")),
        ("F4", QCoreApplication.translate("HostKeys", "Write a promise; again for the other kind")),
        ("F5", QCoreApplication.translate("HostKeys", "Answer the guide's questions, and back to the words")),
        ("F6", QCoreApplication.translate("HostKeys", "Note something said in passing")),
        ("Alt+P", QCoreApplication.translate("HostKeys", "Pictures; again once the client was told")),
        ("F9", QCoreApplication.translate("HostKeys", "Read the sheet over; again to record and end")),
        ("Esc", QCoreApplication.translate("HostKeys", "Back to writing")),
        ("F12", QCoreApplication.translate("HostKeys", "Lift or lower the cover of both sides")),
        ("Alt+A", QCoreApplication.translate("HostKeys", "Who is present: added, listening, stood in for")),
        ("Ctrl+P  Ctrl+S", QCoreApplication.translate("HostKeys", "Print or keep the client's copy, after the talk")),
        ("Ctrl+1  Ctrl+2  Ctrl+3", QCoreApplication.translate("HostKeys", "Talks, my tasks, calls")),
        ("J  K  Space  Enter", QCoreApplication.translate("HostKeys", "Tasks: down, up, kept, open")),
        ("Ctrl+K", QCoreApplication.translate("HostKeys", "Find a command or a client")),
        ("F1", QCoreApplication.translate("HostKeys", "Help")),
    )


def help_sentences() -> tuple[str, ...]:
    """What a host needs to know, in the order of a talk."""
    return (
        QCoreApplication.translate(
            "HostKeys",
            "F8 calls whoever has waited longest, then begins once they sit there; a click chooses another.",
        ),
        QCoreApplication.translate(
            "HostKeys",
            "Those of another table are taken over on purpose. While you are away nobody is sent to you.",
        ),
        QCoreApplication.translate(
            "HostKeys", "As soon as a talk opens both sides are covered: the client sees only what concerns them."
        ),
        QCoreApplication.translate(
            "HostKeys", "Write down what the client says, word for word. Every pause keeps it on the disk."
        ),
        QCoreApplication.translate(
            "HostKeys", "One concern, one card: Ctrl+Enter goes on to the next. A promise needs a day."
        ),
        QCoreApplication.translate(
            "HostKeys", "What is said in passing is noted by F6 and can become a concern later."
        ),
        QCoreApplication.translate(
            "HostKeys", "F9 shows the whole sheet: read it out, then F9 again records it and offers the client's copy."
        ),
        QCoreApplication.translate(
            "HostKeys",
            "On the hotline Ctrl+3 shows whom to call: F2 the number, a digit what came of it, F8 a call in.",
        ),
    )


def commands(*, at_talk: bool, after_talk: bool) -> tuple[Command, ...]:
    """What the palette offers now; `at_talk` while a talk is open, `after_talk` while its copy is offered."""
    talk = (
        Command("Ctrl+Enter", QCoreApplication.translate("HostKeys", "Save, next concern"), "plus", "Ctrl+Enter"),
        Command("F4", QCoreApplication.translate("HostKeys", "Write a promise"), "handshake", "F4"),
        Command(
            "F2",
            QCoreApplication.translate("HostKeys", "More about this concern: place, part, measures; and back"),
            "chevron-down",
            "F2",
        ),
        Command(
            "F5",
            QCoreApplication.translate("HostKeys", "Answer the guide's questions, and back to the words"),
            "book-open-text",
            "F5",
        ),
        Command("F6", QCoreApplication.translate("HostKeys", "Note something said in passing"), "sticky-note", "F6"),
        Command(
            "F9", QCoreApplication.translate("HostKeys", "Read the sheet over; again to record and end"), "check", "F9"
        ),
    )
    after = (
        Command("Ctrl+P", QCoreApplication.translate("HostKeys", "Print the client's copy"), "printer", "Ctrl+P"),
        Command(
            "Ctrl+S", QCoreApplication.translate("HostKeys", "Keep the client's copy (PDF)"), "file-down", "Ctrl+S"
        ),
    )
    between = (
        Command(
            "F8",
            QCoreApplication.translate("HostKeys", "Call the next client; again once they have sat down"),
            "armchair",
            "F8",
        ),
        Command("F7", QCoreApplication.translate("HostKeys", "Call once more whoever was called"), "volume-2", "F7"),
        Command("gone", QCoreApplication.translate("HostKeys", "Whoever was called did not come"), "user-x", ""),
        Command("F10", QCoreApplication.translate("HostKeys", "Leave for a while, be back"), "door-open", "F10"),
        Command(
            "nameless", QCoreApplication.translate("HostKeys", "Receive somebody not on the list"), "user-plus", ""
        ),
        Command("Ctrl+2", QCoreApplication.translate("HostKeys", "My tasks"), "list-todo", "Ctrl+2"),
        Command("Ctrl+3", QCoreApplication.translate("HostKeys", "Calls of the hotline"), "headset", "Ctrl+3"),
        Command("kit", QCoreApplication.translate("HostKeys", "Take the event kit from the stick"), "usb", ""),
    )
    always = (
        Command(
            "F12", QCoreApplication.translate("HostKeys", "Lift or lower the cover of both sides"), "eye-off", "F12"
        ),
        Command("Ctrl+1", QCoreApplication.translate("HostKeys", "Talks today"), "messages-square", "Ctrl+1"),
        Command("Ctrl+/", QCoreApplication.translate("HostKeys", "Keys"), "keyboard", "Ctrl+/"),
        Command("F1", QCoreApplication.translate("HostKeys", "Help"), "info", "F1"),
    )
    return (*(talk if at_talk else after if after_talk else between), *always)
