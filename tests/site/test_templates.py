"""Every template of the project, walked."""

import re
from pathlib import Path

import pytest

import xieshang

PAGES = sorted(Path(xieshang.__file__).parent.rglob("*.html"))
NAMES = [str(page.relative_to(Path(xieshang.__file__).parent)) for page in PAGES]
INLINE = re.compile(
    r"""<style|\sstyle\s*=|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=|javascript:|hx-on""", re.IGNORECASE
)
TAGS = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|{%.*?%}|{{.*?}}", re.DOTALL)
MARKUP = re.compile(r"<[^>]*>")
TRANSLATED = re.compile(r"{%\s*blocktranslate.*?endblocktranslate\s*%}", re.DOTALL)
CLASSES = re.compile(r"{%\s*block density.*?endblock\s*%}", re.DOTALL)
SPOKEN = re.compile(r"[A-Za-z]{2,}|[\u4e00-\u9fff]")
NOT_WORDS = {
    "CSV",
    "中文",
    "English",
    "Esc",
    "Enter",
    "xlsx",
    "docx",
    "PDF",
    "Word",
    "SHA-256",
    "doctype",
}


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_no_page_carries_a_style_or_a_script_inside(page):
    assert INLINE.findall(page.read_text()) == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_word_on_a_page_can_be_translated(page):
    left = page.read_text()
    for silent in (CLASSES, TRANSLATED, TAGS, MARKUP):
        left = silent.sub(" ", left)
    words = [word for word in left.split() if SPOKEN.search(word) and word not in NOT_WORDS]
    assert words == []


@pytest.mark.parametrize(
    "planted",
    ['<p style="color:red">', "<script>go()</script>", '<a onclick="go()">', '<b hx-on:click="x">'],
)
def test_the_check_sees_what_it_looks_for(planted):
    assert INLINE.search(planted)
