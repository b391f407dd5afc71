"""Letting go of much at once without anybody noticing."""

from collections.abc import MutableMapping
from typing import Any

# What is destroyed in one breath takes far less than a window needs to paint.
AT_ONCE = 1_000


def let_go(*heaps: list[Any] | MutableMapping[Any, Any] | set[Any]) -> None:
    """Empty large containers little by little.

    Python destroys a hundred thousand objects in one breath, and no other thread runs until it is over: a window would
    stand still for a tenth of a second.
    """
    for heap in heaps:
        if isinstance(heap, list):
            while heap:
                del heap[-AT_ONCE:]
        elif isinstance(heap, set):
            while heap:
                heap.pop()
        else:
            while heap:
                heap.popitem()
