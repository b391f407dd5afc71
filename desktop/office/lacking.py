"""What is said once a paper is written: where it is, and the characters on it that no face has."""

from PySide6.QtCore import QCoreApplication

from desktop.paper.content import Report


def lacking(report: Report) -> str:
    """The characters that no face has, each once."""
    return "".join(dict.fromkeys("".join(one.characters for one in report.missing)))


def with_lacking(said: str, report: Report) -> str:
    """The sentence, with another one where characters stand as 〓 on the paper."""
    missing = lacking(report)
    if not missing:
        return said
    told = QCoreApplication.translate("PapersPage", "No face has these characters: {missing}")
    return f"{said}  {told.replace('{missing}', missing)}"
