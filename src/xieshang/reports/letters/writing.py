"""A letter as docx, line by line from the top of the page to its foot (GB/T 9704-2012, 7)."""

import io
from datetime import UTC, date, datetime, time

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from ..document.blank import ADDRESSEE, BODY, BOLD, DATE, IMPRINT, ISSUER, KAI
from ..document.quote import in_full
from .letter import Letter, Paragraph, one_line
from .styles import ATTACHED, FURTHER, MARK, NOTE, NUMBER, add, hang, ready, stand_in
from .titles import lines_of, width

HEADING_FONTS = {1: BOLD, 2: KAI, 3: BODY}
LONGEST_TITLE = 255  # signs, in the properties of a docx
DATE_FROM_RIGHT = 4  # signs (7.3.5.1)


def docx_of(letter: Letter) -> bytes:
    """The letter as docx, dated its own day."""
    document = ready()
    write_head(document, letter)
    write_body(document, letter.paragraphs)
    write_attachments(document, letter.attachments)
    write_signature(document, letter)
    write_foot(document, letter)
    return saved(document, letter.title, letter.day)


def write_head(document: Docx, letter: Letter) -> None:
    """Urgency and class, number and who signed, the title, whom it goes to (7.2, 7.3.1 f.)."""
    if letter.urgency or letter.class_letter:
        add(document, MARK, f"{one_line(letter.urgency)}\t{one_line(letter.class_letter)}")
    if letter.leader:
        signed = (one_line(letter.leader), KAI)
        add(document, NUMBER, f"{one_line(letter.number)}\t签发人：", signed)
    elif letter.number:
        add(document, NUMBER, one_line(letter.number)).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if letter.leader or letter.number:
        blank_lines(document, 2)
    add(document, "Title", "\n".join(lines_of(one_line(letter.title))))
    blank_lines(document, 1)
    add(document, ADDRESSEE, f"{one_line(letter.to)}：")


def write_body(document: Docx, paragraphs: tuple[Paragraph, ...]) -> None:
    """A heading alone is one; a heading with its text behind it is dressed in its font."""
    for each in paragraphs:
        text, heading = one_line(each.text), one_line(each.heading)
        if each.level and heading == text:
            add(document, f"Heading {each.level}", text)
        elif each.level:
            font = HEADING_FONTS[each.level]
            add(document, "Normal", (heading, font), text[len(heading) :])
        else:
            add(document, "Normal", text)


def write_attachments(document: Docx, attachments: tuple[str, ...]) -> None:
    """附件：one name, or several numbered, the names one below the other (7.3.4)."""
    if not attachments:
        return
    blank_lines(document, 1)
    names = [one_line(name) for name in attachments]
    if len(names) == 1:
        add(document, ATTACHED, f"附件：{names[0]}")
        return
    add(document, ATTACHED, f"附件：1. {names[0]}")
    for number, name in enumerate(names[1:], 2):
        add(document, FURTHER, f"{number}. {name}")


def write_signature(document: Docx, letter: Letter) -> None:
    """The unit centred over the date, with room for the seal; never alone on a page (7.3.5)."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    blank_lines(document, 2)
    unit, day = one_line(letter.signature), in_full(letter.day)
    issuer = add(document, ISSUER, unit)
    issuer.paragraph_format.keep_with_next = True
    stand_in(issuer, max(0, DATE_FROM_RIGHT + (width(day) - width(unit)) / 2))
    add(document, DATE, day)


def write_foot(document: Docx, letter: Letter) -> None:
    """Whom to ask and whether it is public, in brackets (7.3.6); copies at the foot (7.4.2)."""
    asked = [
        f"{name}：{one_line(value)}"
        for name, value in (("联系人", letter.contact), ("联系电话", letter.telephone))
        if value
    ]
    if asked:
        add(document, NOTE, f"（{'，'.join(asked)}）")
    if letter.openness:
        add(document, NOTE, f"（{one_line(letter.openness)}）")
    if letter.copies:
        copies = f"抄送：{'，'.join(map(one_line, letter.copies))}。"
        hang(add(document, IMPRINT, copies), left=4, out=3, sign=14)


def blank_lines(document: Docx, count: int) -> None:
    for _line in range(count):
        add(document, "Normal").paragraph_format.keep_with_next = True


def saved(document: Docx, title: str, day: date) -> bytes:
    """The bytes; title and day are in the properties, from where the PDF takes them."""
    properties = document.core_properties
    properties.title = one_line(title)[:LONGEST_TITLE]
    properties.created = properties.modified = datetime.combine(day, time(), UTC)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
