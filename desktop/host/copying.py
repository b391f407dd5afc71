"""The client's copy of the talk that has just ended: looked at, printed, kept as a file."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.host.after import AfterPage
from desktop.host.asking import Asking
from desktop.host.desk import Copy, Desk
from desktop.services.receptions.drafts import Draft, Ended


class Copying(QObject):
    """Wires the page after a talk with the desk. `copied` names the file that was written."""

    copied = Signal(str)

    def __init__(self, page: AfterPage, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._asking = page, asking
        self._desk: Desk | None = None
        self._reception = ""
        # None until the first copy was drawn: whoever is quicker than that is served as soon as it is known.
        self._has_printer: bool | None = None
        self._is_print_wanted = False
        page.print_wanted.connect(self.print_out)
        page.file_wanted.connect(self.choose_file)

    def begin(self, ended: Ended, drafts: tuple[Draft, ...], desk: Desk) -> None:
        """Show what was recorded, and the paper as soon as it is drawn."""
        self._reception, self._desk, self._is_print_wanted = ended.reception, desk, False
        self._page.show_ended(ended, drafts)
        reception = ended.reception
        self._asking.ask(lambda: desk.look_at_copy(reception), lambda copy: self._seen(reception, copy))

    def stop(self) -> None:
        """The client has left: nothing of them stays on the page."""
        self._reception = ""
        self._page.put_away()

    def print_out(self) -> None:
        """Print the copy; without a printer offer a file."""
        desk, reception = self._desk, self._reception
        if desk is None or not reception:
            return
        if self._has_printer is None:
            self._is_print_wanted = True
            return
        if not self._has_printer:
            self.choose_file()
            return
        name = self.tr("Client's copy")
        self._asking.ask_alone(lambda: desk.print_copy(reception, name), self._printed)

    def choose_file(self) -> None:
        """Ask where to, then write the copy there."""
        if self._reception:
            title, name = self.tr("Keep the client's copy"), self.tr("Client's copy") + ".pdf"
            file, _kind = QFileDialog.getSaveFileName(self._page.window(), title, name, "PDF (*.pdf)")
            if file:
                self.copy_to(Path(file))

    def copy_to(self, file: Path) -> None:
        """Write the copy to a file."""
        desk, reception = self._desk, self._reception
        if desk is not None and reception:
            self._asking.ask(lambda: desk.write_copy(reception, file), self._written)

    def _seen(self, reception: str, copy: Copy) -> None:
        # By then the client may have left.
        if reception == self._reception:
            self._has_printer = copy.has_printer
            self._page.show_copy(copy.pdf, has_printer=copy.has_printer)
            if self._is_print_wanted:
                self._is_print_wanted = False
                self.print_out()

    def _written(self, file: Path) -> None:
        self._page.say(self.tr("Kept as {file}").replace("{file}", file.name))
        self.copied.emit(str(file))

    def _printed(self, printer: str) -> None:
        self._page.say(self.tr("Sent to {printer}").replace("{printer}", printer))
