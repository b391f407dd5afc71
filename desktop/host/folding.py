"""Whether the rare fields of the form stand open: remembered on this device."""

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.host.talk_page import TalkPage
from desktop.widgets.context import FaceContext


class Folding(QObject):
    """Opens the fold as it was left, and keeps how it is left now."""

    def __init__(self, page: TalkPage, context: FaceContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._settings = context, context.settings
        page.is_unfolded = context.settings.has_open_details
        page.folded.connect(self._keep)

    def _keep(self, is_open: bool) -> None:
        context = self._context
        self._settings = settings = replace(self._settings, has_open_details=is_open)
        # A device that cannot keep it forgets it; nothing of the talk hangs on that.
        context.jobs.run(lambda: context.keep_settings(settings), done=lambda _none: None, failed=lambda _error: None)
