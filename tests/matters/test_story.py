"""A proposal's whole life: drafted, signed, filed, answered twice, rated, looked back on."""

import pytest
from django.core.exceptions import PermissionDenied

from xieshang.audit.actions import first_broken
from xieshang.lifecycle.actions import Hindered, open_move
from xieshang.matters.actions import answer_merger, do, propose_merger, take
from xieshang.matters.forms import FORMS
from xieshang.notices.models import Notice


@pytest.fixture
def goes(answers):
    """Make a move or do a deed with a form filled in as a person would; `more` over the usual."""

    def go(subject, name, by, **more):
        move = subject.lifecycle.move(name, subject.status)
        asks = move.asks if move else (subject.lifecycle.deed(name, subject.status).asks or name)
        form = FORMS[asks](answers(asks, subject) | more, subject=subject, person=by)
        assert form.is_valid(), form.errors
        return (take if move else do)(subject, name, by=by, **form.cleaned_data)

    return go


@pytest.fixture
def filed(begun, goes, cast):
    """A proposal under its number."""

    def file():
        proposal = begun("proposal")
        goes(proposal, "submit", cast["author"])
        for aspect in ("qualification", "content", "form"):
            goes(proposal, "check", cast["clerk"], aspect=aspect)
        goes(proposal, "file", cast["clerk"])
        return proposal

    return file


@pytest.fixture
def answered(goes, cast):
    """Let the lead and the joint unit answer the present round."""

    def answer(proposal, letter):
        lead, joint = proposal.assignments.order_by("pk")
        goes(lead, "reply", cast["unit"], answer_class=letter.pk)
        joint.refresh_from_db()
        goes(joint, "countersign", cast["second"])
        lead.refresh_from_db()
        goes(lead, "pass", cast["clerk"])
        goes(lead, "sign-off", cast["unit"])
        proposal.refresh_from_db()

    return answer


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_a_proposal_is_signed_filed_answered_rated_and_answered_again(
    begun, goes, answered, cast, rules
):
    by, classes = cast, rules.answer_classes
    proposal = begun("proposal")
    goes(proposal, "invite", by["author"])
    goes(proposal, "sign", by["cosigner"])
    goes(proposal, "submit", by["author"])
    with pytest.raises(Hindered):
        open_move(by["clerk"], proposal, "file")
    for aspect in ("qualification", "content", "form"):
        goes(proposal, "check", by["clerk"], aspect=aspect)
    goes(proposal, "file", by["clerk"])
    assert (proposal.number, proposal.status) == (1, "filed")

    goes(proposal, "assign", by["clerk"])
    lead, joint = proposal.assignments.order_by("pk")
    goes(lead, "receive", by["unit"])
    goes(joint, "receive", by["second"])
    with pytest.raises(Hindered):
        open_move(by["unit"], lead, "reply")  # the joint unit has not said its opinion
    goes(joint, "opine", by["second"])
    goes(lead, "note-contact", by["unit"])
    answered(proposal, classes.get(letter="B"))
    assert (proposal.status, proposal.outcome, proposal.round) == ("replied", "planned", 1)

    with pytest.raises(PermissionDenied):
        do(proposal, "rate", by=by["unit"], process="satisfied", result="satisfied", contact="none")
    goes(proposal, "rate", by["cosigner"])
    goes(proposal, "rate", by["author"], result="not", note="灯没有换")
    lead.refresh_from_db()
    assert (proposal.status, proposal.round, lead.status) == ("handling", 2, "again")
    answered(proposal, classes.get(letter="A"))
    assert (proposal.status, proposal.outcome) == ("replied", "done")

    with pytest.raises(Hindered):
        open_move(by["clerk"], proposal, "archive")  # two signers have not rated this round
    for name in ("author", "cosigner"):
        goes(proposal, "rate", by[name])
    goes(proposal, "archive", by["clerk"])
    assert proposal.status == "archived"
    assert told(by["cosigner"]) == [
        "asked-to-sign", "filed", "replied", "to-rate", "replied", "to-rate",
    ]  # fmt: skip
    assert first_broken() is None


