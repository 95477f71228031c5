"""Many reports in one go, begun again where a worker was stopped."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from xieshang.figures.scope import Scope
from xieshang.reports.actions import batches, draw_batch, keep_template, order_batch, resume_batches
from xieshang.reports.models import Batch, Report

pytestmark = pytest.mark.django_db


@pytest.fixture
def batch(worked, region, editor):
    return order_batch(Scope.year(region, 2023), by=editor)


def drawn(batch):
    return list(batch.reports.order_by("committee").values_list("committee", flat=True))


def test_a_batch_is_handed_to_a_worker_with_the_order(batch):
    assert (batch.total, batch.done, batch.finished_at) == (4, 0, None)
    assert [task.args_kwargs["args"] for task in DBTaskResult.objects.all()] == [[batch.pk]]


def test_a_batch_draws_a_report_for_every_committee(batch):
    draw_batch.call(batch.pk)
    batch.refresh_from_db()
    assert drawn(batch) == [450000, 450200, 450202, 451100]
    assert (batch.done, batch.errors, batch.finished_at is None) == (4, [], False)


def test_a_batch_run_twice_changes_nothing(batch):
    draw_batch.call(batch.pk)
    finished = Batch.objects.get().finished_at
    draw_batch.call(batch.pk)
    assert (Report.objects.count(), Batch.objects.get().finished_at) == (4, finished)


class Killed(BaseException):
    """The worker is stopped from outside."""


def test_a_batch_whose_worker_was_killed_goes_on_from_there(batch, monkeypatch):
    drawing = batches.draft
    calls = []

    def dies_at_the_third(scope, **more):
        calls.append(scope.committee.pk)
        if len(calls) == 3:
            raise Killed
        return drawing(scope, **more)

    monkeypatch.setattr(batches, "draft", dies_at_the_third)
    with pytest.raises(Killed):
        draw_batch.call(batch.pk)
    assert (drawn(batch), Batch.objects.get().finished_at) == ([450000, 450200], None)
    draw_batch.call(batch.pk)
    assert calls[3:] == [450202, 451100]
    assert drawn(batch) == [450000, 450200, 450202, 451100]


def test_a_committee_whose_report_fails_does_not_stop_the_others(batch, city, editor, typed):
    template = keep_template([typed("好")], "好.docx", committee=city, by=editor)
    template.file.path.write_bytes(typed("办了3期"))
    draw_batch.call(batch.pk)
    batch.refresh_from_db()
    assert drawn(batch) == [450000, 450202, 451100]
    assert [error["committee"] for error in batch.errors] == [450200]
    assert "3" in batch.errors[0]["reason"]
    assert (batch.done, batch.finished_at is None) == (4, False)


def test_only_a_silent_batch_is_handed_out_again(batch):
    assert resume_batches() == []
    Batch.objects.update(beat=timezone.now() - timedelta(minutes=3))
    assert resume_batches() == [batch]
    assert resume_batches() == []
    assert DBTaskResult.objects.count() == 2
    draw_batch.call(batch.pk)
    Batch.objects.update(beat=timezone.now() - timedelta(minutes=3))
    assert resume_batches() == []


def test_a_batch_is_seen_by_those_over_its_committee(batch, editor, clerk, stranger):
    seen = [batch in Batch.objects.visible_to(person) for person in (editor, clerk, stranger)]
    assert seen == [True, False, False]
