"""Drawing up a report, and moving it along."""

from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from xieshang.audit.actions import seal
from xieshang.evidence.actions import keep_file
from xieshang.figures.models import Figure
from xieshang.figures.scope import Scope
from xieshang.lifecycle.actions import Said, open_subject, take_step
from xieshang.people.models import Committee, Person
from xieshang.search.actions import changed

from ..document import roundup
from ..document.fill import Part, Passage, fill
from ..document.pdf import pdf_of
from ..document.quote import Setting
from ..document.read import read
from ..document.template import open_template
from ..document.write import write
from ..models import Batch, Report, ReportStep, Template
from ..printing import fonts
from ..quoting import LANGUAGE, Quoting, Words, place_of
from . import findable


class Outdated(ValueError):
    """A report must not be published: rows behind `figures` have changed since it was drawn."""

    def __init__(self, figures: list[Figure]) -> None:
        self.figures = figures
        super().__init__(", ".join(figure.code for figure in figures))


@transaction.atomic
def keep_template(
    chunks: Iterable[bytes], name: str, *, committee: Committee, by: Person
) -> Template:
    """Keep an office's own template; raises TemplateFault with all that is wrong with it."""
    source = b"".join(chunks)
    open_template(source, Words())
    file, _fresh = keep_file([source], name, committee=committee, by=by)
    template = Template.objects.create(committee=committee, file=file, kept_by=by)
    seal(by, "keep", template, sha256=file.sha256)
    return template


def draft_report(committee: Committee, year: int, *, by: Person, **more) -> Report:
    """Draw up the report of a committee's whole year."""
    return draft(Scope.year(committee, year), by=by, **more)


def draft(
    scope: Scope, *, by: Person, template: Template | None = None, batch: Batch | None = None
) -> Report:
    """Draw up a report: take its figures, write its docx and its PDF, keep all of them.

    Raises TemplateFault, and NoChineseFont where nothing can print the PDF.
    """
    template = template or scope.committee.templates.first()
    source = source_of(template, scope.committee)
    quoting = Quoting(scope, by)
    checked = open_template(source, quoting)
    setting = Setting(
        place_of(scope.committee), scope.start, scope.end, timezone.localdate(), settings.ADDRESS
    )
    with translation.override(LANGUAGE), transaction.atomic():
        parts = fill(checked, setting, quoting)
    title = title_of(parts)
    docx = write(source, parts, title)
    pdf = pdf_of(read(docx), fonts(), setting.day)
    report = Report(
        committee=scope.committee,
        start=scope.start,
        end=scope.end,
        drawn_on=setting.day,
        title=title,
        template=template,
        batch=batch,
    )
    return keep_report(report, docx, pdf, quoting.taken.values(), by=by)


@transaction.atomic
def keep_report(
    report: Report, docx: bytes, pdf: bytes, figures: Iterable[Figure], *, by: Person
) -> Report:
    """Keep a report which has been drawn up, with its documents and its figures."""
    keep = partial(keep_file, committee=report.committee, by=by)
    report.docx, _fresh = keep([docx], f"{report.title}.docx")
    report.pdf, _fresh = keep([pdf], f"{report.title}.pdf")
    open_subject(report, by=by)
    report.figures.set(figures)
    changed(findable.KIND, [report.pk], findable.documents)
    codes = sorted(figure.code for figure in figures)
    seal(by, "draw", report, docx=report.docx.sha256, pdf=report.pdf.sha256, figures=codes)
    return report


def source_of(template: Template | None, committee: Committee) -> bytes:
    """The docx of a template: an office's own, or the one for its tier."""
    shipped = roundup.FOLDER / f"{committee.tier}.docx"
    return (template.file.path if template else shipped).read_bytes()


def title_of(parts: list[Part]) -> str:
    """The first words of a document."""
    texts = (
        "".join(getattr(piece.content, "text", piece.content) for piece in part.pieces).strip()
        for part in parts
        if isinstance(part, Passage) and not part.lists
    )
    return next(filter(None, texts), "")[:200]


@transaction.atomic
def take(report: Report, verb: str, *, by: Person, note: str = "") -> ReportStep:
    """Move a report; raises NoSuchMove, PermissionDenied, and Outdated where it is to be published
    but its numbers no longer stand."""
    if verb == "publish" and (outdated := report.outdated()):
        raise Outdated(outdated)
    return take_step(report, verb, by=by, said=Said(note))
