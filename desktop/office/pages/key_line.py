"""The line at a list's foot that says which keys do something there."""

from desktop.widgets.labels import KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, row


class KeyLine(Part):
    """`keys` holds the caps of each deed; `set_texts` says what they do, in the same order."""

    def __init__(self, *keys: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._texts = tuple(Label("", "caption", "ink3") for _ in keys)
        shown: list[Label | int] = []
        for caps, text in zip(keys, self._texts, strict=True):
            shown += [*(KeyCap(cap) for cap in caps), text, PX.s8]
        self.setLayout(row(*shown, None, gap=PX.s4, margins=(PX.page_margin, PX.s8, 0, PX.s8)))

    def set_texts(self, *texts: str) -> None:
        """What the keys do, in the language spoken now. ValueError for another number of texts."""
        for label, text in zip(self._texts, texts, strict=True):
            label.setText(text)
