"""How often somebody may try: counted for a while, by where they are and by what they try."""

import ipaddress
from dataclasses import dataclass
from hashlib import sha256

from allauth.account.adapter import get_adapter
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from xieshang.site.errors import answer


@dataclass(frozen=True, slots=True)
class Limit:
    """So many in so many seconds, of one name."""

    name: str
    most: int
    seconds: int

    def reached(self, who: str) -> bool:
        return caches["tries"].get(self.key(who), 0) >= self.most

    def count(self, who: str) -> None:
        cache, key = caches["tries"], self.key(who)
        cache.add(key, 0, self.seconds)
        cache.incr(key)

    def key(self, who: str) -> str:
        return f"{self.name}:{sha256(who.encode()).hexdigest()}"


def where_from(request: HttpRequest) -> str:
    """The address somebody comes from; of IPv6 the block that one line is given."""
    said = get_adapter().get_client_ip(request)
    try:
        found = ipaddress.ip_address(said)
    except ValueError:
        return said
    return str(ipaddress.ip_network(f"{found}/64", strict=False)) if found.version == 6 else said


def too_often(request: HttpRequest, limit: Limit) -> HttpResponse:
    """The page for whoever must wait."""
    minutes = limit.seconds // 60
    response = answer(
        request,
        429,
        _("That was too often"),
        _("From here it was tried too often. Please wait %(n)d minutes.") % {"n": minutes},
    )
    response.headers["Retry-After"] = str(limit.seconds)
    return response
