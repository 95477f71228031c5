"""Taking part: one voice for each person, one vote on each statement, to be changed or withdrawn.

A vote is written in one statement of the database, which looks at its own clock: it counts if the
deliberation is open at that moment, whatever any web server thinks. It is not sealed one by one:
the log would tell when somebody voted. Each map seals the digest of all votes instead.
"""

from collections.abc import Iterable

from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ..models import Deliberation, Participant, Statement, Vote
from .stating import TooLate

Way = Participant.Way

OPEN = """
  FROM {participant} p
  JOIN {statement} s ON s.deliberation_id = p.deliberation_id AND s.id = %(statement)s
  JOIN {deliberation} d ON d.id = p.deliberation_id
 WHERE p.id = %(participant)s AND 'shown' = s.status
   AND ('weighing' = d.status OR ('collecting' = d.status AND d.weigh_at <= {now}))
   AND d.closes_at > {now}
"""
WRITE = (
    "INSERT INTO {vote} (participant_id, statement_id, value, important, at)"
    " SELECT p.id, s.id, %(value)s, %(important)s, {now}"
    + OPEN
    + " ON CONFLICT (participant_id, statement_id) DO UPDATE"
    " SET value = excluded.value, important = excluded.important, at = excluded.at RETURNING id"
)
ERASE = (
    "DELETE FROM {vote} WHERE participant_id = %(participant)s AND statement_id = %(statement)s"
    " AND EXISTS (SELECT 1" + OPEN + ") RETURNING id"
)


class NotAdmitted(PermissionError):
    """This deliberation is for others."""


def key_of(token: str) -> str:
    """What is kept of a browser's token: it finds the participant, and gives nobody a token."""
    return salted_hmac("deliberation.device", token, algorithm="sha256").hexdigest()


def joined(
    deliberation: Deliberation, *, person=None, token: str = "", way: str = ""
) -> Participant:
    """The voice of a person or of a browser in a deliberation, made when it first speaks.

    Raises NotAdmitted where the deliberation is for others.
    """
    known = person if person is not None and person.is_authenticated else None
    if not deliberation.admits(known):
        raise NotAdmitted(deliberation.who)
    if known is not None:
        who = {"person": known}
        facts = {"way": way or Way.ACCOUNT}
    else:
        who = {"key": key_of(token)}
        facts = {"way": way or Way.DEVICE}
    found = Participant.objects.filter(deliberation=deliberation, **who).first()
    if found is None:
        found, _made = Participant.objects.get_or_create(
            deliberation=deliberation, **who, defaults=facts
        )
    return found


def known(deliberation: Deliberation, *, person=None, token: str = "") -> Participant | None:
    """The voice of a person or a browser, where it has spoken; reading writes nothing."""
    rows = Participant.objects.filter(deliberation=deliberation)
    if person is not None and person.is_authenticated:
        return rows.filter(person=person).first()
    return rows.filter(key=key_of(token)).first() if token else None


def spoken(deliberation: int, token: str) -> Participant | None:
    """The voice of a browser that has spoken in a public deliberation before, with the
    deliberation: in one question, which every vote asks."""
    rows = Participant.objects.filter(deliberation=deliberation, key=key_of(token))
    public = rows.filter(deliberation__in=Deliberation.objects.public())
    return public.select_related("deliberation").first()


def vote(participant: Participant, statement: int, value: int, *, important: bool = False) -> None:
    """Say something of a statement, in the place of what was said before.

    Raises TooLate where it does not count: before the opening, after the closing, or of a
    statement that is not shown.
    """
    said = {"statement": statement, "value": value, "important": important}
    if not done(WRITE, participant, said):
        raise TooLate(f"no vote counts on {statement} now")


def withdraw_vote(participant: Participant, statement: int) -> bool:
    """Take a vote back, as long as votes count; whether there was one."""
    return bool(done(ERASE, participant, {"statement": statement}))


@transaction.atomic
def withdraw_all(participant: Participant) -> int:
    """Leave: all votes, and what was said of oneself, are gone; returns how many votes.

    Raises TooLate once weighing has ended: the result rests on them, without a name.
    """
    if not participant.deliberation.counts_votes():
        raise TooLate("the weighing has ended")
    gone, _each = Vote.objects.filter(participant=participant).delete()
    Participant.objects.filter(pk=participant.pk).update(
        sector=None, area=None, age="", wants_news=False
    )
    return gone


def describe(participant: Participant, **said) -> None:
    """Keep what somebody freely says of themselves: sector, area, age, wants_news."""
    Participant.objects.filter(pk=participant.pk).update(**said)


def done(sql: str, participant: Participant, said: dict) -> list:
    """The rows that a statement wrote."""
    here = connection.vendor == "postgresql"
    tables = {
        model._meta.model_name: model._meta.db_table
        for model in (Vote, Participant, Statement, Deliberation)
    }
    text = sql.format(now="clock_timestamp()" if here else "%(now)s", **tables)
    asked = {**said, "participant": participant.pk}
    if not here:
        asked["now"] = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(text, asked)
        return cursor.fetchall()


def votes_of(participant: Participant) -> Iterable[Vote]:
    """One's own votes, by the number of the statement."""
    return participant.votes.select_related("statement").order_by("statement__number")
