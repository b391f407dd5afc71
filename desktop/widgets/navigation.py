"""The pages of the host's and the office's window, down the left side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, Hairline, Label, Mark
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class Navigation(Part):
    """The mark with two lines, then one item for each page; counts stand only where work waits."""

    chosen = Signal(str)

    def __init__(self, groups: tuple[tuple[tuple[str, str], ...], ...], parent: QWidget | None = None) -> None:
        """`groups` hold pairs of a page's name and its icon; the last group stands at the foot."""
        super().__init__(parent)
        self.setProperty("fill", "raised")
        self.setFixedWidth(PX.navigation)
        self._title = ElidedLabel("", "small_strong")
        self._place = ElidedLabel("", "caption", "ink3")
        self._items: dict[str, Button] = {}
        head = row(Mark(), PX.s12 - PX.s2, column(self._title, self._place), margins=(PX.s8, PX.s8, 0, PX.s8))
        # Seventeen items fit a window of 800 px.
        layout = column(head, margins=(PX.s12, PX.s8, PX.s12, PX.s8))
        for number, group in enumerate(groups):
            if number and number == len(groups) - 1:
                layout.addStretch(1)
            elif number:
                layout.addSpacing(PX.s8)
            for name, icon in group:
                layout.addWidget(self._item(name, icon))
        self._person = Part()
        self._initial, self._name = Label("", "caption_strong", "accent_ink"), ElidedLabel("", "small_strong")
        self._role = ElidedLabel("", "caption", "ink3")
        self._initial.setProperty("part", "initial")
        self._initial.setFixedSize(PX.mark, PX.mark)
        self._initial.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._person.setLayout(
            row(self._initial, PX.s12 - PX.s2, column(self._name, self._role), margins=(PX.s12, PX.s8, 0, 0))
        )
        self._person.hide()
        layout.addWidget(self._person)
        whole = row(layout, Hairline(is_upright=True))
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def set_head(self, title: str, place: str) -> None:
        """The two lines beside the mark."""
        self._title.setText(title)
        self._place.setText(place)

    def set_person(self, name: str, role: str) -> None:
        """Who is signed in, at the foot; an empty role leaves one line."""
        self._initial.setText(name[:1])
        self._name.setText(name)
        self._role.setText(role)
        self._role.setVisible(bool(role))
        self._person.setVisible(bool(name))

    def set_text(self, name: str, text: str) -> None:
        """The title of a page in the language spoken now. KeyError for an unknown page."""
        self._items[name].setText(text)

    def set_count(self, name: str, count: int) -> None:
        """How much waits on a page; 0 shows nothing."""
        self._items[name].set_key(str(count) if count else "")

    def show_page(self, name: str) -> None:
        """Mark the page that is open, without telling anybody."""
        for each, item in self._items.items():
            item.setChecked(each == name)

    def _item(self, name: str, icon: str) -> Button:
        item = Button("", "nav", "nav", icon=icon)
        item.setObjectName(f"page_{name}")
        item.clicked.connect(lambda: self._choose(name))
        self._items[name] = item
        return item

    def _choose(self, name: str) -> None:
        self.show_page(name)
        self.chosen.emit(name)
