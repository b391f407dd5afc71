"""Guides that a project wrote itself, and the answers to the questions of guides."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from db.ids import NAMED_AT, named_id
from db.records import Guide, GuideAnswer

if TYPE_CHECKING:
    from db.store import Reader, Transaction


def written(reader: "Reader", node: str) -> tuple[Guide, ...]:
    """The versions of a node's guide that the project wrote, the oldest first.

    Two offices that wrote the same version apart are both there, in the order in which they were made.
    """
    return reader.records(Guide, "WHERE node = :node AND deleted = 0 ORDER BY version, id", node=node)


def answer_id(reception: str, question: str) -> str:
    """The id that every device gives to the answer to this question in this talk."""
    return named_id("guide_answer", reception, question)


def put_answer(
    tx: "Transaction", *, reception: str, question: str, guide: int, value: str | None, words: str | None
) -> str:
    """Write an answer to a question of a guide's version, or another one over it; returns its id."""
    answer = GuideAnswer(
        id=answer_id(reception, question), created_at=NAMED_AT, reception=reception, question=question, guide=guide,
        at=tx.now, value=value, words=words,
    )  # fmt: skip
    if tx.get(GuideAnswer, answer.id) is None:
        return tx.insert(answer)
    told = asdict(answer)
    del told["id"], told["created_at"], told["created_by"]
    tx.save("guide_answer", answer.id, told)
    return answer.id


def answers(reader: "Reader", reception: str) -> dict[str, GuideAnswer]:
    """What was answered in a talk, by the question's key."""
    found = reader.records(GuideAnswer, "WHERE reception = :reception AND deleted = 0 ORDER BY id", reception=reception)
    return {one.question: one for one in found}


def of_node(reader: "Reader", node: str) -> tuple[GuideAnswer, ...]:
    """Every answer given at the events of a node."""
    return reader.records(
        GuideAnswer,
        "WHERE deleted = 0 AND reception IN (SELECT r.id FROM reception r JOIN event e ON e.id = r.event"
        " WHERE e.node = :node AND r.deleted = 0) ORDER BY at, id",
        node=node,
    )
