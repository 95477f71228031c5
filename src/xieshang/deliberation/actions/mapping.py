"""Making maps of opinions, apart from any request; the last good one stays meanwhile."""

import time
from datetime import datetime, timedelta
from itertools import chain

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.opinion import map_opinions
from xieshang.opinion.keeping import packed, unpacked
from xieshang.people.actions import system

from ..models import Beat, Deliberation, KeptMap, MapFault, Vote
from ..told import told_of
from .reading import read_votes

PAUSE = timedelta(seconds=30)  # between two maps of one deliberation
SHARE = 10  # a map is made again at most after as many times as long as it took
HEAVY = 10.0  # seconds from which a map is made beside the others
LIVE = ("collecting", "weighing", "discussing")


def maps_due(now: datetime | None = None) -> list[Deliberation]:
    """Deliberations whose map lacks votes, the quickest first: none waits for a huge one."""
    now = now or timezone.now()
    newer = votes_in().filter(at__gt=OuterRef("kept_map__at"))
    rows = Deliberation.objects.filter(status__in=LIVE).select_related("kept_map")
    live = rows.filter(Q(Exists(newer)) | Q(kept_map=None) & Q(Exists(votes_in())))
    closed = rows.filter(status="discussing").filter(Q(kept_map=None) | Q(kept_map__final=False))
    found = {each.pk: each for each in chain(live, closed.filter(Exists(votes_in())))}
    ready = [each for each in found.values() if rested(each, now)]
    return sorted(ready, key=lambda each: (seconds_of(each), each.pk))


def votes_in():
    return Vote.objects.filter(statement__deliberation=OuterRef("pk"))


def seconds_of(deliberation: Deliberation) -> float:
    """How long its last map took; 0 for the first."""
    kept = getattr(deliberation, "kept_map", None)
    return kept.seconds if kept else 0.0


def rested(deliberation: Deliberation, now: datetime) -> bool:
    """Whether its last map is old enough for another."""
    kept = getattr(deliberation, "kept_map", None)
    if kept is None or wants_final(deliberation):
        return True
    return now - kept.at >= max(PAUSE, timedelta(seconds=SHARE * kept.seconds))


def wants_final(deliberation: Deliberation) -> bool:
    """Whether all votes are in, and the map of them all is still to be made."""
    kept = getattr(deliberation, "kept_map", None)
    return deliberation.status == "discussing" and not (kept and kept.final)


def make_map(deliberation: Deliberation) -> KeptMap | None:
    """Make the map of all votes there are now, and keep it; None where there are none.

    After the closing it is made of nothing but the votes, so that anybody comes to the same.
    """
    began, now, final = time.perf_counter(), timezone.now(), wants_final(deliberation)
    votes = read_votes(deliberation)
    if votes is None:
        return None
    hidden = deliberation.statements.exclude(status="shown").values_list("pk", flat=True)
    kept = KeptMap.objects.filter(deliberation=deliberation).first()
    before = unpacked(bytes(kept.state)) if kept and not final else None
    found = map_opinions(votes, hidden=list(hidden), before=before)
    facts = {
        "at": now, "votes": len(votes.code), "participants": votes.shape[0],
        "digest": found.digest, "told": told_of(found), "state": packed(found), "final": final,
    }  # fmt: skip
    return keep(deliberation, facts | {"seconds": time.perf_counter() - began})


@transaction.atomic
def keep(deliberation: Deliberation, facts: dict) -> KeptMap:
    """Put a whole map in the place of the last one, and its digest into the log."""
    kept, _made = KeptMap.objects.update_or_create(deliberation=deliberation, defaults=facts)
    MapFault.objects.filter(deliberation=deliberation).delete()
    seal(system(), "map", deliberation, votes=kept.votes, digest=kept.digest, final=kept.final)
    return kept


def note_fault(deliberation: Deliberation, fault: Exception) -> None:
    """Note that no map could be made: its owner reads so, and that all votes are safe."""
    facts = {"at": timezone.now(), "name": type(fault).__name__[:80]}
    MapFault.objects.update_or_create(deliberation=deliberation, defaults=facts)


def beat(now: datetime | None = None) -> None:
    """Say that a map maker is alive."""
    Beat.objects.update_or_create(pk=1, defaults={"at": now or timezone.now()})
