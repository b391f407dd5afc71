"""The library of agreed answers: drafted, agreed to by another person, found while a client waits, used, replaced."""

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

from db.errors import Misused, Refused, Trouble
from db.records import Concern, ConcernStep, Reception, StandardAnswer
from db.store import Store
from desktop.cli import answer_words
from desktop.roster.sheets import write_sheet
from desktop.rules.answers import STATES
from desktop.services.answers import agreeing, finding, importing
from desktop.services.answers.finding import Library
from desktop.services.opening import found_project
from desktop.services.people import staff
from desktop.services.registry import Caller, administrator

NOW_MS = 1_779_500_000_000  # 23 May 2026, in the morning in Shanghai
A_DAY_MS = 86_400_000
QUESTION = "窗边漏水多久来修"
WORDS = "当天登记，第二天由工程部到场查看，三个工作日内书面答复。"


@dataclass(slots=True)
class House:
    """A database with people who write and people who agree."""

    store: Store
    writer: str
    head: str
    lead: str

    @property
    def caller(self) -> Caller:
        return administrator(self.store)

    def as_(self, person: str, *roles: str) -> Caller:
        return Caller(person, frozenset(roles), "office")

    def draft(self, question: str = QUESTION, until: str = "2026-12-31", **more: str) -> str:
        fields = {"question": question, "words": WORDS, "valid_until": until, **more}
        return agreeing.draft(self.caller, self.store, by=self.writer, fields=fields)

    def agreed(self, question: str = QUESTION, until: str = "2026-12-31", **more: str) -> str:
        answer = self.draft(question, until, **more)
        agreeing.approve(self.caller, self.store, answer=answer, by=self.head)
        return answer

    def state(self, answer: str, now_ms: int = NOW_MS) -> str:
        shown = finding.everything(self.caller, self.store, now_ms=now_ms)
        return next(one.state for one in shown if one.id == answer)

    def found(self, text: str, now_ms: int = NOW_MS, kept: Library | None = None) -> list[tuple[str, str]]:
        hits = finding.search(self.caller, self.store, text=text, now_ms=now_ms, library=kept)
        return [(one.id, one.state) for one in hits]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with found_project(tmp_path / "o.db", name="青禾里", mark=None, device_name="办公室", passphrase=None) as store:
        store.clock = lambda: NOW_MS
        office = administrator(store)
        writer = staff.add(office, store, name="何苗", level="staff", roles=("coordinator",))
        head = staff.add(office, store, name="苏棠", level="staff", roles=("office_head",))
        lead = staff.add(office, store, name="宋明远", level="regional_president", roles=("supervisor", "coordinator"))
        yield House(store, writer, head, lead)


def code_of(refusal: pytest.ExceptionInfo[Trouble]) -> str:
    return refusal.value.code


def test_a11_an_answer_has_who_stands_for_it_and_until_when_and_counts_once_another_person_agreed(
    house: House,
) -> None:
    answer = house.draft(never="不承诺更换整窗")
    assert (house.state(answer), house.found("漏水")) == ("draft", [])

    with pytest.raises(Refused) as own:
        agreeing.approve(house.caller, house.store, answer=answer, by=house.writer)
    agreeing.approve(house.caller, house.store, answer=answer, by=house.head)
    (shown,) = finding.everything(house.caller, house.store, now_ms=NOW_MS)

    assert code_of(own) == "approver_role_missing"
    assert (shown.drafted_by, shown.approved_by, shown.valid_until) == ("何苗", "苏棠", "2026-12-31")
    assert (shown.state, shown.never) == ("valid", "不承诺更换整窗")
    with pytest.raises(Misused) as no_day:
        agreeing.draft(house.caller, house.store, by=house.writer, fields={"question": "问", "words": "答"})
    assert code_of(no_day) == "day_unreadable"


