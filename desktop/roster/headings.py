"""Which row of a list holds its headings, and which of our fields each heading means."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.errors import Misused
from desktop.roster.cells import plain

HEAD_ROWS = 20
_LONGEST_HEADING = 80
IGNORED = "ignore"
_REPEATABLE = frozenset({"phone", "phone2", "note", IGNORED})

_SYNONYMS: dict[str, str] = {
    "name": """
        姓名 客户姓名 客户名称 客户名 客户 业主 业主姓名 业主名称 名字 名称 联系人 联系人姓名 来宾
        来宾姓名 嘉宾 嘉宾姓名 受邀人 邀请人姓名 购房人 购房人姓名 买受人 产权人 产权人姓名 房主
        房主姓名 到访人 参会人 成员姓名 租户姓名 name fullname clientname client customername customer
        guestname guest ownername contactname attendee chinesename
    """,
    "title": """
        称谓 称呼 尊称 性别 title salutation gender sex honorific
    """,
    "phone": """
        手机 手机号 手机号码 移动电话 电话 电话号码 联系电话 联系方式 联系号码 联系手机 客户电话
        客户手机 客户手机号 业主电话 业主手机 业主手机号 业主联系电话 号码 本人电话 主要电话 常用电话
        phone phonenumber phoneno mobile mobilephone mobilenumber mobileno cell cellphone tel telephone
        contactnumber
    """,
    "phone2": """
        备用电话 备用手机 备用号码 其他电话 其它电话 第二电话 家庭电话 住宅电话 固定电话 固话 座机
        家属电话 配偶电话 紧急联系电话 otherphone secondphone alternatephone homephone landline
    """,
    "room": """
        房号 房间号 房间 房源 房产 房产信息 房屋 房屋信息 房屋编号 室号全称 单元房号 楼栋房号 栋单元房号
        楼栋单元房号 户号 物业地址 房屋地址 门牌 门牌号 铺位 所购房源 认购房源 签约房源 意向房源 楼房号
        地址 住址 room roomno property house address apartment flat unitroom
    """,
    "phase": """
        期 期数 分期 项目分期 期区 组团 区域 苑区 片区 phase zone
    """,
    "building": """
        栋 楼栋 楼栋号 栋号 幢 幢号 座 座号 楼号 楼 号楼 楼座 building buildingno bldg tower block
    """,
    "unit": """
        单元 单元号 门 梯 unit unitno entrance
    """,
    "room_number": """
        室 室号 房 门号 户室号 房间编号 roomnumber doornumber flatno aptno
    """,
    "relation": """
        身份 关系 与业主关系 与产权人关系 客户类型 客户身份 业主身份 人员类型 客户类别 relation
        relationship identity role clienttype customertype
    """,
    "sales_adviser": """
        置业顾问 销售顾问 销售 销售人员 销售员 顾问 业务员 置业经理 所属顾问 跟进顾问 salesadviser
        salesadvisor adviser advisor sales salesperson consultant agent
    """,
    "property_butler": """
        管家 物业管家 楼栋管家 专属管家 客服管家 生活管家 propertybutler butler housekeeper steward
    """,
    "contact": """
        对接人 跟进人 负责人 客户经理 责任人 客服 客服专员 邀约人 接待人 归属人 contact contactperson
        accountmanager manager personincharge owner
    """,
    "slot": """
        场次 时段 时间段 预约时间 预约时段 到访时间 预约场次 批次 参加场次 交付时间 交房时间 活动时间
        预计到访时间 slot session timeslot appointment batch
    """,
    "channel": """
        渠道 来源 客户来源 客户渠道 来访渠道 到访渠道 获客渠道 来源渠道 渠道来源 认知途径 认知渠道 推荐渠道
        渠道名称 渠道公司 媒体来源 channel source leadsource clientsource referral
    """,
    "companions": """
        同行 同行人数 随行 随行人数 陪同人数 同来人数 携带人数 携伴人数 同行人 companions companion plus
        guests accompanying numberofcompanions
    """,
    "delivered_on": """
        交付日期 实际交付日期 已交付日期 交房日期 实际交房日期 收房日期 收楼日期 交楼日期 deliveredon deliverydate
        handoverdate handedover
    """,
    "note": """
        备注 说明 备注说明 特别说明 附注 注意事项 客户备注 需求 关注点 诉求 note notes remark remarks
        comment comments memo
    """,
    IGNORED: """
        序号 编号 行号 序 no id index serial sn
    """,
}
FIELDS = frozenset(_SYNONYMS)
_FIELD_OF = {word: field for field, words in _SYNONYMS.items() for word in words.split()}
_BRACKETS = re.compile(r"[(\[【{<《].*?[)\]】}>》]")


@dataclass(frozen=True, slots=True)
class Header:
    """The headings, column by column: `fields[i]` is what column i means, None when nothing is known of it.

    `top` is the row of the headings within the head, from 0; an unnamed column has the heading "".
    """

    top: int
    headings: tuple[str, ...]
    fields: tuple[str | None, ...]

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """Heading and field of every column that means something."""
        pairs = zip(self.headings, self.fields, strict=True)
        return tuple(dict.fromkeys((heading, field) for heading, field in pairs if field))

    @property
    def unmapped(self) -> tuple[str, ...]:
        """Headings that mean nothing to us yet."""
        pairs = zip(self.headings, self.fields, strict=True)
        return tuple(dict.fromkeys(heading for heading, field in pairs if heading and not field))

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits, the same for the same headings in the same order."""
        joined = "\n".join(heading_key(heading) for heading in self.headings).strip()
        return hashlib.sha256(joined.encode()).hexdigest()[:16]


