"""A region whose city held two study sessions and a consultation, and solved a problem."""

import datetime as dt
import io

import pytest

from xieshang.activities.models import Programme
from xieshang.lifecycle.actions import Told
from xieshang.matters.actions import record as record_matters
from xieshang.matters.actions import told_matter
from xieshang.people.models import Seat
from xieshang.reports.actions import draft_report
from xieshang.reports.document.blank import blank

SPRING, SUMMER = dt.date(2023, 3, 5), dt.date(2023, 7, 1)


@pytest.fixture
def editor(seated, region):
    """Who keeps the region's records, and by that those of all below."""
    return seated("editor", region, Seat.Post.OFFICER)


@pytest.fixture
def worked(held, region, city, sister, county, editor):
    """What the records of 2023 hold."""
    series = Programme.objects.create(
        committee=city, name="示例讲堂", kind=Programme.Kind.SERIES, since=SPRING
    )
    held(city, form="委员讲堂", attendances=30, member_attendances=20, programme=series, session=1)
    held(county, day=SUMMER, attendances=15)
    held(city, kind="consultation", partners=[sister], attendances=12)
    problem = told_matter("problem", title="示例问题", committee_id=city.pk, raised_on=SPRING)
    record_matters([(problem, [Told("solve", SUMMER, "已办结")], ())], by=editor)
    return series


@pytest.fixture
def report(worked, city, editor):
    return draft_report(city, 2023, by=editor)


@pytest.fixture
def typed():
    """A template as a clerk types it: a line is a text, or (text, style)."""

    def type_(*lines):
        document = blank()
        for line in lines:
            document.add_paragraph(*((line,) if isinstance(line, str) else line))
        return saved(document)

    return type_


def saved(document):
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()
