"""Texts compared by their characters: TF-IDF over single characters and pairs, in numpy alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.likeness.texts import plain

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

# So many of the most frequent grams are compared as a matrix, the rest one by one: both at once is fastest.
_DENSE: Final = 512


def grams(text: str) -> Counter[str]:
    """Every character and every pair of neighbours of the plain text, counted."""
    bare = plain(text)
    found = Counter(bare)
    found.update(map("".join, pairwise(bare)))
    return found


@dataclass(frozen=True, slots=True)
class Characters:
    """The weights of all texts, by gram and by text.

    Gram g stands in texts[starts[g]:starts[g + 1]] with these weights; text t holds
    own_grams[own_starts[t]:own_starts[t + 1]] with its own weights, whose length is 1; a text without a letter none.
    """

    count: int
    known: dict[str, int]
    rarity: Floats
    starts: Places
    texts: Places
    weights: Floats
    own_starts: Places
    own_grams: Places
    own_weights: Floats

    def scores(self, text: str) -> Floats:
        """How alike each of the texts is to this one, 0 to 1."""
        result = np.zeros(self.count, np.float32)
        pairs = [(self.known.get(gram, -1), times) for gram, times in grams(text).items()]
        # What no text holds is as rare as can be, and makes the others count for less.
        rarest = np.log(1.0 + self.count) + 1.0
        weights = [times * (float(self.rarity[gram]) if gram >= 0 else rarest) for gram, times in pairs]
        length = float(np.linalg.norm(weights)) if weights else 0.0
        for (gram, _), weight in zip(pairs, weights, strict=True):
            if gram >= 0:
                span = slice(self.starts[gram], self.starts[gram + 1])
                result[self.texts[span]] += self.weights[span] * np.float32(weight / length)
        return result

    def matrix(self) -> tuple[Floats, list[int]]:
        """The most frequent grams as columns of a matrix, and the numbers of all others that several texts share."""
        sizes = np.diff(self.starts)
        order = np.argsort(-sizes, kind="stable")
        dense = order[:_DENSE]
        columns = np.zeros((self.count, len(dense)), np.float32)
        for column, gram in enumerate(dense):
            span = slice(self.starts[gram], self.starts[gram + 1])
            columns[self.texts[span], column] = self.weights[span]
        return columns, [int(gram) for gram in order[_DENSE:] if sizes[gram] > 1]

    def add_products(self, matrix: Floats, rest: Sequence[int], factor: float) -> None:
        """Add `factor` times the products of the weights of the grams in `rest` to a matrix of all texts."""
        for gram in rest:
            span = slice(self.starts[gram], self.starts[gram + 1])
            places, weights = self.texts[span], self.weights[span]
            matrix[places[:, None], places] += np.float32(factor) * weights[:, None] * weights

    def of_texts(self, places: Places) -> Floats:
        """How alike each of these few texts is to each other one of them."""
        spans = [slice(self.own_starts[place], self.own_starts[place + 1]) for place in places]
        rows = np.repeat(np.arange(len(places)), [span.stop - span.start for span in spans])
        used, columns = np.unique(np.concatenate([self.own_grams[span] for span in spans]), return_inverse=True)
        weights = np.zeros((len(places), len(used)), np.float32)
        weights[rows, columns] = np.concatenate([self.own_weights[span] for span in spans])
        return weights @ weights.T


def characters_of(texts: Sequence[str]) -> Characters:
    """The weights of these texts."""
    known: dict[str, int] = {}
    rows: list[int] = []
    grams_: list[int] = []
    times: list[int] = []
    for row, text in enumerate(texts):
        found = grams(text)
        grams_ += [known.setdefault(gram, len(known)) for gram in found]
        times += found.values()
        rows += [row] * len(found)
    gram_of, text_of = np.asarray(grams_, np.int64), np.asarray(rows, np.int64)
    held_by = np.bincount(gram_of, minlength=len(known))
    rarity = np.log((1.0 + len(texts)) / (1.0 + held_by)) + 1.0
    weights = np.asarray(times, np.float64) * rarity[gram_of]
    lengths = np.sqrt(np.bincount(text_of, weights**2, minlength=len(texts)))
    weights /= lengths[text_of]
    order = np.argsort(gram_of, kind="stable")
    starts = np.concatenate(([0], np.cumsum(held_by))).astype(np.int64)
    own_starts = np.searchsorted(text_of, np.arange(len(texts) + 1)).astype(np.int64)
    small = weights.astype(np.float32)
    return Characters(
        len(texts), known, rarity.astype(np.float32), starts, text_of[order], small[order], own_starts, gram_of, small
    )
