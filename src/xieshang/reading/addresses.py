"""Where somebody lives: the number of a house on its road, and of a flat in its building."""

import re
from collections.abc import Iterator

N = "[0-9A-Za-z一二三四五六七八九十百〇零]{1,6}"
_FIGURE = re.compile("[0-9A-Za-z一二三四五六七八九十百〇零]")
_ROAD = (
    "(?:(?<=[路街巷弄村屯寨坡庄岭垌队组])|(?<=大道)|(?<=[小社]区)|(?<=花园)|(?<=家属院)|(?<=宿舍))"
)
_NO_HOUSE = (  # what a number after a road may be of beside a house, and days of a month
    "(?![线桥井泵闸口车渠船令楼站]|路口|路灯|出[入口]|入口|公[交告路]|高[铁速]|提案|议案|建议|文件|通知"
    "|汽车|地铁|轨道|街区|地块|球员|队员|组员|选手|起|开始|[上下]午|[早晚]上|凌晨|[以之]?前)"
)
_BUILDING = f"{N}(?:号楼|号院|栋|幢|座)"
_NO_FLAT = "(?![0-9.]*[ ]?(?:[0-9户平米元人套万亿多余个台年月名间次件㎡%m]|立方|公里|左右))"
_FLAT = f"{N}(?:室|号房|房(?![屋子间])|户室)|[0-9]{{3,4}}{_NO_FLAT}号?"
_GAP = "[ ,-]?"
_INSIDE = f"(?:{_GAP}{_BUILDING})?(?:{_GAP}{N}单元)?(?:{_GAP}{N}[层楼])?(?:{_GAP}(?:{_FLAT}))?"
_HOUSE = f"第?{N}(?:[-之]{N})?号(?:附{N}号|之{N})?"
_STOREY = f"(?:{N}[层楼]{_GAP})?"
ADDRESSES = tuple(
    re.compile(form)
    for form in (
        f"{_ROAD} ?(?:附近|旁)?{_HOUSE}{_NO_HOUSE}(?:大?院)?{_INSIDE}",
        f"(?<![0-9A-Za-z]){_BUILDING}{_GAP}(?:{N}单元{_GAP})?{_STOREY}(?:{_FLAT})",
        f"(?<![0-9A-Za-z]){N}单元{_GAP}{_STOREY}(?:{_FLAT})",
        rf"(?<=住)(?:在|于)? ?{N}(?:室|号房|号(?=[,。;、)\s]|$))",
    )
)


def addresses(text: str, form: re.Pattern) -> Iterator[tuple[int, int, str]]:
    """House numbers after a road, village or estate, and flats: place, and figures starred."""
    for match in form.finditer(text):
        yield match.start(), match.end(), _FIGURE.sub("*", match.group())
