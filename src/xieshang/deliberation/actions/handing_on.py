"""From a consensus to a matter: what people agreed on is carried until it is answered."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.audit.actions import seal
from xieshang.lifecycle.actions import hold_for
from xieshang.matters.actions import Words, begin_proposal, open_matter
from xieshang.matters.actions.proposing import Wishes
from xieshang.matters.models import Matter

from ..models import Outcome, Statement
from ..notices import MATTER
from ..telling import tell

KINDS = ("proposal", "problem")


@transaction.atomic
def hand_on(statement: Statement, kind: str, *, by, committee) -> Matter:
    """Make a matter of a statement for one of the offices that hold the deliberation.

    A problem is at once in hand, a proposal a draft of whoever makes it. Raises NoSuchMove,
    PermissionDenied.
    """
    deliberation = statement.deliberation
    locked = hold_for(deliberation, "hand-on", by=by)
    where = _("From the deliberation “%(title)s” (%(number)s), statement %(n)d: %(text)s") % {
        "title": locked.title, "number": locked.short, "n": statement.number,
        "text": statement.text,
    }  # fmt: skip
    if kind == "proposal":
        words = Words(statement.text, situation=where)
        matter = begin_proposal(words, Wishes(), by=by, committee=committee)
    else:
        matter = open_matter(
            kind, by=by, committee=committee, title=statement.text, day=timezone.localdate(),
            source=_("Deliberation %(number)s") % {"number": locked.short},
        )  # fmt: skip
    Outcome.objects.create(deliberation=locked, statement=statement, matter=matter, by=by)
    tell(MATTER, locked, matter.pk, note=statement.text)
    seal(by, "hand-on", locked, statement=statement.number, matter=matter.short)
    return matter
