"""Concerns of the demo which are followed after the day: what was found, done, and said when the client was called."""

from dataclasses import dataclass

from desktop.cli.demo.voices import ENGINEERING, PRODUCT, SERVICE, SUPPORT, Voice


@dataclass(frozen=True, slots=True)
class Ending:
    """What the department found and did, and the client's verdict at the callback."""

    result: str
    cause: str
    measure: str
    evidence: str
    verdict: str
    satisfaction: str
    client_words: str


# The first of the day's concerns, so that the smallest demo has them too.
STORIES: tuple[Voice, ...] = (
    Voice(
        "主卧飘窗下面那块墙，上次下大雨就湿了一大片，手一摸全是水。你们说不会漏，那这是什么？", "repair",
        ENGINEERING, "engineering", "主卧飘窗", "交房前修好，当着我的面泼水试",
        "看了您的照片，像是窗框外侧的胶断了。淋水试验找准位置再修。", ("做淋水试验，请客户到场看", 3, "engineering"),
        "刚又下了一阵雨，湿的地方比上次还往上走了一点。", "closed"
    ),
    Voice(
        "我妈坐轮椅，单元门口三级台阶，今天还是你们保安帮着抬进去的。以后天天这么抬吗？", "help", PRODUCT,
        "engineering", "6 栋单元门厅", "要一个能自己推上去的坡道",
        "正式坡道在图上，还没做到这一步；临时坡道明天就装。", ("装好临时坡道", 2, "engineering"), road="closed"
    ),
    Voice(
        "打了三次电话问贷款的事，三个人给我三个说法，我到底听谁的？", "complaint", SERVICE, "marketing",
        wish="一个人，一次说清楚", answer="今天指定一位专员，资料和日期写成一页纸给您。",
        promise=("一页纸写清所缺资料和日期", 2, "marketing"), road="closed"
    ),
    Voice(
        "地库入口一下雨就是个水塘，我儿子放学蹚着水回来，鞋里能养鱼。修了两回了，修了跟没修一样。", "repair",
        ENGINEERING, "property", "一期地库入口", "别再抽水糊弄，找到根子",
        "先看截水沟的坡向和泵，不是抽一次水的事。", ("查清截水沟坡向并疏通", 3, "property"), road="reopened"
    ),
    Voice(
        "交房那天我人在外地，能不能让我女儿来收房？要带什么？", "inquiry", SERVICE, "client_relations",
        answer="可以。带您的委托书、两人的身份证件，委托书样子给您一份。", road="on_site"
    ),
    Voice(
        "阳台那根立管以后会不会包起来？", "inquiry", PRODUCT, "research_design", "阳台",
        answer="会包，留检修口，做法在这张图上，您看。", road="on_site"
    ),
    Voice(
        "空调洞的位置跟我家床头对上了，风正好吹着脑袋，能不能挪？", "help", PRODUCT, "research_design", "主卧",
        "往门那边挪八十公分", "能不能挪要看剪力墙，设计师到您家看了再定，您说个时间。", road="on_hold"
    ),
    Voice(
        "绿化带里那个通风井，一开起来轰轰的，味道也不好闻，正对着我家书房。", "complaint", SUPPORT, "property",
        "一期 1 栋北侧", "换个方向或者装消声的", "先测一次夜间的噪声，再说怎么改。",
        ("测一次夜间噪声", 5, "property"), road="returned"
    ),
)  # fmt: skip

ENDINGS: tuple[Ending, ...] = (
    Ending(
        "外窗下口的胶断开约 40 厘米，铲除重打，淋水 30 分钟内侧无渗", "雨天打胶，胶与窗框没有粘牢",
        "同一批 24 樘外窗全部淋水复查；雨天不打胶写进交底", "淋水前后照片 6 张，客户在场签字", "solved", "A",
        "这回我自己站在屋里看你们喷了半个钟头，一滴没有。行，放心了。"
    ),
    Ending(
        "钢制临时坡道已装，坡度一比十二，两侧有扶手", "主体施工期只做了台阶，没有替代通道",
        "本期各单元门厅施工期都装临时坡道", "坡道照片 2 张，客户试推", "solved", "A",
        "我妈自己推上去的，她高兴坏了。"
    ),
    Ending(
        "专员一页纸写清所缺两项资料和放款日期，客户已收到", "三个部门各看各的系统，没有一处写明进度",
        "按揭进度每周五由同一人发给客户", "一页纸的照片，客户回复“收到”", "partly", "B",
        "说是说清楚了，就是晚了点。以后还是这一个人就行，可以了结。"
    ),
    Ending(
        "抽干积水，清出截水沟淤泥两车", "截水沟被装修垃圾堵住", "每月清沟一次，雨后巡查", "清沟照片 4 张",
        "not_solved", "C", "抽是抽干了，今天早上一场雨又积了，比原来还多。这叫修好了？"
    ),
)  # fmt: skip
