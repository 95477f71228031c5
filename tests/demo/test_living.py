"""The living body: a sample at every state, something waiting for everybody, and all of it once."""

from collections import Counter

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from xieshang.audit.actions import first_broken
from xieshang.audit.models import Entry
from xieshang.demo.living import BEGINNINGS, bring_to_life, written
from xieshang.demo.people import ANSWERERS, CONTRIBUTOR, PARTS, open_logins, tick_sectors
from xieshang.demo.stage import Stage
from xieshang.demo.walking import walk
from xieshang.matters.actions import load_rules
from xieshang.matters.actions.voicing_receipt import receipt_for
from xieshang.matters.lifecycles import JOINT, LEAD, LIFECYCLES, REFERRAL
from xieshang.matters.models import (
    Adoption,
    Assignment,
    Distinction,
    Matter,
    Merger,
    Photo,
    Publication,
    Referral,
    Session,
    signers_of,
)
from xieshang.notices.models import Notice
from xieshang.people.actions import load_body, system
from xieshang.people.models import Committee, Person

pytestmark = [pytest.mark.django_db, pytest.mark.long]  # each test takes back what it does

LOGINS = [*(each.username for each in (*PARTS, *ANSWERERS)), CONTRIBUTOR[0]]
LENGTHS = range(150, 401)
TOLD = []


@pytest.fixture(scope="module")
def body(django_db_setup, django_db_blocker, tmp_path_factory):
    """The living body, made once for all tests here, with all that its making told."""
    folder = tmp_path_factory.mktemp("data")
    with django_db_blocker.unblock(), override_settings(DATA=folder), transaction.atomic():
        load_body()
        load_rules(Committee.objects.get(pk=450000), by=system())
        open_logins()
        tick_sectors(system())
        yield bring_to_life(lambda *told: TOLD.append(told)), folder
        transaction.set_rollback(True)


@pytest.fixture
def lived(body, settings):
    done, settings.DATA = body
    return done


def states(life):
    return {state.name for state in life.states}


def stands(rows):
    return set(rows.values_list("status", flat=True))


@pytest.mark.parametrize("life", LIFECYCLES)
def test_every_state_of_a_matter_has_a_sample(lived, life):
    assert stands(Matter.objects.filter(life=life)) == states(LIFECYCLES[life])


def test_every_state_of_an_assignment_and_of_a_referral_has_a_sample(lived):
    assert stands(Assignment.objects.exclude(part="joint")) == states(LEAD)
    assert stands(Assignment.objects.filter(part="joint")) == states(JOINT)
    assert stands(Referral.objects.all()) == states(REFERRAL)


def test_every_tier_has_all_kinds_that_have_a_life_of_their_own(lived):
    kinds = {"proposal", "opinion-report", "problem"}
    found = Matter.objects.filter(kind__in=kinds).values_list("committee", "kind")
    assert set(found) == {(code, kind) for code in (450000, 450200, 450202) for kind in kinds}
    told = {"speech", "research", "suggestion"}
    assert set(Matter.objects.values_list("kind", flat=True)) == kinds | told


@pytest.mark.parametrize("login", LOGINS)
def test_something_waits_for_everybody_who_signs_in(lived, client, login):
    client.force_login(Person.objects.get(username=login))
    page = client.get("/desk/")
    assert (page.status_code, page.context["waiting"] > 0) == (200, True)


def test_a_second_time_nothing_changes(lived):
    before = (Entry.objects.count(), Matter.objects.count(), Notice.objects.count())
    assert bring_to_life(lambda *told: None) is None
    assert (Entry.objects.count(), Matter.objects.count(), Notice.objects.count()) == before


def test_the_log_holds_and_every_sample_is_marked_as_one(lived):
    assert first_broken() is None
    assert lived.matters == Matter.objects.count()
    assert [each for each in Matter.objects.all() if "（示例）" not in each.title] == []


def test_who_watches_sees_an_end(lived):
    assert TOLD[0][0] == 0
    assert TOLD[-1][:2] == (len(TOLD) - 1, len(TOLD) - 1)


def test_texts_are_as_long_as_a_text_is(lived):
    parts = ("situation", "analysis", "advice", "text")
    texts = [
        "".join(each.get(part, "") for part in parts) for k in BEGINNINGS for each in written(k)
    ]
    assert [text[:20] for text in texts if text and len(text) not in LENGTHS] == []


def test_two_receipts_open_what_a_resident_may_go_on_with(lived):
    found = [receipt_for(each.number, each.code).matter for each in lived.slips]
    assert [each.status for each in found] == ["asked-back", "closed"]
    assert [each.title for each in found] == [each.title for each in lived.slips]


def test_of_two_merged_proposals_every_signature_stays_where_it_was_given(lived):
    merger = Merger.objects.standing().get()
    signers = signers_of([merger.main_id, merger.joined_id])
    main, joined = (signers[key] for key in (merger.main_id, merger.joined_id))
    assert (len(main), len(joined), len(main & joined)) == (2, 2, 1)
    (asked,) = Merger.objects.open()
    assert sorted(each.agreed or False for each in asked.consents.all()) == [False, True]


def test_one_of_three_has_rated_and_one_handling_is_the_second(lived):
    rated = Counter()
    for matter in Matter.objects.filter(status="replied").order_by("pk"):
        forms = matter.rating_forms.filter(round=matter.round)
        rated[(matter.round, forms.exclude(rating=None).count(), forms.count())] += 1
    assert rated == {(1, 1, 3): 1, (2, 0, 1): 1, (1, 0, 2): 1, (1, 0, 1): 1}
    assert Matter.objects.filter(status="handling", round=2).count() == 1


def test_a_report_went_up_three_tiers_and_each_adopted_it(lived):
    rows = Counter(Adoption.objects.values_list("matter", flat=True))
    ((report, tiers),) = rows.most_common(1)
    sent = Referral.objects.filter(matter=report).values_list("committee", "status")
    assert tiers == 3
    assert set(sent) == {(450200, "adopted"), (450000, "adopted"), (100000, "sent")}


def test_each_tier_has_something_late_and_the_sessions_are_open(lived):
    late = Counter(Matter.objects.overdue().values_list("committee", flat=True))
    assert late == {450000: 1, 450200: 3, 450202: 1}
    now = timezone.now()
    open_now = Session.objects.filter(opens_at__lte=now, closes_at__gt=now)
    assert {each.committee_id for each in open_now} == {450000, 450200}


def test_there_are_five_of_one_text_a_photo_distinctions_and_public_ones(lived):
    alike = Counter(bytes(m.likeness) for m in Matter.objects.exclude(likeness=None))
    assert alike.most_common(1)[0][1] == 5
    assert Photo.objects.count() == 1
    assert set(Distinction.objects.values_list("kind", flat=True)) == {
        "key",
        "supervised",
        "excellent",
    }
    lives = Counter(Publication.objects.standing().values_list("matter__life", flat=True))
    assert lives == {"proposal": 1, "opinion-report": 1, "problem": 4}


def test_a_path_that_the_tables_or_the_forms_do_not_allow_is_refused(lived):
    draft = Matter.objects.filter(life="proposal", status="draft").first()
    with pytest.raises(LookupError):
        walk(Stage.set(), {}, draft, ["archive"])
    with pytest.raises(ValueError, match="due"):
        walk(Stage.set(), {}, draft, [{"invite": {"due": "2000-01-01"}}])
