"""`xieshang verify`: whatever was changed past the front door is found."""

import pytest

from xieshang.activities.models import Activity, Tally
from xieshang.audit.actions import seal
from xieshang.audit.models import Entry
from xieshang.evidence.actions import keep_file
from xieshang.figures.actions import take_figure

WHOLE = {"log": True, "files": True, "sums": True, "figures": True}


@pytest.fixture
def kept(city, county, held, clerk, year):
    """Two activities, a received file, a figure taken."""
    held(city, attendances=30)
    held(county, attendances=12)
    file, _new = keep_file([b"ledger"], "台账.csv", committee=city, by=clerk)
    return file, take_figure("study-attendances", year(city), by=clerk)


def holds(said):
    return {name: part["holds"] for name, part in said.items()}


def test_what_nobody_touched_holds(kept, told):
    said = told("verify")
    assert holds(said) == WHOLE
    assert (said["log"]["entries"], said["sums"]["activities"]) == (2, 2)
    assert (said["files"]["files"], said["figures"]["taken"]) == (1, 1)


def test_nothing_at_all_holds(db, told):
    assert holds(told("verify")) == WHOLE


def test_an_entry_rewritten_in_the_database_is_found(kept, told, clerk, city):
    seal(clerk, "open", city)
    Entry.objects.filter(verb="keep").update(verb="kept")
    said = told("verify", ends=1)
    assert holds(said) == WHOLE | {"log": False}
    assert said["log"]["first_broken"].split()[1] == "kept"


def test_a_file_whose_bytes_changed_is_found(kept, told):
    file, _figure = kept
    file.path.write_bytes(b"other")
    said = told("verify", ends=1)
    assert (holds(said), said["files"]["changed"]) == (WHOLE | {"files": False}, ["台账.csv"])


def test_a_file_that_is_gone_is_found(kept, told):
    file, _figure = kept
    file.path.unlink()
    assert holds(told("verify", ends=1)) == WHOLE | {"files": False}


def test_a_row_changed_past_its_action_breaks_sums_and_figure(kept, told, city):
    Activity.objects.filter(organisers__committee=city).update(attendances=31)
    said = told("verify", ends=1)
    assert holds(said) == WHOLE | {"sums": False, "figures": False}
    assert said["figures"]["changed"] == [kept[1].code]


def test_a_sum_that_was_turned_is_found(kept, told, region):
    Tally.objects.filter(committee=region).update(attendances=99)
    said = told("verify", ends=1)
    assert (holds(said), len(said["sums"]["differ"])) == (WHOLE | {"sums": False}, 1)


def test_a_person_is_told_the_same(kept, typed, region):
    Tally.objects.filter(committee=region).update(attendances=99)
    result = typed("verify")
    assert result.exit_code == 1
    assert [line[0] for line in result.stdout.splitlines()] == ["✓", "✓", "✗", "✓"]
