"""Names as people write them: one key for all spellings, the surname apart, the name half hidden."""

import re
import unicodedata

_HIDDEN = "\uff0a"
_MAX_STARS = 3
_NO_PART_OF_A_NAME = re.compile(
    r"[\s.·•‧・∙⋅‘’'`\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+"
)
_CJK = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_COMPOUND = """
    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶
    太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良
    漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲
    公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚
    褚师 完颜 纳兰 叶赫 那拉 耶律 歐陽 東方 獨孤 南宮 聞人 諸葛 尉遲 赫連 澹臺 濮陽 公孫 仲孫 鍾離 長孫
    鮮于 軒轅 東郭 萬俟 司馬 西門
"""
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())


def is_cjk(char: str) -> bool:
    """Whether a single character is a Han character, extension planes included."""
    return _CJK.match(char) is not None


def name_key(text: str) -> str:
    """What two spellings of one name share: width, case, spaces, dots and invisible marks do not count."""
    return _NO_PART_OF_A_NAME.sub("", unicodedata.normalize("NFKC", text)).casefold()


def split_surname(name: str) -> tuple[str, str]:
    """Surname and given name; a compound surname goes first when a given name is left after it.

    A Latin name is returned whole as the second part: which of its words is the family's cannot be told.
    """
    bare = _NO_PART_OF_A_NAME.sub("", name)
    if not bare or not is_cjk(bare[0]):
        return "", name.strip()
    length = 2 if len(bare) > 2 and bare[:2] in COMPOUND_SURNAMES else 1
    return bare[:length], bare[length:]


def masked(name: str) -> str:
    """The name as a hall may see it: the ends, with stars between; of two the first, of one nothing.

    A Latin name keeps its first letter.
    """
    bare = _NO_PART_OF_A_NAME.sub("", name)
    if not bare:
        return ""
    if not is_cjk(bare[0]):
        return bare[0] + _HIDDEN
    if len(bare) == 1:
        return _HIDDEN
    if len(bare) == 2:
        return bare[0] + _HIDDEN
    return bare[0] + _HIDDEN * min(len(bare) - 2, _MAX_STARS) + bare[-1]
