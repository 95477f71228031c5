"""What `xieshang setup` does beside founding: the usual rules, and the receipts it tells of."""

from click.testing import CliRunner

from xieshang.audit.models import Entry
from xieshang.cli.commands import xieshang
from xieshang.cli.setup import tell_lived
from xieshang.demo.living import Lived, Slip
from xieshang.matters.models import AnswerClass, Category, Ground
from xieshang.people.models import Committee


def test_the_usual_rules_stand_without_samples_and_are_loaded_once(db):
    first = CliRunner().invoke(xieshang, ["setup"], catch_exceptions=False)
    county, entries = Committee.objects.get(pk=450202), Entry.objects.count()
    rows = [len(model.objects.of(county)) for model in (Ground, AnswerClass)]
    rows += [len(Category.objects.filter(use=use).of(county)) for use in Category.Use.values]
    assert rows == [10, 3, 6, 13, 11]
    assert f"{sum(rows)}" in first.output
    again = CliRunner().invoke(xieshang, ["setup"], catch_exceptions=False)
    assert (Entry.objects.count(), again.exit_code) == (entries, 0)


def test_receipts_are_told_with_their_codes(capsys):
    tell_lived(Lived(96, [Slip("M64", "8f8z-q32c-j7uh-8vjm", "（示例）电梯停了")]))
    said = capsys.readouterr().out
    assert [word in said for word in ("96", "M64", "8f8z-q32c-j7uh-8vjm", "电梯停了")] == [True] * 4