def test_nobody_agrees_to_their_own_words_nor_in_the_name_of_another(house: House) -> None:
    fields = {"question": "问", "words": "答", "valid_until": "2026-12-31"}
    own = agreeing.draft(house.caller, house.store, by=house.lead, fields=fields)
    theirs = house.draft()

    with pytest.raises(Refused) as alone:
        agreeing.approve(house.caller, house.store, answer=own, by=house.lead)
    with pytest.raises(Refused) as for_another:
        agreeing.approve(house.as_(house.writer, "coordinator"), house.store, answer=theirs, by=house.head)
    # Whoever rewrites a draft has written it.
    agreeing.change(house.caller, house.store, answer=theirs, by=house.lead, fields={"words": "另一种说法"})
    with pytest.raises(Refused) as rewritten:
        agreeing.approve(house.as_(house.lead, "supervisor", "coordinator"), house.store, answer=theirs, by=house.lead)

    assert [code_of(one) for one in (alone, for_another, rewritten)] == [
        "answer_own_draft", "approve_for_yourself", "answer_own_draft",
    ]  # fmt: skip


def test_a11_an_expired_answer_is_shown_marked_behind_those_in_use_and_is_not_usable(house: House) -> None:
    over = house.agreed("漏水之后墙面怎么处理", until="2026-05-23")
    good = house.agreed("窗边漏水多久来修")
    tomorrow = NOW_MS + A_DAY_MS

    today_found, found = house.found("漏水"), house.found("漏水", tomorrow)

    assert today_found == [(over, "soon"), (good, "valid")]
    assert found == [(good, "valid"), (over, "expired")]
    marked = finding.search(house.caller, house.store, text="漏水", now_ms=tomorrow)
    assert [one.is_usable for one in marked] == [True, False]


def test_what_is_over_cannot_be_agreed_to(house: House) -> None:
    answer = house.draft(until="2026-05-22")

    with pytest.raises(Refused) as over:
        agreeing.approve(house.caller, house.store, answer=answer, by=house.head)

    assert code_of(over) == "answer_over"


def test_a_change_waits_beside_the_answer_in_use_until_somebody_agrees_and_the_old_one_stays_to_be_read(
    house: House,
) -> None:
    old = house.agreed()
    new = agreeing.change(house.caller, house.store, answer=old, by=house.writer, fields={"words": "两个工作日内答复"})
    again = agreeing.change(house.caller, house.store, answer=old, by=house.writer, fields={"never": "不承诺赔偿"})
    assert new == again != old
    assert house.found("漏水") == [(old, "valid")]

    agreeing.approve(house.caller, house.store, answer=new, by=house.head)

    assert (house.state(old), house.state(new)) == ("replaced", "valid")
    assert house.found("漏水") == [(new, "valid")]
    kept = house.store.get(StandardAnswer, old)
    assert kept is not None
    assert kept.words == WORDS
    with pytest.raises(Refused) as replaced:
        agreeing.restore(house.caller, house.store, answer=old)
    assert code_of(replaced) == "answer_replaced"


def test_a_change_that_changes_nothing_is_none(house: House) -> None:
    old = house.agreed()

    assert agreeing.change(house.caller, house.store, answer=old, by=house.lead, fields={"words": WORDS}) == old


def test_a_withdrawn_answer_is_offered_no_more_and_can_be_put_back(house: House) -> None:
    answer = house.agreed()
    agreeing.withdraw(house.caller, house.store, answer=answer)
    gone = house.found("漏水")
    agreeing.restore(house.caller, house.store, answer=answer)

    assert (gone, house.found("漏水")) == ([], [(answer, "valid")])


def test_a_library_that_is_kept_sees_what_was_written_since(house: House) -> None:
    kept = Library()
    house.agreed()
    before = house.found("wsj", kept=kept)
    second = house.agreed("卫生间水压小")

    assert before == []
    assert house.found("wsj", kept=kept) == [(second, "valid")]


def test_a_list_of_answers_becomes_drafts_and_every_row_is_accounted_for(house: House, tmp_path: Path) -> None:
    house.agreed()
    file = tmp_path / "口径.xlsx"
    rows = [
        ("房产证什么时候办", "资料齐了以后按窗口时限办理", "2027/3/1", "服务品质", "不承诺哪一天拿证"),
        (QUESTION, "另一种说法", "2027-01-01", "", ""),
        ("没有口径", "", "2027-01-01", "", ""),
        ("车位怎么租", "到物业前台登记", "明年", "", ""),
        ("物业费几时交", "每季度第一个月", "2027-01-01", "风水", ""),
        ("房产证什么时候办？", "又写了一次", "2027-01-01", "", ""),
    ]
    write_sheet(file, ("问题", "口径", "有效期至", "类别", "不得承诺"), rows, title="口径")

    made = importing.import_file(house.caller, house.store, file=file, by=house.writer)

    assert (made.read, len(made.added), made.known) == (6, 1, 2)
    assert [(one.row, one.column, one.reason) for one in made.rejected] == [
        (4, "words", "answer_words_missing"), (5, "valid_until", "day_unreadable"), (6, "area", "code_unknown"),
    ]  # fmt: skip
    assert made.read == len(made.added) + made.known + len(made.rejected)
    added = house.store.get(StandardAnswer, made.added[0])
    assert added is not None
    assert (added.area, added.valid_until, added.never) == ("service_quality", "2027-03-01", "不承诺哪一天拿证")
    assert house.state(made.added[0]) == "draft"


