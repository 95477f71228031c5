"""An export of Polis becomes a finished deliberation, with the map that anybody makes of it."""

import pytest
from click.testing import CliRunner

from xieshang.cli.commands import xieshang
from xieshang.deliberation.models import Deliberation
from xieshang.opinion import map_opinions, read_export

pytestmark = pytest.mark.django_db
SIX = (
    "bg2050-volunteers", "brexit-consensus", "london.youth.policing",
    "scoop-hivemind.freshwater", "scoop-hivemind.taxes", "vtaiwan.uberx",
)  # fmt: skip
HEADS = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"


def run(folder, by="officer", code=450000):
    command = ["deliberation", "import", str(folder), "--committee", str(code), "--by", by]
    return CliRunner().invoke(xieshang, command)


@pytest.fixture
def export(tmp_path):
    """Two statements, one of them not shown; eight voters, one of whom changed their mind."""
    (tmp_path / "comments.csv").write_text(
        f"{HEADS}\n1700000000000,x,7,0,0,0,1,（示例）甲\n1700000000000,x,3,0,0,0,-1,（示例）乙\n",
        "utf-8",
    )
    votes = [f"{1700000000000 + n},x,7,{n},1" for n in range(8)] + ["1700000009000,x,7,0,-1"]
    (tmp_path / "votes.csv").write_text(
        "timestamp,datetime,comment-id,voter-id,vote\n" + "\n".join(votes) + "\n", "utf-8"
    )
    return tmp_path


def test_an_export_is_brought_in(export, officer):
    assert run(export).exit_code == 0
    found = Deliberation.objects.get()
    statements = [(s.number, s.text, s.status, s.reason) for s in found.statements.all()]
    assert statements == [
        (1, "（示例）乙", "declined", "原平台未公开"), (2, "（示例）甲", "shown", ""),
    ]  # fmt: skip
    kept = found.kept_map
    assert (found.status, kept.votes, kept.participants, kept.final) == ("resulted", 8, 8, True)
    assert found.closes_at.isoformat() == "2023-11-14T22:13:29+00:00"


def test_what_is_no_export_is_refused_in_words(export, officer, member):
    (export / "votes.csv").write_text("a,b\n1,2\n")
    assert run(export).exit_code == 1
    (export / "votes.csv").unlink()
    assert run(export).exit_code == 1
    assert run(export, by="nobody").exit_code == 1
    assert Deliberation.objects.count() == 0


def test_who_keeps_no_records_there_brings_nothing_in(export, member):
    done = run(export, by="member")
    assert (done.exit_code, Deliberation.objects.count()) == (1, 0)


@pytest.mark.parametrize("name", SIX)
def test_the_shared_conversations_load_and_show(shared, name, officer, client):
    folder = shared / "data" / "opinion" / name
    assert run(folder).exit_code == 0
    found = Deliberation.objects.get()
    alone = map_opinions(read_export(folder / "votes.csv"))
    page = client.get(f"/deliberations/D{found.pk}/result/")
    result = page.context["result"]
    assert page.status_code == 200
    assert abs(result.kept.participants - len(alone.participants)) <= 2
    assert 2 <= len(result.opinion_groups) <= 5