def test_what_was_promised_stays_open_and_its_first_result_stays_what_it_was(
    filed, goes, answered, cast, rules
):
    proposal = filed()
    goes(proposal, "assign", cast["clerk"])
    lead, joint = proposal.assignments.order_by("pk")
    goes(lead, "receive", cast["unit"])
    goes(joint, "receive", cast["second"])
    goes(joint, "opine", cast["second"])
    answered(proposal, rules.answer_classes.get(letter="B"))
    goes(proposal, "rate", cast["author"])
    with pytest.raises(Hindered):
        open_move(cast["clerk"], proposal, "archive")
    goes(proposal, "track", cast["clerk"])
    goes(proposal, "look-back", cast["clerk"], found="partly")
    goes(proposal, "settle", cast["clerk"], found="done")
    assert (proposal.outcome, proposal.tracked, proposal.status) == ("planned", "done", "archived")
    assert list(proposal.look_backs.values_list("found", flat=True)) == ["partly", "done"]


def test_a_disputed_assignment_goes_to_another_unit(filed, goes, cast, third_unit):
    proposal = filed()
    goes(proposal, "assign", cast["clerk"])
    lead = proposal.assignments.get(part="lead")
    goes(lead, "dispute", cast["unit"])
    assert lead.wished == third_unit
    goes(lead, "move", cast["clerk"])
    heir = proposal.assignments.live().get(part="lead")
    assert (lead.status, heir.unit, heir.came_from) == ("moved", third_unit, lead)


def test_a_joint_unit_that_objects_sends_the_reply_back(filed, goes, cast, rules):
    proposal = filed()
    goes(proposal, "assign", cast["clerk"])
    lead, joint = proposal.assignments.order_by("pk")
    goes(lead, "receive", cast["unit"])
    goes(joint, "receive", cast["second"])
    goes(joint, "opine", cast["second"])
    goes(lead, "reply", cast["unit"])
    joint.refresh_from_db()
    goes(joint, "object", cast["second"])
    lead.refresh_from_db()
    assert (lead.status, joint.status) == ("handling", "opined")


def test_merging_asks_both_authors_keeps_both_numbers_and_can_be_undone(
    filed, goes, cast, city, begun
):
    main, joined = filed(), filed()
    merger = propose_merger(main, joined, by=cast["clerk"])
    with pytest.raises(Hindered):
        propose_merger(joined, main, by=cast["clerk"])
    answer_merger(merger, agreed=True, by=cast["author"])  # who wrote both is asked once
    joined.refresh_from_db()
    assert (main.number, joined.number, joined.status) == (1, 2, "merged")
    assert main.mergers_led.standing().get().joined == joined
    goes(joined, "part", cast["clerk"])
    assert joined.status == "filed" and not main.mergers_led.standing().exists()


def test_who_signed_a_merged_proposal_rates_the_answer_to_the_one_it_joined(filed, cast):
    main, joined = filed(), filed()
    joined.signatures.create(
        person=cast["cosigner"], closes_on=main.raised_on, answer="agreed",
        answered_at=main.steps.first().at,
    )  # fmt: skip
    merger = propose_merger(main, joined, by=cast["clerk"])
    answer_merger(merger, agreed=True, by=cast["author"])
    assert main.signers() == {cast["author"].pk, cast["cosigner"].pk}


def test_a_proposal_may_become_an_opinion_report_when_its_author_agrees(begun, goes, cast):
    proposal = begun("proposal")
    goes(proposal, "submit", cast["author"])
    goes(proposal, "refuse", cast["clerk"])
    goes(proposal, "offer", cast["clerk"])
    goes(proposal, "agree", cast["author"])
    report = proposal.led_to.get()
    text = report.texts.latest_of("original")
    assert (report.kind, report.raised_by, text.advice) == (
        "opinion-report", cast["author"], "更换线路和灯具",
    )  # fmt: skip


def test_a_signature_answers_for_the_text_it_was_given_to(begun, goes, cast):
    proposal = begun("proposal")
    goes(proposal, "invite", cast["author"])
    goes(proposal, "sign", cast["cosigner"])
    goes(proposal, "recall", cast["author"])
    assert proposal.signatures.get().answer == "asked"
