"""The text of a matter and the files beside it, as its page shows them."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.lifecycle.table import Role
from xieshang.matters.actions.writing import MOST_ATTACHED
from xieshang.matters.models import Text

from .seen import Seen

PARTS = (
    ("situation", gettext_lazy("Situation")),
    ("analysis", gettext_lazy("Analysis")),
    ("advice", gettext_lazy("Suggestion")),
)
WISHES_READ = {Role.AUTHOR, Role.OFFICE, Role.UNIT}


def written(seen: Seen) -> Mapping[str, object] | None:
    """The newest text of its author, part by part; nothing of a matter a ledger tells of."""
    text = seen.matter.texts.select_related("by").latest_of(Text.Edition.ORIGINAL)
    if text is None:
        return None
    parts = [(label, getattr(text, name)) for name, label in PARTS if getattr(text, name)]
    length = sum(len(words) for _label, words in parts)
    return {"text": text, "parts": parts, "length": length, "may_write": seen.may("write")}


def attached(seen: Seen) -> Mapping[str, object] | None:
    """The files beside it, and whether this person may put another there."""
    may = seen.may("attach")
    if not (seen.matter.has_attachments or may):
        return None
    rows = list(seen.matter.attachments.select_related("file", "by"))
    full = sum(row.use == "attached" for row in rows) >= MOST_ATTACHED
    proves = any(move.needs == "has-proof" for move in seen.matter.lifecycle.moves)
    proves = proves and Role.OFFICE in seen.roles
    return {"rows": rows, "may": may, "full": full, "most": MOST_ATTACHED, "proves": proves}


def wished(seen: Seen) -> Mapping[str, object] | None:
    """What the author of a proposal wishes, for those who decide and who answer."""
    wish = getattr(seen.matter, "wish", None)
    if wish is None or not seen.roles & WISHES_READ:
        return None
    if wish.publish:
        public = _("It may be public")
    else:
        public = _("Not to be public: %(why)s") % {"why": wish.why_not}
    lines = [public]
    if wish.unit:
        lines.append(_("To be answered by %(unit)s") % {"unit": wish.unit})
    if wish.contact:
        lines.append(_("The unit should speak with the author first"))
    if wish.convert:
        lines.append(_("It may become an opinion report"))
    return {"lines": lines}
