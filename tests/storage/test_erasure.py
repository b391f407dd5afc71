"""Whoever is erased is gone: from every table, every page, every file and every copy; what is left only counts."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from db import backups, blobs, drafts, erasure, journal, likeness, search, sweeping
from db.drafts import DraftRow
from db.erasure import Rows
from db.errors import Refused
from db.guests import Guest, refill
from db.personal import POLICIES, Erased
from db.records import (
    COLUMNS,
    NAMES,
    SYNCED,
    Aside,
    Attachment,
    CallItem,
    CallLog,
    CampaignContact,
    CheckIn,
    Client,
    ClientUnit,
    Concern,
    ConcernAddition,
    ConcernStep,
    Consent,
    DoNotCall,
    Extension,
    Form,
    FormBox,
    GuideAnswer,
    Invitation,
    InviteContact,
    NeedAck,
    Observation,
    Passage,
    Promise,
    Reception,
    Record,
    Reflection,
    Turn,
    Unit,
)
from db.store import Store, Transaction
from db.trails import changes
from db.vault import device_keys

WORDS = (
    "欧阳千寻", "13912345678", "13987654321", "阳台门一下雨就进水", "客厅也有水印", "雨前做完淋水试验", "孩子夜里怕黑",
    "请别打电话", "已重做密封", "千寻女士说好了", "改名千寻", "还在写的一句", "扫描件千寻", "她家门口",
    "孩子下午才放学", "厨房要大一点", "设计部已记下千寻", "等千寻女士回国", "千寻女士讲了三次", "千寻来电",
    "催问千寻家的门", "听得很细，千寻满意", "晚上不要打",
)  # fmt: skip
# Tables in which nobody who is received is named.
NOT_OF_A_PERSON = {
    "project", "device", "erased", "staff", "staff_role", "code", "unit", "client_owner", "event", "event_staff",
    "roster", "reminder", "event_device", "device_vouch", "closing_reason", "print_job", "guide", "standard_answer",
    "work_day", "work_hours", "clock_rule", "unit_delivery", "common_issue", "common_member", "duty_rule",
    "duty_exemption", "staff_post", "course", "training", "sharing", "campaign", "campaign_member",
    "sheet_layout", "sheet_print", "paper_part", "summary_approval",
}  # fmt: skip


def traces(folder: Path) -> set[tuple[str, str]]:
    """(file, word) of every word found in the bytes of any file, in whatever encoding it could stand there."""
    return {
        (str(file.relative_to(folder)), word)
        for file in folder.rglob("*")
        if file.is_file()
        for content in (file.read_bytes(),)
        for word in (*WORDS, "ouyangqianxun", "qianxun")
        if any(word.encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "gb18030"))
    }


def fill(store: Store) -> None:
    """A client with everything that can be known of one, and another client who stays."""
    with store.transaction(verb="test.fill", subject="client-1") as tx:
        tx.insert(Unit(id="unit-1", created_at=0, key="6-2-1201", spoken="6 栋 2 单元 1201"))
        for number, name in ((1, "欧阳千寻"), (2, "单思源")):
            client = f"client-{number}"
            phone = ("13912345678", "13800138002")[number - 1]
            tx.insert(Client(id=client, created_at=tx.now, name=name, phone=phone, note="请别打电话"))
            tx.insert(ClientUnit(id=f"link-{number}", created_at=0, client=client, unit="unit-1"))
            tx.insert(
                Invitation(
                    id=f"invitation-{number}", created_at=tx.now, event="event-1", client=client,
                    code_hash=f"hash-{number}", spoken=str(4710 + number),
                )
            )  # fmt: skip
            tx.insert(
                Form(id=f"form-{number}", created_at=tx.now, event="event-1", number=f"青-01-{number}", client=client)
            )
            tx.insert(
                CheckIn(
                    id=f"check-{number}", created_at=tx.now, event="event-1", outcome="welcomed", at=tx.now,
                    means="code", admitted=1, client=client, reason="千寻女士说好了",
                )
            )  # fmt: skip
            tx.insert(
                Reception(
                    id=f"talk-{number}", created_at=tx.now, event="event-1", host="staff-1", started_at=tx.now,
                    number=f"青-01-{number}", client=client, place="她家门口",
                )
            )  # fmt: skip
            tx.insert(
                Concern(
                    id=f"concern-{number}", created_at=tx.now, event="event-1", number=f"青-01-{number}-1",
                    words="阳台门一下雨就进水", type="repair", received_by="staff-1", occurred_at=tx.now, client=client,
                    grade="2",
                )
            )  # fmt: skip
            concern = f"concern-{number}"
            tx.insert(
                ConcernAddition(
                    id=f"more-{number}", created_at=tx.now, concern=concern, words="客厅也有水印", said_by="staff-1",
                    at=tx.now,
                )
            )  # fmt: skip
            tx.insert(
                ConcernStep(
                    id=f"step-{number}", created_at=tx.now, concern=concern, state="recorded", decided_by="staff-1",
                    entered_by="staff-1", means="in_person", at=tx.now, facts='{"result":"已重做密封"}',
                )
            )  # fmt: skip
            tx.insert(
                Promise(
                    id=f"promise-{number}", created_at=tx.now, concern=concern, text="雨前做完淋水试验",
                    due="2026-06-01", promised_by="staff-1",
                )
            )  # fmt: skip
            tx.insert(
                Aside(
                    id=f"aside-{number}", created_at=tx.now, event="event-1", words="孩子夜里怕黑", heard_by="staff-1",
                    at=tx.now, client=client,
                )
            )  # fmt: skip
            tx.insert(
                Turn(
                    id=f"turn-{number}", created_at=tx.now, event="event-1", number=f"A00{number}", arrived_at=tx.now,
                    client=client,
                )
            )  # fmt: skip
            tx.insert(
                Passage(
                    id=f"passage-{number}", created_at=tx.now, event="event-1", station="gift", outcome="welcomed",
                    at=tx.now, client=client,
                )
            )  # fmt: skip
            tx.insert(
                InviteContact(
                    id=f"contact-{number}", created_at=tx.now, event="event-1", invitation=f"invitation-{number}",
                    client=client, result="moved", at=tx.now, slot="14:00", words="孩子下午才放学",
                )
            )  # fmt: skip
            tx.insert(
                Consent(
                    id=f"consent-{number}", created_at=tx.now, client=client, kind="notice", text="walk_in:1",
                    at=tx.now, means="screen",
                )
            )  # fmt: skip
            if number == 1:
                fill_follow_up(tx, number, client, concern)
    kept = blobs.keep(store.path, "扫描件千寻".encode())
    with store.transaction(verb="test.more", subject="form-1") as tx:
        tx.insert(
            Attachment(
                id="picture-1", created_at=tx.now, belongs="form", owner="form-1", media_type="image/jpeg", size=15,
                sha256="0" * 64, blob=kept.name, at=tx.now, name="扫描件千寻.jpg", key=kept.key,
            )
        )  # fmt: skip
        tx.insert(
            FormBox(
                id="box-1", created_at=0, form="form-1", picture="picture-1", box="verdict.a", page=1, ticked=1,
                ink=310, is_doubtful=0,
            )
        )  # fmt: skip
        tx.save("client", "client-1", {"phone2": "13987654321"})
        tx.save("client", "client-1", {"phone2": None, "name": "改名千寻"})
        tx.save("concern", "concern-1", {"grade": "3", "wish": "已重做密封"})
        refill(
            tx,
            "event-1",
            [Guest("invitation-1", "event-1", "client-1", "欧阳千寻", "6", "621201", "oyqx", "5678", "4711")],
        )
        drafts.put(tx, DraftRow("draft-1", "talk-1", 0, '{"words":"还在写的一句"}', 1))
        tx.connection.execute(
            "INSERT INTO roster_change(roster, tbl, row_id, col, before, after)"
            " VALUES ('list', 'client', 'client-1', 'name', '欧阳千寻', '改名千寻')"
        )


def fill_follow_up(tx: Transaction, number: int, client: str, concern: str) -> None:
    """What follows a talk: answers to its questions, a day asked for, what the host took from it, calls."""
    talk, at = f"talk-{number}", tx.now
    call: dict[str, Any] = {"campaign": "campaign-1", "client": client, "phone": "13987654321"}
    rows: tuple[Record, ...] = (
        GuideAnswer(
            id=f"said-{number}", created_at=at, reception=talk, question="kitchen", guide=1, at=at, words="厨房要大一点"
        ),
        NeedAck(
            id=f"ack-{number}", created_at=at, concern=concern, department="research_design", at=at,
            words="设计部已记下千寻",
        ),
        Extension(
            id=f"later-{number}", created_at=at, concern=concern, asked_by="staff-1", reason="等千寻女士回国",
            new_due="2026-06-09", at=at,
        ),
        Reflection(
            id=f"thought-{number}", created_at=at, staff="staff-1", at=at, case_words="千寻女士讲了三次",
            lesson="先听完", reception=talk,
        ),
        CampaignContact(
            id=f"call-{number}", created_at=at, staff="staff-1", direction="received", at=at, result="talked",
            caller="千寻来电", **call,
        ),
        CallItem(id=f"item-{number}", created_at=at, words="催问千寻家的门", **call),
        CallLog(id=f"log-{number}", created_at=at, extension="8001", at=at, **call),
        Observation(
            id=f"score-{number}", created_at=at, contact=f"call-{number}", observer="staff-1", at=at, items="{}",
            score=90, words="听得很细，千寻满意",
        ),
        DoNotCall(id=f"quiet-{number}", created_at=at, at=at, client=client, phone="13987654321", reason="晚上不要打"),
    )  # fmt: skip
    for record in rows:
        tx.insert(record)


def erase(store: Store, *clients: str) -> Rows:
    keys = device_keys.read(store.connection)
    with store.transaction(verb="person.erase", subject=clients[0]) as tx:
        row = Erased(
            id=tx.new_id(), created_at=tx.now, created_by="staff-1", records=" ".join(clients), reason="客户要求",
            second="staff-2", signer=keys.signing_public, signature="",
        )  # fmt: skip
        return erasure.erase(tx, erasure.sign(store.identity.project, row, keys.signing))


def test_every_table_that_travels_is_either_of_a_person_or_not() -> None:
    assert {record.table for record in SYNCED} == set(POLICIES) | NOT_OF_A_PERSON
    assert not set(POLICIES) & NOT_OF_A_PERSON


@pytest.mark.parametrize("table", sorted(POLICIES))
def test_every_column_of_a_person_is_either_taken_or_left(table: str) -> None:
    policy = POLICIES[table]
    assert set(NAMES[table]) == set(policy.blanks) | policy.keeps
    assert not set(policy.blanks) & policy.keeps
    may_be_empty = {column.name for column in COLUMNS[table] if column.nullable}
    assert {name for name, blank in policy.blanks.items() if blank is None} <= may_be_empty
    assert set(policy.owners) | set(policy.parents) <= policy.keeps


def test_a30_nothing_of_an_erased_person_is_left_in_any_byte(store: Store) -> None:
    fill(store)
    backups.make(store, stamp="20260101T000000", reason="asked")
    folder = store.path.parent
    with store.transaction(verb="test.other") as tx:
        tx.connection.execute("UPDATE client SET name = '别人', note = NULL WHERE id = 'client-2'")
        for table, policy in POLICIES.items():
            for name in (c.name for c in COLUMNS[table] if c.name in policy.blanks and not c.is_integer):
                if table != "client_unit":
                    tx.connection.execute(f"UPDATE {table} SET {name} = '别的' WHERE id LIKE '%-2'")
    assert {word for _, word in traces(folder)} >= {word for word in WORDS if word != "扫描件千寻"}

    erase(store, "client-1")
    swept = sweeping.sweep(store)

    assert swept.files == 1
    assert len(swept.copies) == 1
    assert not swept.left
    in_copies = {trace for trace in traces(folder) if trace[0].startswith(f"{store.path.name}.backups")}
    assert not traces(folder) - in_copies
    # The other client of the copy still says the same things: hers may stand there.
    assert {word for _, word in in_copies} <= {
        "阳台门一下雨就进水", "客厅也有水印", "雨前做完淋水试验", "孩子夜里怕黑", "请别打电话", "已重做密封",
        "千寻女士说好了", "她家门口", "孩子下午才放学",
    }  # fmt: skip
    assert not list((folder / f"{store.path.name}.blobs").iterdir())
    assert not sweeping.is_waiting(store)


def test_what_is_left_of_an_erased_person_still_counts(store: Store) -> None:
    fill(store)
    before = {table: store.count(f"SELECT count(*) FROM {table}") for table in NAMES if table != "erased"}

    claimed = erase(store, "client-1")

    after = {table: store.count(f"SELECT count(*) FROM {table}") for table in NAMES if table != "erased"}
    assert after == before
    assert {table for table, ids in claimed.items() if ids} == set(POLICIES)
    concern = store.get(Concern, "concern-1")
    assert concern is not None
    assert (concern.words, concern.grade, concern.type, concern.number) == ("—", "3", "repair", "青-01-1-1")
    assert [(one.column, one.before[0]) for one in changes(store, [("concern", "concern-1")])] == [("grade", "2")]
    other = store.get(Concern, "concern-2")
    assert other is not None
    assert other.words == "阳台门一下雨就进水"


def test_the_vector_of_what_an_erased_person_said_goes_and_none_is_made_anew(store: Store) -> None:
    fill(store)
    with store.transaction(verb="test") as tx:
        likeness.put(tx, "model", [("concern-1", b"her words"), ("concern-2", b"other words")])

    erase(store, "client-1")

    assert store.query("SELECT concern FROM likeness") == [("concern-2",)]
    with store.transaction(verb="test") as tx:
        likeness.put(tx, "model", [("concern-1", b"her words")])
    assert store.query("SELECT concern FROM likeness") == [("concern-2",)]
    assert likeness.missing(store, "model", limit=9) == []


def test_an_erased_person_is_found_no_more(store: Store) -> None:
    fill(store)
    erase(store, "client-1")
    assert not search.find(store, "ouyang")
    assert not search.find(store, "5678")
    assert [hit.id for hit in search.find(store, "danli")] == []
    assert [hit.id for hit in search.find(store, "8002")] == ["client-2"]
    assert search.faults(store) == ()


def test_the_chain_of_the_journal_holds_without_the_salts_of_what_was_erased(store: Store) -> None:
    fill(store)
    with store.transaction(verb="test.elsewhere", subject="event-1"):
        pass
    salted = store.count("SELECT count(*) FROM journal WHERE salt IS NOT NULL")
    erase(store, "client-1")
    unsalted = {row[0] for row in store.query("SELECT verb FROM journal WHERE salt IS NULL")}
    assert {"test.fill", "test.more"} <= unsalted
    assert salted > len(unsalted)
    assert journal.breaks(store) == ()


def test_nothing_new_can_be_said_about_an_erased_person(store: Store) -> None:
    fill(store)
    erase(store, "client-1")
    for row in (
        Concern(
            id="late", created_at=1, event="event-1", number="n", words="又漏了", type="repair", received_by="s",
            occurred_at=1, client="client-1",
        ),
        ConcernAddition(id="late", created_at=1, concern="concern-1", words="又漏了", said_by="s", at=1),
        Promise(id="late", created_at=1, concern="concern-1", text="再来", due="2026-06-01", promised_by="s"),
    ):  # fmt: skip
        with pytest.raises(Refused, match="person_erased"), store.transaction(verb="test.late") as tx:
            tx.insert(row)
    for table, row_id, cells in (
        ("client", "client-1", {"name": "欧阳千寻"}),
        ("client", "client-1", {"deleted": 0}),
        ("concern", "concern-1", {"answer": "又漏了"}),
    ):
        with pytest.raises(Refused, match="person_erased"), store.transaction(verb="test.late") as tx:
            tx.save(table, row_id, cells)
    with store.transaction(verb="test.late") as tx:
        assert tx.save("concern", "concern-1", {"grade": "1"}) == 1
        assert tx.save("client", "client-1", {"deleted": 1}) == 0
        tx.insert(
            CheckIn(
                id="late", created_at=1, event="event-1", outcome="welcomed", at=1, means="code", admitted=1,
                client="client-1", reason="认得她",
            )
        )  # fmt: skip
    late = store.get(CheckIn, "late")
    assert late is not None
    assert late.reason is None


def test_a_file_that_two_rows_name_stays_while_one_of_them_does(store: Store) -> None:
    fill(store)
    with store.transaction(verb="test.twice") as tx:
        picture = store.get(Attachment, "picture-1")
        assert picture is not None
        tx.insert(dataclasses.replace(picture, id="picture-2", owner="form-2"))
    erase(store, "client-1")
    assert sweeping.sweep(store).files == 0
    erase(store, "client-2")
    assert sweeping.sweep(store).files == 1


def test_rows_of_a_person_that_come_later_are_claimed_wherever_they_hang(store: Store) -> None:
    fill(store)
    erase(store, "client-1")
    with store.transaction(verb="test.claim") as tx:
        found = erasure.claim(tx, [("concern", "concern-9")])
        tx.insert(ConcernStep(
            id="step-9", created_at=1, concern="concern-9", state="recorded", decided_by="s", entered_by="s",
            means="phone", at=1, facts='{"result":"话"}',
        ))  # fmt: skip
    assert found == {"concern": {"concern-9"}}
    step = store.get(ConcernStep, "step-9")
    assert step is not None
    assert step.facts == "{}"


def test_an_older_file_put_back_by_hand_meets_the_list_of_erasures(store: Store, tmp_path: Path) -> None:
    fill(store)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    older = store.path.read_bytes()
    erase(store, "client-1")
    sweeping.sweep(store)
    path = store.path
    store.close()
    path.write_bytes(older)

    from db.opening import open_store

    with open_store(path) as back:
        assert back.count("SELECT count(*) FROM client WHERE name = '改名千寻'") == 1
        assert sweeping.recall(back) == 1
        assert sweeping.recall(back) == 0
        assert back.count("SELECT count(*) FROM client WHERE name = '改名千寻'") == 0
        assert sweeping.is_waiting(back)
        sweeping.sweep(back)
    assert "改名千寻" not in path.read_bytes().decode("utf-8", "ignore")


def test_a_record_of_an_erasure_that_nobody_signed_erases_nothing(store: Store) -> None:
    fill(store)
    keys = device_keys.read(store.connection)
    row = Erased(
        id="e", created_at=1, records="client-1", reason="假", second="s", signer=keys.signing_public,
        signature="00" * 64,
    )  # fmt: skip
    assert not erasure.is_genuine(store.identity.project, row)
    signed = erasure.sign("elsewhere", dataclasses.replace(row, signer=keys.signing_public), keys.signing)
    assert erasure.is_genuine("elsewhere", signed)
    assert not erasure.is_genuine(store.identity.project, signed)
    assert not erasure.is_genuine("elsewhere", dataclasses.replace(signed, records="client-2"))


def test_positions_that_come_again_after_an_erasure_are_sent_again(store: Store) -> None:
    from db.exchange.blocks import export_blocks, last_export, note_export, positions_now

    fill(store)
    with store.transaction(verb="package.export") as tx:
        tx.save("client", "client-1", {"note": "最后一笔"})
        note_export(tx, positions_now(tx))
    erase(store, "client-1")
    with store.transaction(verb="test.after") as tx:
        tx.save("concern", "concern-2", {"grade": "1"})
    told = [row for table, rows in export_blocks(store, last_export(store)) if table == "edit" for row in rows]
    assert {(row[0], row[1], row[2]) for row in told} == {("concern", "concern-2", "grade")}
    assert len(told) == 2
