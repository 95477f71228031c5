"""The log in words: no verb of the house, and no thing it is done to, is left as code."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

import xieshang
from xieshang.audit.models import Entry
from xieshang.site.deeds import DEEDS, MOVES, THINGS, deed_said, subject_said

SOURCES = [path for path in Path(xieshang.__file__).parent.rglob("*.py") if "actions" in str(path)]


def verbs() -> set[str]:
    """Every verb that a call of `seal` spells out."""
    calls = (
        node
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "seal"
    )
    return {call.args[1].value for call in calls if isinstance(call.args[1], ast.Constant)}


def test_every_verb_that_is_sealed_has_its_words():
    assert len(verbs()) > 10, "the search finds the calls"
    assert verbs() - DEEDS.keys() - set().union(*MOVES.values()) == set()


@pytest.mark.parametrize("label", THINGS)
def test_every_thing_is_one_of_ours(label):
    assert apps.get_model(label)._meta.label_lower == label


def test_an_entry_is_said_in_words():
    file = Entry(verb="keep", subject="evidence.file:22")
    matter = Entry(verb="keep", subject="matters.matter:7")
    assert (deed_said(file), subject_said(file)) == ("收到", "文件 22")
    assert (deed_said(matter), subject_said(matter)) == ("留作参考", "事项 7")


def test_what_has_no_words_yet_is_said_as_it_is():
    entry = Entry(verb="sing", subject="choir.song:1")
    assert re.fullmatch(r"sing choir\.song 1", f"{deed_said(entry)} {subject_said(entry)}")