def heading_key(text: str) -> str:
    """手机号 (必填)*, 手机号： and ﻿手机号 are one heading."""
    folded = _BRACKETS.sub("", unicodedata.normalize("NFKC", text[:_LONGEST_HEADING])).casefold()
    bare = "".join(char for char in folded if char.isalnum())
    return bare.rstrip("0123456789") or bare


def check_mapping(mapping: Mapping[str, str] | None) -> dict[str, str]:
    """The mapping by hand, keyed as headings are compared; refuses a field that does not exist."""
    for field in (mapping or {}).values():
        if field not in FIELDS:
            raise Misused("list_field_unknown", field=field)
    return {_exact(heading): field for heading, field in (mapping or {}).items()}


def find_header(head: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> Header | None:
    """The row of `head` with the most recognised headings, the first of equals.

    `mapping` comes from check_mapping. Without any known heading it is the first row with two or more
    texts, and None when there is none.
    """
    best: Header | None = None
    best_score = 0
    for top, row in enumerate(head):
        headings = tuple(cell.strip() for cell in row)
        fields = _fields(headings, mapping)
        score = len({field for field in fields if field}) + ("name" in fields)
        if score > best_score:
            best, best_score = Header(top, headings, fields), score
    return best or _first_texts(head)


def _fields(headings: Sequence[str], mapping: Mapping[str, str]) -> tuple[str | None, ...]:
    """One field per column; what may stand only once goes to its first column, by hand before by synonym."""
    by_hand = [mapping.get(_exact(heading)) if heading else None for heading in headings]
    taken = {field: heading for field, heading in zip(by_hand, headings, strict=True) if field}
    fields: list[str | None] = []
    for heading, chosen in zip(headings, by_hand, strict=True):
        field = chosen or _FIELD_OF.get(heading_key(heading))
        # A heading merged over several columns stands in each of them: 房号 over building, unit and room.
        if field and not chosen and field not in _REPEATABLE and taken.setdefault(field, heading) != heading:
            field = None
        fields.append(field)
    return tuple(fields)


def _exact(heading: str) -> str:
    """Mapping by hand tells 电话1 from 电话2, so only width and space are forgiven."""
    return plain(heading)


def _first_texts(head: Sequence[Sequence[str]]) -> Header | None:
    for top, row in enumerate(head):
        texts = {cell.strip() for cell in row if cell.strip()}
        if len(texts) >= 2:
            return Header(top, tuple(cell.strip() for cell in row), (None,) * len(row))
    return None
