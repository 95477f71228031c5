"""The sample year: ledgers taken over, a round-up proven, a report drawn up and published."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from xieshang.figures.claims.prove import prove
from xieshang.ledgers.actions import Back, Choice, Outcome, import_file, said
from xieshang.ledgers.models import JoinProposal, TakeOver
from xieshang.ledgers.returned import copy_with_reasons
from xieshang.ledgers.understanding.record import Remark
from xieshang.people.actions import note_sample_data, system
from xieshang.people.body import REGION
from xieshang.people.models import Committee
from xieshang.reports.actions import draft_report, take
from xieshang.reports.models import Report

from .people import officer, tick_sectors

FOLDER = Path(__file__).resolve().parent
LEDGERS = FOLDER / "ledgers"
YEAR = 2023

Tell = Callable[[float, int, str], None]  # done, of how many, what is being done


@dataclass(frozen=True, slots=True)
class Prepared:
    """What preparing the sample year came to: the same each time."""

    files: int
    taken: int
    refused: list[str]
    copies: list[Path]
    joined: int
    to_decide: int
    claims: dict[str, int]
    report: Path


def prepare_demo(tell: Tell) -> Prepared:
    """Prepare the sample year, for each step telling how far it is; what is there stays.

    The sample accounts must be open: one of them publishes the report.
    """
    by = system()
    note_sample_data(by=by)
    tick_sectors(by)
    files = sorted(LEDGERS.iterdir())
    steps = len(files) + 2
    taken = [take_once(path, by, tell, place, steps) for place, path in enumerate(files)]
    tell(len(files), steps, _("Putting the round-up to the records"))
    claims = Counter(claim.verdict for claim in prove(settings.SAMPLE_ARTICLE.read_text("utf-8")))
    tell(len(files) + 1, steps, _("Drawing up the report"))
    report = report_once(by)
    tell(steps, steps, "")
    return Prepared(
        len(files),
        sum(each.rows_taken for each in taken),
        [line for each in taken for line in refused_in(each)],
        [copy for path, each in zip(files, taken, strict=True) if (copy := returned(path, each))],
        sum(each.joined for each in taken),
        JoinProposal.objects.open().count(),
        dict(claims),
        report,
    )


def take_once(path: Path, by, tell: Tell, place: int, steps: int) -> TakeOver:
    """Take a ledger over, unless these very bytes were taken over before."""
    tell(place, steps, path.name)
    digest = sha256(path.read_bytes()).hexdigest()
    known = TakeOver.objects.standing().filter(file__sha256=digest).first()
    if known:
        return known

    def within(done: int, total: int, what: str) -> None:
        tell(place + done / max(total, 1), steps, f"{path.name} {what}")

    import_file(path, by=by, choice=Choice(progress=within))
    return TakeOver.objects.standing().get(file__sha256=digest)


def backs(taken: TakeOver) -> list[Back]:
    """The rows that came back, as they were kept."""
    return [
        Back(each["sheet"], each["row"], tuple(Remark(**remark) for remark in each["remarks"]))
        for each in taken.refused
    ]


def refused_in(taken: TakeOver) -> list[str]:
    """A line for each row that came back."""
    return [
        f"{taken.file.name} › {back.sheet} › {back.row}: {' '.join(map(said, back.remarks))}"
        for back in backs(taken)
    ]


def returned(path: Path, taken: TakeOver) -> Path | None:
    """The copy with the reasons, written anew each time; None where no row came back."""
    outcome = Outcome(path.name, taken, refused=tuple(backs(taken)))
    return copy_with_reasons(path, outcome, settings.DATA / "returned")


def report_once(by) -> Path:
    """The region's report of the sample year, published, as a file to open; all of it once."""
    region = Committee.objects.get(pk=REGION)
    drawn = Report.objects.filter(steps__verb="open", steps__by=by, committee=region)
    known = drawn.filter(start__year=YEAR, end__year=YEAR).order_by("pk").first()
    report = known or draft_report(region, YEAR, by=by)
    for verb in ("confirm", "publish"):
        if report.lifecycle.move(verb, report.status):
            take(report, verb, by=officer())
    folder = settings.DATA / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"{report.title}.docx"
    copy.write_bytes(report.docx.path.read_bytes())
    return copy
