"""Matters of before the working lives: each gets the table it moves by, and its days."""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery

ADVICE = ("proposal", "opinion-report", "speech", "research", "suggestion")


def carry_over(apps, _schema):
    """A ledger's suggestions keep the table they moved by; a solved problem is a closed one whose
    outcome is “solved”. What was public stays public. Due days follow from the next step."""
    matters = apps.get_model("matters", "Matter").objects
    steps = apps.get_model("matters", "MatterStep").objects
    matters.filter(kind__in=ADVICE).update(life="advice")
    last = steps.filter(subject=OuterRef("pk")).order_by("-pk").values("day")[:1]
    matters.update(wanted_on=F("due_on"), published_on=F("raised_on"), moved_on=Subquery(last))
    steps.filter(went_to="solved").update(went_to="closed", outcome="done")
    steps.filter(came_from="solved").update(came_from="closed")
    matters.filter(status="solved").update(status="closed", outcome="done", due_on=None)


class Migration(migrations.Migration):
    dependencies = [("matters", "0003_working_lives")]

    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop)]
