"""Which committee the words of a text mean."""

import re

from xieshang.people.models import Committee, Tier

from .claim import Place

_KIND = re.compile(r"(?:[一-龥]{1,3}族)*(?:自治区|自治州|自治县|省|市|州|县|区|旗)$")
SHORTEST = 4  # 柳州政协


class Gazetteer:
    """Every committee by the ways texts name it: 柳州市政协, 柳州政协, 广西政协, 自治区政协."""

    def __init__(self) -> None:
        self.named: dict[str, Committee] = {}
        for committee in Committee.objects.order_by("code"):
            for words in _ways(committee):
                self.named.setdefault(words, committee)

    def find(self, place: Place) -> Committee | None:
        """The committee whose name ends the words, the longest name first."""
        words = f"{place.run}政协" if place.run else place.words
        endings = (words[at:] for at in range(max(1, len(words) - SHORTEST + 1)))
        found = next((self.named[ending] for ending in endings if ending in self.named), None)
        return found or self.named.get(place.words)

    def meant(self, places: tuple[Place, ...]) -> tuple[Committee | None, Place | None]:
        """The first place that is a committee's. (None, place) where it is somebody else's."""
        for place in places:
            committee = self.find(place)
            if committee or place.sure:
                return committee, place
        return None, None


def _ways(committee: Committee) -> list[str]:
    short = _KIND.sub("", committee.name)
    ways = [committee.title, f"{committee.name}政协", f"{short}政协" if len(short) > 1 else ""]
    if committee.tier == Tier.REGION:
        ways.append("自治区政协")
    return [words for words in ways if words]
