"""The ways a Chinese name may be typed in Latin letters, the reading as a surname first."""

import os
from functools import lru_cache
from itertools import islice

from db.spelling.names import is_cjk, split_surname

# Reading libraries take these for common words; as surnames they sound like this.
SURNAME_READINGS: dict[str, tuple[str, ...]] = {
    "单": ("shan",), "單": ("shan",), "仇": ("qiu",), "曾": ("zeng",), "解": ("xie",), "查": ("zha",),
    "盖": ("ge", "gai"), "蓋": ("ge", "gai"), "朴": ("piao",), "区": ("ou",), "區": ("ou",), "翟": ("zhai",),
    "缪": ("miao",), "繆": ("miao",), "覃": ("qin", "tan"), "种": ("chong",), "乐": ("yue", "le"),
    "樂": ("yue", "le"), "都": ("du",), "薄": ("bo",), "么": ("yao",), "卜": ("bu",), "阚": ("kan",),
    "闞": ("kan",), "浣": ("huan",), "贠": ("yun",), "员": ("yun",), "員": ("yun",), "任": ("ren",),
    "华": ("hua",), "華": ("hua",), "召": ("shao",), "折": ("she",), "尹": ("yin",), "黑": ("he", "hei"),
    "隗": ("kui", "wei"), "郇": ("xun", "huan"), "逄": ("pang",), "逢": ("pang", "feng"), "洗": ("xian",),
    "冼": ("xian",), "佴": ("nai",), "谌": ("chen", "shen"), "諶": ("chen", "shen"),
    "秘": ("bi", "mi"), "祭": ("zhai",), "繁": ("po",), "能": ("nai",), "宓": ("mi", "fu"), "车": ("che",),
    "曲": ("qu",), "葛": ("ge",), "宁": ("ning",), "寧": ("ning",), "柏": ("bai", "bo"),
    "沈": ("shen",), "石": ("shi",), "褚": ("chu",), "行": ("xing",), "哈": ("ha",), "那": ("na", "nuo"),
    "燕": ("yan",), "应": ("ying",), "應": ("ying",), "过": ("guo",), "晟": ("cheng",), "臧": ("zang",),
    "幺": ("yao",), "訾": ("zi",), "牟": ("mu", "mou"), "笪": ("da",), "郗": ("xi", "chi"), "厍": ("she",),
    "乜": ("nie",), "乘": ("sheng",), "仉": ("zhang",), "句": ("gou",), "吾": ("wu",), "呙": ("guo",),
    "尉": ("wei",), "干": ("gan",), "冯": ("feng",), "馮": ("feng",), "俞": ("yu",),
    "盛": ("sheng",), "艾": ("ai",), "芮": ("rui",), "角": ("jue",), "贾": ("jia",), "賈": ("jia",),
    "铅": ("yan",), "长": ("chang",), "阿": ("a",), "鲜": ("xian",), "車": ("che",), "莘": ("shen", "xin"),
    "殷": ("yin",), "洪": ("hong",), "卒": ("zu",), "炅": ("gui",), "妫": ("gui",), "桓": ("huan",),
}  # fmt: skip

COMPOUND_READINGS: dict[str, tuple[str, str]] = {
    "尉迟": ("yu", "chi"), "尉遲": ("yu", "chi"), "万俟": ("mo", "qi"), "萬俟": ("mo", "qi"),
    "长孙": ("zhang", "sun"), "長孫": ("zhang", "sun"), "澹台": ("tan", "tai"), "澹臺": ("tan", "tai"),
    "令狐": ("ling", "hu"), "乐正": ("yue", "zheng"), "宰父": ("zai", "fu"), "拓跋": ("tuo", "ba"),
    "单于": ("chan", "yu"), "鲜于": ("xian", "yu"), "仲长": ("zhong", "chang"), "亓官": ("qi", "guan"),
    "子车": ("zi", "ju"), "夏侯": ("xia", "hou"), "皇甫": ("huang", "fu"), "呼延": ("hu", "yan"),
}  # fmt: skip

# The third reading of a given name's character is nearly always a dictionary's curiosity.
_READINGS_A_CHARACTER = 2
_SPELLINGS_A_NAME = 6


@lru_cache(maxsize=65_536)
def readings(char: str) -> tuple[str, ...]:
    """Toneless readings of one character, commonest first; lü also as lv, lu, lyu; () when it has none."""
    # Single characters only are asked for: its dictionary of phrases would cost 50 MB and a quarter of a second.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    # A start without any search need not load the rest either.
    from pypinyin import Style, pinyin

    if not is_cjk(char):
        return ()
    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    typed: dict[str, None] = {}
    for reading in found[0] if found else ():
        typed.update(dict.fromkeys(_as_typed(reading)))
    return tuple(typed)


def _as_typed(reading: str) -> tuple[str, ...]:
    """A keyboard has no ü: it is typed v, u or yu."""
    if "v" not in reading:
        return (reading,)
    return reading, reading.replace("v", "u"), reading.replace("v", "yu")


@lru_cache(maxsize=65_536)
def _given_choices(char: str) -> tuple[str, ...]:
    all_readings = readings(char)
    limit = 3 if all_readings and "v" in all_readings[0] else _READINGS_A_CHARACTER
    return all_readings[:limit] or (char.casefold(),)


@lru_cache(maxsize=8_192)
def _surname_choices(surname: str) -> tuple[tuple[str, ...], ...]:
    """Per character of the surname, what it may be typed as, its reading as a surname first."""
    if len(surname) == 1:
        choices = SURNAME_READINGS.get(surname, ()) + readings(surname)
        return (tuple(dict.fromkeys(choices))[:4] or (surname.casefold(),),)
    as_surname = COMPOUND_READINGS.get(surname)
    if as_surname is None:
        return tuple(_given_choices(char) for char in surname)
    return tuple(
        tuple(dict.fromkeys((reading, *_given_choices(char))))
        for reading, char in zip(as_surname, surname, strict=True)
    )


def name_readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Spellings of a whole Han name, each as a tuple of syllables, the likeliest first, at most six.

    Readings are varied one character at a time: three doubtful characters would else fill the index.
    """
    surname, given = split_surname(name)
    choices = (*_surname_choices(surname), *map(_given_choices, given)) if surname else ()
    if not choices:
        return ()
    likeliest = tuple([choice[0] for choice in choices])
    varied = (
        (*likeliest[:place], other, *likeliest[place + 1 :])
        for place, choice in enumerate(choices)
        if len(choice) > 1
        for other in choice[1:]
    )
    # Whoever has no ü on the keyboard has none for the whole name.
    without = [tuple([each.replace("v", other) for each in likeliest]) for other in ("u", "yu")]
    alike = without if sum("v" in each for each in likeliest) > 1 else []
    return (likeliest, *islice((*alike, *varied), _SPELLINGS_A_NAME - 1))
