"""`xieshang verify`: whatever was changed past the front door is found."""

import pytest

from xieshang.activities.models import Activity, Tally
from xieshang.audit.actions import seal
from xieshang.audit.merkle import root
from xieshang.audit.models import Entry
from xieshang.evidence.actions import keep_file
from xieshang.evidence.models import Evidence
from xieshang.evidence.proof import leaf_of
from xieshang.figures.actions import take_figure
from xieshang.ledgers.actions import import_file, undo
from xieshang.people.actions import system

WHOLE = {"log": True, "files": True, "rows": True, "sums": True, "figures": True}


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
    assert [line[0] for line in result.stdout.splitlines()] == ["✓", "✓", "✓", "✗", "✓"]


@pytest.fixture
def ledger(region, city, tmp_path):
    """A ledger of two rows, taken over."""
    path = tmp_path / "450200柳州市政协2023年学习活动台账.csv"
    rows = ("主题,开展时间,参加人数", "读书分享会,2023年3月5日,30", "委员讲堂,2023年4月1日,20")
    path.write_text("\n".join(rows), "utf-8-sig")
    outcome = import_file(path, by=system())
    assert outcome.taken == 2
    return outcome.take_over


def test_a_cell_changed_in_a_row_that_was_taken_over_is_found(ledger, told):
    assert told("verify")["rows"] == {"holds": True, "rows": 2, "changed": []}
    Evidence.objects.filter(row=2).update(cells=["读书分享会", "2023年3月5日", "300"])
    said = told("verify", ends=1)
    assert (holds(said), said["rows"]["changed"]) == (WHOLE | {"rows": False}, [ledger.file.name])


def test_a_root_changed_with_its_rows_is_found_by_the_one_in_the_log(ledger, told):
    Evidence.objects.filter(row=2).update(cells=["读书分享会", "2023年3月5日", "300"])
    leaves = [leaf_of(each.sheet, each.row, each.cells) for each in Evidence.objects.all()]
    ledger.root = root(leaves).hex()
    ledger.save()
    assert holds(told("verify", ends=1)) == WHOLE | {"rows": False}


def test_a_take_over_that_was_undone_still_holds(ledger, told):
    undo(ledger, by=system())
    assert told("verify")["rows"] == {"holds": True, "rows": 2, "changed": []}
