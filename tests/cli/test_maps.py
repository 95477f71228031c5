"""The maker of maps goes on where one map fails, and says so."""

from types import SimpleNamespace

from xieshang.cli import maps


def test_a_map_that_fails_is_said_and_keeps_no_other_waiting(monkeypatch, capsys):
    def make(deliberation):
        if deliberation.short == "D1":
            raise ValueError("no votes can be read")
        return SimpleNamespace(votes=7, seconds=0.25)

    def noted(deliberation, fault):
        faults.append((deliberation.short, str(fault)))

    faults = []
    due = [SimpleNamespace(short=short) for short in ("D1", "D2")]
    stand_in = {"maps_due": lambda: due, "make_map": make, "seconds_of": lambda _each: 0}
    for name, work in (stand_in | {"beat": lambda: None, "note_fault": noted}).items():
        monkeypatch.setattr(maps, name, work)
    assert maps.look(maps.Beside(), alone=True) == ["D2"]
    assert faults == [("D1", "no votes can be read")]
    first, second = capsys.readouterr().out.splitlines()
    assert first == "D1：未能生成意见图：ValueError: no votes can be read"
    assert second.startswith("D2")
