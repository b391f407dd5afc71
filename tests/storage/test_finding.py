"""What people say and type at a desk when they have no code, and who is to stand first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.ids import new_id
from db.records import Client, Invitation
from db.spelling.ranking import slips
from db.spelling.rooms import read_room
from db.store import Store
from desktop.services.guests.finding import at_door
from desktop.services.guests.rooms import link_room
from desktop.services.opening import found_project
from desktop.services.registry import administrator

EVENT = "event-1"
PEOPLE = (
    ("陈知夏", "13800138001", "6-2-1201"), ("陈子萱", "13800132222", "9栋301"), ("单思源", "13911110003", "3#2-1501"),
    ("任立夏", "13911110004", "5-1-802"), ("林立夏", "13911110005", "5-1-803"), ("曾一鸣", "13911110006", "A座1502"),
    ("解春晓", "13911110007", "2-1-101"), ("仇英", "13911110008", "2-1-102"), ("查良", "13911110009", "2-1-103"),
    ("朴秀贤", "13911110010", "2-1-104"), ("区永泰", "13911110011", "2-1-105"), ("翟墨", "13911110012", "2-1-106"),
    ("乐正清", "13911110013", "2-1-107"), ("乐嘉言", "13911110014", "2-1-108"),
    ("欧阳南乔", "13922226666", "2-1-109"),
    ("欧阳", "13911110016", "2-1-110"), ("尉迟恭谨", "13911110017", "2-1-111"), ("李杉", "13911110018", "2-1-112"),
    ("山本陈", "13911110019", "2-1-113"), ("吕绿", "13911110020", "2-1-114"),
    ("阿依古丽·买买提", "13911110021", "2-1-115"),
    ("Anna Berg", "13922227777", "1-1-101"), ("林静", "13911110023", "7-1-101"), ("宁宁", "13911110024", "7-1-102"),
    ("盖楠", "13911110025", "7-1-103"), ("陈晨曦", "13911110026", "7-1-104"), ("陈晨", "13911110027", "7-1-105"),
    ("张伟", "13911118888", "8-1-101"), ("张伟", "13911119999", "8-1-102"), ("黄海", "13911110030", "8-1-103"),
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = found_project(
        Path(tmp_path_factory.mktemp("door")) / "d.db", name="青禾里", mark="青", device_name="签到台", passphrase=None
    )
    with made.transaction(verb="test.list") as tx:
        for number, (name, phone, room) in enumerate(PEOPLE):
            client = tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=name, phone=phone))
            link_room(tx, client, read_room(room))
            tx.insert(
                Invitation(
                    id=tx.new_id(), created_at=tx.now, event=EVENT, client=client, code_hash=f"{number:064}",
                    spoken=f"{5_000_000 + number}",
                )
            )  # fmt: skip
        # Older than everybody on the list, and not invited.
        for name in ("陈旧识", "单旧识"):
            tx.insert(Client(id=new_id(1), created_at=1, name=name))
    yield made
    made.close()


def found(store: Store, query: str, limit: int = 20) -> list[str]:
    return [one.name for one in at_door(administrator(store), store, event=EVENT, query=query, limit=limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        # One character, the whole name, its end, a name within a name.
        ("陈", "陈知夏"), ("单", "单思源"), ("陈知夏", "陈知夏"),
        ("思源", "单思源"), ("陈晨", "陈晨"), ("欧阳", "欧阳"),
        ("南乔", "欧阳南乔"), ("买买提", "阿依古丽·买买提"), ("陈子萱女士", ""),
        # Full pinyin, with and without a space, as far as it was typed, initials, both mixed.
        ("chenzhixia", "陈知夏"), ("chen zhixia", "陈知夏"), ("chenzh", "陈知夏"),
        ("CZX", "陈知夏"), ("chenzx", "陈知夏"),
        ("oynq", "欧阳南乔"), ("ouyangnq", "欧阳南乔"), ("sy", "单思源"), ("aygl", "阿依古丽·买买提"),
        # Rare surnames as they are read, and as somebody reads them who does not know.
        ("shansiyuan", "单思源"), ("dansiyuan", "单思源"), ("zengyiming", "曾一鸣"), ("cengyiming", "曾一鸣"),
        ("xiechunxiao", "解春晓"), ("jiechunxiao", "解春晓"), ("qiuying", "仇英"), ("chouying", "仇英"),
        ("zhaliang", "查良"), ("chaliang", "查良"), ("piaoxiuxian", "朴秀贤"), ("puxiuxian", "朴秀贤"),
        ("ouyongtai", "区永泰"), ("quyongtai", "区永泰"), ("zhaimo", "翟墨"),
        ("dimo", "翟墨"), ("yuezhengqing", "乐正清"),
        ("yuejiayan", "乐嘉言"), ("lejiayan", "乐嘉言"), ("yuchi", "尉迟恭谨"),
        ("weichi", "尉迟恭谨"), ("genan", "盖楠"),
        ("gainan", "盖楠"), ("ren", "任立夏"), ("lvlv", "吕绿"), ("lulu", "吕绿"),
        # The surname's reading first: 单 before 李杉 and 山本, 林 before 任.
        ("shan", "单思源"), ("lin", "林立夏"), ("chen", "陈知夏"), ("yue", "乐正清"),
        # The end of the phone, all of it, the number on the invitation; the room in many spellings.
        ("8001", "陈知夏"), ("13800138001", "陈知夏"), ("138001", "陈知夏"),
        ("5000003", "任立夏"), ("chen8001", "陈知夏"),
        ("6-2-1201", "陈知夏"), ("6栋2单元1201", "陈知夏"), ("6#2-1201", "陈知夏"),
        ("6-1201", "陈知夏"), ("1201", "陈知夏"),
        ("6幢2单元1201室", "陈知夏"), ("\uff16-2-1201", "陈知夏"), ("六栋1201", "陈知夏"), ("9-301", "陈子萱"),
        ("A座1502", "曾一鸣"), ("a1502", "曾一鸣"), ("3-2-1501", "单思源"),
        # Two things said at once, other names, what was heard for what was said.
        ("陈 1201", "陈知夏"), ("chen 8001", "陈知夏"), ("anna", "Anna Berg"), ("BERG", "Anna Berg"),
        ("linjin", "林静"), ("ningjing", ""), ("huanghai", "黄海"), ("huanhai", "黄海"), ("fanghai", ""),
        ("chengzhixia", "陈知夏"), ("cenzhixia", "陈知夏"), ("nijing", ""), ("lingning", "宁宁"),
        # Nobody, and what means something to a machine.
        ("zzzz", ""), ("", ""), ("%", ""), ("'; DROP TABLE client", ""), ('"', ""), ("*", ""), ("\x00", ""),
    ],
)  # fmt: skip
def test_whoever_is_meant_stands_first(store: Store, typed: str, first: str) -> None:
    assert (found(store, typed) or [""])[0] == first


def test_both_readings_find_them_and_the_surnames_own_comes_first(store: Store) -> None:
    shan = ("单思源", "李杉", "单旧识")
    assert tuple(name for name in found(store, "shan") if name in shan) == shan
    assert found(store, "lin")[:2] == ["林立夏", "林静"]
    assert found(store, "le") == ["乐正清", "乐嘉言"]


def test_those_on_the_list_stand_before_those_who_are_not(store: Store) -> None:
    assert found(store, "陈")[-1] == "陈旧识"
    assert found(store, "单") == ["单思源", "单旧识"]


def test_two_of_one_name_are_both_shown(store: Store) -> None:
    assert found(store, "张伟") == ["张伟", "张伟"]
    assert len({one.room for one in at_door(administrator(store), store, event=EVENT, query="zhangwei")}) == 2


def test_no_more_are_handed_out_than_were_asked_for_and_no_number_in_full(store: Store) -> None:
    hits = at_door(administrator(store), store, event=EVENT, query="1391111", limit=3)
    assert len(hits) == 3
    assert all(one.phone_masked and "****" in one.phone_masked for one in hits)


def test_slips_of_the_tongue_are_few_and_only_of_letters() -> None:
    assert "linjing" in slips("linjin")
    assert max(len(slips(text)) for text in ("zhangzhongshengchang", "nananananana")) <= 12
    assert slips("陈") == slips("8001") == slips("6-1201") == ()
