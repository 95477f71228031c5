"""Looking after the machine: set up, serve, doctor, passwords, words and faults."""

import json
import os
import socket
import subprocess
import sys

import pytest

from xieshang.cli import static
from xieshang.cli.checks import CHECKS
from xieshang.cli.language import language
from xieshang.cli.main import refused
from xieshang.people.models import Committee, Person


def outside(*words, **environment):
    """Run a command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "xieshang.cli.main", *words],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_set_up_founds_the_body_once(db, typed):
    first, second = typed("setup"), typed("setup")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert Committee.objects.inside().count() == 126
    operator = Person.objects.get(username="operator")
    assert operator.is_superuser
    assert any(operator.check_password(word) for word in first.stdout.split())
    assert not any(operator.check_password(word) for word in second.stdout.split())


def test_a_new_password_is_printed_once_and_works(db, typed):
    typed("setup")
    password = typed("password", "operator").stdout.strip()
    assert Person.objects.get(username="operator").check_password(password)


def test_an_office_gets_its_clerk_and_lets_the_clerk_go(db, typed):
    typed("setup")
    city = Committee.objects.get(pk=450200)
    clerk = ["seat", "li", "--committee", 450200, "--post", "clerk"]
    first = typed(*clerk, "--name", "示例干部")
    person = Person.objects.get(username="li")
    assert person.check_password(first.stdout.strip()[-19:])
    assert person.may_keep(city)
    again = typed(*clerk, "--name", "示例干部")
    assert (again.exit_code, person.seats.count()) == (0, 1)
    assert typed(*clerk, "--end").exit_code == 0
    assert not person.may_keep(city)
    assert typed(*clerk, "--end").exit_code == 1


@pytest.mark.parametrize(
    "asked",
    [
        ["--committee", 450200, "--post", "king", "--name", "x"],
        ["--committee", 999999, "--post", "clerk", "--name", "x"],
        ["--committee", 450200, "--post", "clerk"],
        ["--committee", 450200, "--post", "member", "--name", "x", "--sector", "无此界别"],
    ],
)
def test_a_seat_asked_for_wrongly_opens_no_account(db, typed, asked):
    typed("setup")
    assert typed("seat", "li", *asked).exit_code == 2
    assert not Person.objects.filter(username="li").exists()


@pytest.mark.parametrize("name", ["nobody", "system"])
def test_no_password_for_nobody_and_none_for_the_system(db, typed, name):
    typed("setup")
    result = typed("password", name)
    assert (result.exit_code, result.stdout) == (1, "")


def test_a_taken_port_is_told_with_the_way_out(db, typed):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = typed("serve", "--port", port)
    assert result.exit_code == 1
    chinese, english = result.stderr.splitlines()
    assert f"端口 {port} 无法使用" in chinese
    assert english.startswith(f"Port {port} cannot be used")
    assert chinese.endswith(f"XIESHANG_PORT={port + 1}")
    assert english.endswith(f"XIESHANG_PORT={port + 1}")


def test_a_port_that_is_no_number_is_wrong_usage(db, typed, monkeypatch):
    monkeypatch.setenv("XIESHANG_PORT", "eight")
    assert typed("serve").exit_code == 2


def test_the_doctor_finds_what_is_amiss_and_knows_the_remedy(db, told, settings):
    settings.DATA.mkdir()
    (settings.DATA / "secret-key").write_text("x")
    (settings.DATA / "secret-key").chmod(0o644)
    settings.DEBUG = True
    checks = {each["name"]: each for each in told("doctor", ends=1)["checks"]}
    amiss = {name: each["remedy"] for name, each in checks.items() if not each["well"]}
    assert list(checks) == [check.__name__ for check in CHECKS]
    assert amiss["secret"] == f"chmod 600 {settings.DATA / 'secret-key'}"
    assert amiss["body"] == "xieshang setup"
    assert {"open_door", "worker"} <= amiss.keys()
    assert not {"database", "tables", "tasks"} & amiss.keys()


def test_the_doctor_answers_though_the_database_does_not(tmp_path):
    result = outside(
        "doctor",
        "--json",
        DATABASE_URL="postgres://nobody@127.0.0.1:1/none",
        XIESHANG_DATA=str(tmp_path),
    )
    assert result.returncode == 1, result.stderr
    amiss = {each["name"] for each in json.loads(result.stdout)["checks"] if not each["well"]}
    assert {"database", "tables", "body", "tasks", "maps"} <= amiss


def test_a_database_that_was_not_set_up_is_one_line_not_a_trace(tmp_path):
    result = outside("figures", XIESHANG_DATA=str(tmp_path))
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "xieshang setup" in result.stderr


def test_a_setting_that_cannot_be_used_is_one_line(tmp_path):
    result = outside("doctor", DATABASE_URL="mysql://x/y", XIESHANG_DATA=str(tmp_path))
    assert (result.returncode, "Traceback" in result.stderr) == (1, False)
    assert "mysql" in result.stderr


def test_faults_are_told_in_both_languages(capsys):
    assert refused(OSError("disk")) == 1
    said = capsys.readouterr().err
    assert "OSError: disk" in said
    assert "请检查设置" in said
    assert "Look at the settings" in said


@pytest.mark.parametrize(
    ("asked", "locale", "chosen"),
    [
        ("", {}, "zh-hans"),
        ("", {"LANG": "C.UTF-8"}, "zh-hans"),
        ("", {"LANG": "zh_CN.UTF-8"}, "zh-hans"),
        ("", {"LANG": "en_GB.UTF-8"}, "en"),
        ("", {"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh-hans"),
        ("en", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("zh-hans", {"LANG": "en_GB.UTF-8"}, "zh-hans"),
    ],
)
def test_it_speaks_chinese_unless_english_is_asked_for(monkeypatch, asked, locale, chosen):
    monkeypatch.setenv("XIESHANG_LANGUAGE", asked)
    assert language(locale) == chosen


def test_help_and_errors_are_in_the_language_asked_for(tmp_path):
    def said(*words, tongue):
        result = outside(*words, XIESHANG_LANGUAGE=tongue, XIESHANG_DATA=str(tmp_path))
        return result.stdout + result.stderr

    assert "用法：" in said("--help", tongue="zh-hans")
    assert "Usage:" in said("--help", tongue="en")
    assert "Usage" not in said("figures", "--nothing", tongue="zh-hans")
    assert "No such option" in said("figures", "--nothing", tongue="en")


def test_static_files_are_gathered_when_they_changed_and_only_then(db, settings, tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.css").write_text("a{}")
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [source], settings.DATA / "static"
    settings.DATA.mkdir()
    assert (static.gather(), static.gather()) == (True, False)
    (source / "b.css").write_text("b{}")
    assert static.gather()
    assert (settings.STATIC_ROOT / "b.css").read_text() == "b{}"
