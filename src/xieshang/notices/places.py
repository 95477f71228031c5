"""Where a message may go: an e-mail address, or a bot at one of three known hosts. Nowhere else."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .models import Way

# Narrower than the standard: what could end a header, name a second receiver or hide is no address.
MAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.)+[A-Za-z]{2,24}"
)
LONGEST = 254
# What a bot's group shows to copy, whole; only the token is kept, the host is ours to write.
BOTS: dict[object, re.Pattern[str]] = {
    Way.WECOM: re.compile(
        r"https://qyapi\.weixin\.qq\.com/cgi-bin/webhook/send\?key=([0-9A-Za-z-]{16,64})"
    ),
    Way.DINGTALK: re.compile(
        r"https://oapi\.dingtalk\.com/robot/send\?access_token=([0-9A-Za-z]{16,128})"
    ),
    Way.FEISHU: re.compile(r"https://open\.feishu\.cn/open-apis/bot/v2/hook/([0-9A-Za-z-]{16,64})"),
}
NO_MAIL = _("This is no e-mail address that can be written to.")
NO_BOT = _(
    "This is not the webhook address of such a bot. Copy it whole from the group's settings."
)


def place_of(way: str, said: str) -> str:
    """The address or token to keep; raises ValidationError for what does not fit the way."""
    if way in BOTS:
        found = BOTS[way].fullmatch(said)
        if not found:
            raise ValidationError(NO_BOT)
        return found.group(1)
    if len(said) > LONGEST or not MAIL.fullmatch(said):
        raise ValidationError(NO_MAIL)
    name, _at, host = said.rpartition("@")
    return f"{name}@{host.lower()}"
