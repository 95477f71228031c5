"""The catalogue of words, and the two little programs that keep it whole."""

import gettext
from pathlib import Path

import pytest

from xieshang.site import words
from xieshang.site.msgids import Word, words_of

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

#: somewhere.html
msgid "One row"
msgid_plural "%(n)s rows"
msgstr[0] "共 %(n)s 条"

msgctxt "verb"
msgid "file"
msgstr "立"
"案"

#, fuzzy
msgid "guess"
msgstr "猜"

msgid "empty"
msgstr ""
"""


@pytest.fixture
def po(tmp_path):
    path = tmp_path / "django.po"
    path.write_text(PO, encoding="utf-8")
    return path


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_every_word_of_the_project_has_its_chinese():
    assert words.gaps() == []


def test_a_compiled_catalogue_is_read_by_gettext(po):
    with words.compile_words(po).open("rb") as compiled:
        chinese = gettext.GNUTranslations(compiled)
    assert chinese.ngettext("One row", "%(n)s rows", 5) == "共 %(n)s 条"
    assert chinese.pgettext("verb", "file") == "立案"
    assert chinese.gettext("guess") == "guess", "a guess is not a translation"
    assert chinese.gettext("empty") == "empty"


def test_a_line_nobody_can_read_is_named(po):
    po.write_text(PO + "\nmsgid no quotes\n", encoding="utf-8")
    with pytest.raises(words.BrokenCatalogue, match="line 24"):
        words.read(po)


def test_words_are_found_in_python_and_in_templates(sources):
    write(
        sources, "a.py", 'x = _("Day")\nngettext("One row", "%(n)s rows", n)\npgettext("v", "go")\n'
    )
    write(sources, "b.html", "{% load i18n %}\n{% translate 'Day' %}\n{% translate \"It's\" %}\n")
    write(
        sources,
        "c.html",
        "{% blocktranslate count n=k %}a{% plural %}{{ n }} b{% endblocktranslate %}",
    )
    assert words_of(sources) == {
        Word("Day"): "a.py:1",
        Word("One row", "%(n)s rows"): "a.py:2",
        Word("go", None, "v"): "a.py:3",
        Word("It's"): "b.html:3",
        Word("a", "%(n)s b"): "c.html:1",
    }


def test_a_word_is_found_under_whatever_name_the_function_goes(sources):
    called = "from django.utils.translation import gettext as said, ngettext as many\n"
    write(sources, "a.py", called + 'said("Day")\nmany("One row", "%(n)s rows", n)\nother("x")\n')
    assert words_of(sources) == {
        Word("Day"): "a.py:2", Word("One row", "%(n)s rows"): "a.py:3",
    }  # fmt: skip


def test_what_lacks_its_chinese_is_named_with_its_place(po, sources):
    write(sources, "a.py", '_("empty")\n_("new")\nngettext("One row", "%(n)s rows", 1)\n')
    assert words.gaps(po, sources) == ["a.py:1: 'empty'", "a.py:2: 'new'"]


def test_a_translation_that_fills_in_something_else_is_a_gap(po, sources):
    po.write_text(PO.replace("共 %(n)s 条", "共 %(m)s 条"), encoding="utf-8")
    assert words.gaps(po, sources) == [
        "django.po: 'One row' and '共 %(m)s 条' differ in what they fill in"
    ]


def test_new_words_are_appended_once_and_old_ones_left_alone(po, sources):
    write(sources, "a.py", '_("new \\"one\\"")\n_("empty")\n')
    assert (words.add(po, sources), words.add(po, sources)) == (1, 0)
    assert po.read_text(encoding="utf-8") == PO + '\n#: a.py:1\nmsgid "new \\"one\\""\nmsgstr ""\n'