def test_a_list_without_its_headings_changes_nothing(house: House, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text("姓名,电话\n江晚,1\n", encoding="utf-8")

    with pytest.raises(Misused) as wrong:
        importing.import_file(house.caller, house.store, file=file, by=house.writer)

    assert code_of(wrong) == "answer_headings"
    assert finding.everything(house.caller, house.store, now_ms=NOW_MS) == ()


def test_how_often_an_answer_was_used_is_counted_from_the_concerns_that_carry_it(house: House) -> None:
    answer = house.agreed()
    with house.store.transaction(verb="test") as tx:
        for number in range(3):
            tx.insert(
                Concern(
                    id=tx.new_id(), created_at=NOW_MS, event="e", number=str(number), words="漏", type="repair",
                    received_by=house.head, occurred_at=NOW_MS, standard_answer=answer if number else None,
                )
            )  # fmt: skip

    (shown,) = finding.everything(house.caller, house.store, now_ms=NOW_MS)

    assert shown.used == 2


def test_a11_the_time_to_answer_is_measured_from_the_beginning_of_the_talk_with_an_agreed_answer_and_without(
    house: House,
) -> None:
    answer = house.agreed()
    with house.store.transaction(verb="test") as tx:
        for minutes, used in ((4, answer), (6, answer), (20, None)):
            talk = tx.insert(
                Reception(id=tx.new_id(), created_at=NOW_MS, event="e", host=house.head, started_at=NOW_MS, number="1")
            )
            concern = tx.insert(
                Concern(
                    id=tx.new_id(),
                    created_at=NOW_MS,
                    event="e",
                    number="1",
                    words="漏",
                    type="repair",
                    reception=talk,
                    received_by=house.head,
                    occurred_at=NOW_MS + 60_000,
                    standard_answer=used,
                )
            )
            tx.insert(
                ConcernStep(
                    id=tx.new_id(), created_at=NOW_MS, concern=concern, state="answered", decided_by=house.head,
                    entered_by=house.head, means="in_person", at=NOW_MS + minutes * 60_000,
                )
            )  # fmt: skip

    speed = finding.speed(house.caller, house.store)

    assert (speed.with_answer, speed.with_min, speed.without_answer, speed.without_min) == (2, 5.0, 1, 20.0)


def test_the_states_of_the_command_line_are_those_of_the_rules() -> None:
    assert set(answer_words.STATES) == set(STATES)


@pytest.mark.full
def test_a11_two_characters_answer_within_100_ms_on_2000_answers(house: House) -> None:
    draw, syllables = random.Random(11), "漏水空鼓交付延期房产证车位物业费学区装修保修门窗玻璃电梯噪音绿化贷款面积"
    with house.store.transaction(verb="test") as tx:
        for number in range(2_000):
            words = "".join(draw.choices(syllables, k=60))
            tx.insert(
                StandardAnswer(
                    id=tx.new_id(), created_at=NOW_MS, drafted_by=house.writer, question=f"{words[:14]}{number}",
                    words=words, keywords=words[20:26], approved_by=house.head, approved_at=NOW_MS,
                    valid_until="2026-12-31",
                )
            )  # fmt: skip
    kept, taken = Library(), list[float]()
    house.found("漏水", kept=kept)

    for text in [*("".join(draw.choices(syllables, k=2)) for _ in range(100)), "ls", "wyf", "fcz", "loushui", "jf"]:
        begun = time.perf_counter()
        house.found(text, kept=kept)
        taken.append((time.perf_counter() - begun) * 1_000)

    sys.stdout.write(f"2,000 answers: median {median(taken):.2f} ms, longest {max(taken):.2f} ms\n")
    assert max(taken) < 100
