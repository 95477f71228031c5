"""Whether a number found is the number stated, given the word of approximation beside it."""

from decimal import Decimal

from .claim import Claim

MORE, ABOUT, LESS = "more", "about", "less"
WORDS = {
    **dict.fromkeys(("余", "多", "以上", "超", "超过", "逾", "突破", "上"), MORE),
    **dict.fromkeys(("不少于", "至少", "多达"), MORE),
    **dict.fromkeys(("约", "大约", "左右", "上下", "来"), ABOUT),
    **dict.fromkeys(("近", "将近", "接近"), LESS),
}


def agrees(claim: Claim, found: Decimal | int) -> bool:
    """Whether the number found bears the claim out.

    Without a word it must be the same. 余, 超, 以上 … allow what rounds down to the number
    (5400余: below 5500), or a tenth more where it is not rounded (85多: up to 93); 近 allows a
    tenth less; 约 and 左右 a tenth to either side. Of a range, all that lies within it.
    """
    value, tenth, round_to = claim.value, claim.value / 10, grain(claim.value)
    if claim.upper is not None:
        return value <= found <= claim.upper
    match WORDS.get(claim.approximation):
        case "more":
            return value <= found < value + (tenth if round_to == 1 else round_to)
        case "about":
            return abs(found - value) <= tenth
        case "less":
            return value - tenth <= found <= value
    return found == value


def grain(value: Decimal) -> Decimal:
    """The place of the last digit that is not zero: 100 for 5400, 10 for 130, 1 for 85."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent)) if value else Decimal(1)
