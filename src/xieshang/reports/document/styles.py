"""How a docx paragraph and its runs really look: defaults, style chain, direct settings.

A look is a dict of a few plain values, later ones over earlier ones. Lengths are points.
"""

from typing import Any

from docx.oxml.ns import qn
from lxml import etree

Look = dict[str, Any]
DEFAULT: Look = {
    "font": "",
    "size": 10.5,
    "bold": False,
    "italic": False,
    "underline": "",
    "closer": 0.0,
    "align": "left",
    "first": 0.0,
    "first_chars": 0,
    "left": 0.0,
    "right": 0.0,
    "before": 0.0,
    "after": 0.0,
    "pitch": None,
    "level": None,
    "break_before": False,
    "keep_next": False,
    "frame": False,
    "ruled": False,
}
ON_OFF = {"b": "bold", "i": "italic", "pageBreakBefore": "break_before", "keepNext": "keep_next"}


class Styles:
    """The paragraph styles of one docx, each with the styles it rests on."""

    def __init__(self, element: etree._Element) -> None:
        self.elements = {s.get(qn("w:styleId")): s for s in element.iterchildren(qn("w:style"))}
        self.default = next(
            (
                key
                for key, style in self.elements.items()
                if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) == "1"
            ),
            "",
        )
        defaults = element.find(qn("w:docDefaults"))
        self.ground = DEFAULT | (look_inside(defaults) if defaults is not None else {})
        self.known: dict[str, Look] = {}

    def look(self, name: str | None) -> Look:
        """The look of a paragraph style, by its id; None is the default style."""
        name = name or self.default
        if name not in self.known:
            self.known[name] = self.read(name)
        return self.known[name]

    def read(self, name: str) -> Look:
        style = self.elements.get(name)
        if style is None:
            return self.ground
        based = style.find(qn("w:basedOn"))
        below = self.ground if based is None else self.look(based.get(qn("w:val")))
        return below | look_inside(style) | {"level": level_of(style)}

    def of_paragraph(self, paragraph: etree._Element) -> Look:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return self.look(None)
        style = properties.find(qn("w:pStyle"))
        name = None if style is None else style.get(qn("w:val"))
        return self.look(name) | paragraph_look(properties)


def level_of(style: etree._Element) -> int | None:
    """1 to 3 for Word's own headings, whatever they are called on the screen; 0 the title."""
    name = style.find(qn("w:name")).get(qn("w:val"), "").lower()
    if name == "title":
        return 0
    return int(name[-1]) if name in {"heading 1", "heading 2", "heading 3"} else None


def look_inside(element: etree._Element) -> Look:
    look: Look = {}
    for properties in element.iter(qn("w:pPr"), qn("w:rPr")):
        read = paragraph_look if properties.tag == qn("w:pPr") else run_look
        look |= read(properties)
    return look


def paragraph_look(properties: etree._Element) -> Look:
    look = switches(properties)
    for child in properties:
        name = etree.QName(child).localname
        if name == "jc":
            look["align"] = child.get(qn("w:val"))
        elif name == "ind":
            look |= indents(child)
        elif name == "spacing":
            look |= gaps(child)
        elif name == "framePr":
            look["frame"] = child.get(qn("w:yAlign")) == "bottom"
        elif name == "pBdr":
            look["ruled"] = True
    return look


def run_look(properties: etree._Element) -> Look:
    look = switches(properties)
    for child in properties:
        name, value = etree.QName(child).localname, child.get(qn("w:val"))
        if name == "rFonts" and child.get(qn("w:eastAsia")):
            look["font"] = child.get(qn("w:eastAsia"))
        elif name == "sz":
            look["size"] = float(value) / 2
        elif name == "spacing":
            look["closer"] = float(value) / 20
        elif name == "u":
            look["underline"] = "" if value == "none" else value
    return look


def switches(properties: etree._Element) -> Look:
    """Properties which are on by standing there, unless they say otherwise."""
    return {
        ON_OFF[name]: child.get(qn("w:val")) not in {"0", "false"}
        for child in properties
        if (name := etree.QName(child).localname) in ON_OFF
    }


def indents(element: etree._Element) -> Look:
    """Indents of both sides, and of the first line: less than nothing where it hangs out."""
    twentieths = {
        side: float(value) / 20
        for side in ("left", "right")
        if (value := element.get(qn(f"w:{side}"))) is not None
    }
    first, hanging = element.get(qn("w:firstLine")), element.get(qn("w:hanging"))
    chars = element.get(qn("w:firstLineChars"))
    return (
        twentieths
        | ({} if first is None else {"first": float(first) / 20})
        | ({} if chars is None else {"first_chars": int(chars)})
        | ({} if hanging is None else {"first": -float(hanging) / 20, "first_chars": 0})
    )


def gaps(element: etree._Element) -> Look:
    """Space before and after, and the pitch of lines: None is what the font wants."""
    look: Look = {
        side: float(value) / 20
        for side in ("before", "after")
        if (value := element.get(qn(f"w:{side}"))) is not None
    }
    line = element.get(qn("w:line"))
    if line is not None:
        exact = element.get(qn("w:lineRule")) in {"exact", "atLeast"}
        look["pitch"] = float(line) / 20 if exact else None
    return look
