"""What stands behind the Makefile: nothing is done twice, and every failure knows its remedy."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tools import changed, measure, setup

HOUSE = Path(__file__).resolve().parent.parent


def make(*words):
    """Run make as somebody does who is not within make already."""
    environment = {name: said for name, said in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--no-print-directory", *words]
    return subprocess.run(
        command, cwd=HOUSE, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def stamps(monkeypatch, tmp_path):
    monkeypatch.setattr(setup, "STAMPS", tmp_path / "stamps")
    (tmp_path / "source").write_text("one")
    return tmp_path / "source"


def test_a_step_is_done_when_its_sources_changed_and_only_then(stamps, capsys):
    done = []
    for text in ("one", "one", "two"):
        stamps.write_text(text)
        setup.step("step", "name", [stamps], lambda: done.append(1))
    assert len(done) == 2
    assert capsys.readouterr().out.count("step …") == 2


def test_a_step_that_fails_is_tried_again(stamps):
    def fail():
        raise setup.Stopped("no")

    for _time in range(2):
        with pytest.raises(setup.Stopped):
            setup.step("step", "name", [stamps], fail)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("error: No space left on device (os error 28)", "磁盘已满"),
        ("npm ERR! code ENOSPC", "磁盘已满"),
        ("error: command 'gcc' failed: No such file or directory", "build-essential"),
        ("ensurepip is not available", "python3-venv"),
        ("Connection refused", "检查网络"),
    ],
)
def test_a_failure_is_told_with_its_remedy_in_both_languages(said, word):
    chinese, english = setup.remedy(said).splitlines()
    assert word in f"{chinese}{english}"
    assert re.search("[一-鿿]", chinese)
    assert not re.search("[一-鿿]", english)


def test_a_command_that_fails_stops_with_its_own_words_and_the_remedy():
    with pytest.raises(setup.Stopped, match=r"(?s)gone wrong.*检查网络"):
        setup.run(sys.executable, "-c", "import sys; sys.exit('gone wrong')")


def test_too_little_room_is_told_before_anything_is_done(stamps, monkeypatch):
    monkeypatch.setattr(setup, "ROOM", 1 << 60)
    with pytest.raises(setup.Stopped, match="磁盘空间不足"):
        setup.enough_room()


@pytest.mark.parametrize(
    ("version", "fit"),
    [("v20.19.0", True), ("v24.1.2", True), ("v20.18.3", False), ("v8.9", False), ("", False)],
)
def test_only_a_node_that_is_new_enough_is_used(monkeypatch, tmp_path, version, fit):
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert setup.node_on_path() is fit


def test_without_node_there_is_none_on_the_path(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert setup.node_on_path() is False


@pytest.mark.parametrize("python", ["", "no-such-python"])
def test_an_old_python_is_told_in_both_languages(python):
    done = make("ready", f"PYTHON={python}")
    assert done.returncode != 0
    assert [line.split("。")[0].split(" or")[0] for line in done.stdout.splitlines()] == [
        "需要 Python 3.11 或更新版本",
        "Python 3.11",
    ]


def test_help_lists_every_target_of_the_makefile():
    said = make().stdout
    text = (HOUSE / "Makefile").read_text("utf-8")
    targets = re.search(r"^\.PHONY: help (.*)$", text, re.MULTILINE)[1].split()
    assert [line.split()[0] for line in said.splitlines()] == ["help", *targets]


@pytest.mark.parametrize(
    ("path", "tests"),
    [
        ("src/xieshang/matters/models.py", "tests/matters"),
        ("src/xieshang/ledgers/understanding/kinds/field.py", "tests/ledgers"),
        ("tests/figures/test_metrics.py", "tests/figures"),
        ("README.md", None),
        ("src/xieshang/__init__.py", None),
    ],
)
def test_a_changed_file_names_its_tests(path, tests):
    assert changed.tests_of(Path(path)) == (Path(tests) if tests else None)


def test_measuring_names_the_largest(capsys):
    lines = list(measure.report())
    assert {"Largest modules", "Longest functions", "Largest pages"} <= set(lines)


def test_continuous_integration_can_be_started():
    assert os.access(HOUSE / ".ci" / "run", os.X_OK)
    subprocess.run(["bash", "-n", ".ci/run"], cwd=HOUSE, check=True)
