"""A device's fingerprint as two people compare it: read aloud as words, to the letter, or by the code on its screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout
from typing_extensions import override

from desktop.office.speech import Speech
from desktop.rules.fingerprints import LETTERS, code_text, read_code, words
from desktop.widgets.code_view import CodeView
from desktop.widgets.fields import Line
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_WORDS_A_LINE = 5


class FingerprintView(Part):
    """`same` tells that what was scanned or typed is this fingerprint. Narrow ones go without the code."""

    same = Signal()

    def __init__(self, speech: Speech, fingerprint: str, *, is_own: bool = False, is_narrow: bool = False) -> None:
        super().__init__()
        self._speech, self._fingerprint, self._is_own = speech, fingerprint, is_own
        self._words = [Label("", "section", wraps=is_narrow) for _ in range(2)]
        groups = fingerprint.split("-")
        half = (len(groups) + 1) // 2
        letters = [Label("  ".join(part), "body", "ink2") for part in (groups[:half], groups[half:])]
        self._told = Label("", "small", "ink2", wraps=True)
        self.line = Line(icon="scan-line")
        self.line.setObjectName(f"compare_{fingerprint}")
        self.line.textChanged.connect(self._compare)
        self.line.setVisible(not is_own)
        self._sign, self._answer = IconLabel("check", PX.icon, "success"), Label("", "small", wraps=True)
        answer = row(self._sign, PX.s8, self._answer)
        answer.setStretch(2, 1)
        texts = column(*self._words, PX.s4, *letters, PX.s4, self._told, self.line, answer, None, gap=PX.s4)
        content: QLayout = texts
        if not is_narrow:
            code = CodeView(code_text(fingerprint))
            code.setAccessibleName(fingerprint)
            content = row(column(code, None), PX.s24, texts)
            content.setStretch(2, 1)
        self.setLayout(content)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        told = words(self._fingerprint, self._speech.language)
        gap = "  " if self._speech.language == "zh" else " · "
        for label, start in zip(self._words, (0, _WORDS_A_LINE), strict=True):
            label.setText(gap.join(told[start : start + _WORDS_A_LINE]))
        own = self.tr("Read these words to whoever is to trust this computer, or let them scan the code.")
        other = self.tr("Ask its owner to open this page there and to read out the words of that computer.")
        self._told.setText(own if self._is_own else other)
        hint = self.tr("Scan its code, or type the letters")
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self._compare()

    def _compare(self) -> None:
        typed = self.line.text().strip().upper()
        letters = (read_code(typed) or typed).replace("-", "").replace(" ", "")
        is_whole = len(letters) >= LETTERS
        is_same = letters == self._fingerprint.replace("-", "")
        for part in (self._sign, self._answer):
            part.setVisible(is_whole)
        self._sign.show_icon("check" if is_same else "triangle-alert", "success" if is_same else "danger")
        no = self.tr("Not the same: this is another device. Do not trust it.")
        self._answer.setText(self.tr("The same.") if is_same else no)
        if is_whole and is_same:
            self.same.emit()
