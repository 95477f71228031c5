"""`xieshang figures`: what a committee's records say, and the rows behind each number."""

from collections.abc import Iterator
from datetime import date

import click
from django.db.models import Model
from django.utils.translation import gettext as _

from xieshang.activities.models import Programme
from xieshang.figures.metric import Measured, Metric, measure
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.figures.source import UnknownKey
from xieshang.matters.models import KINDS
from xieshang.people.models import Committee

from .asked import scope_facts, scope_of, scope_options, scope_words
from .terminal import as_json, dump, say, show

KEYS = ("programme", "kind", "committee", "month")


@click.group(
    invoke_without_command=True,
    help=_("Every figure of a committee, measured from its records now."),
)
@scope_options
@click.option("--by", "key", type=click.Choice(KEYS), help=_("Tell each figure apart by this"))
@as_json
@click.pass_context
def figures(ctx, key, plain, **asked) -> None:
    """All figures of one scope."""
    if ctx.invoked_subcommand:
        return
    scope = scope_of(**asked)
    parts = parts_by(key, scope) if key else {}
    asked_for = [METRICS[name] for name in (parts if key else METRICS)]
    found = [facts_of(METRICS[name], one) for name, one in measure(asked_for, scope).items()]
    for facts in found if key else ():
        facts["by"] = parts[facts["name"]]
    if plain:
        dump({**scope_facts(scope), "figures": found})
        return
    say(scope_words(scope))
    show([_("Figure"), _("Value"), _("Unit"), _("Base"), _("Name")], lines(found), right=(1, 3))


def facts_of(metric: Metric, found: Measured) -> dict:
    """One figure as JSON says it."""
    return {"name": metric.name, "unit": str(metric.unit), **counts(found)}


def counts(found: Measured) -> dict:
    return {"value": found.value, "base": found.base, "rows": found.rows}


def parts_by(key: str, scope: Scope) -> dict[str, list[dict]]:
    """What each figure is made of, for those whose rows can be told apart by the key."""
    parts = {}
    for metric in METRICS.values():
        try:
            parts[metric.name] = groups(metric, key, scope)
        except UnknownKey:
            continue
    return parts


def groups(metric: Metric, key: str, scope: Scope) -> list[dict]:
    """The figure for each value of the key; raises UnknownKey where the rows have no such key."""
    parts = metric.by(key, scope)
    names = names_of(key, [value for value, _found in parts])
    return [{"key": names.get(value, value), **counts(found)} for value, found in parts]


def names_of(key: str, values: list) -> dict:
    """How JSON names the values of a key, where the value itself does not say it."""
    if key == "programme":
        return {p.pk: p.name for p in Programme.objects.filter(pk__in=[v for v in values if v])}
    if key == "committee":
        return {committee: committee.pk for committee in values}
    if key == "month":
        return {day: day.strftime("%Y-%m") for day in values if isinstance(day, date)}
    return {}


def lines(found: list[dict]):
    """The table for a person: each figure, and under it what it is made of."""
    words = dict(Committee.objects.values_list("code", "title"))
    words |= KINDS
    for facts in found:
        label = METRICS[facts["name"]].label
        yield label, facts["value"], facts["unit"], facts["base"], facts["name"]
        for part in facts.get("by", ()):
            name = words.get(part["key"], part["key"] or "—")
            yield f"  {name}", part["value"], "", part["base"], ""


@figures.command("show", help=_("One figure, its definition, and the rows it is measured from."))
@click.argument("name")
@scope_options
@click.option("--rows", "with_rows", is_flag=True, help=_("With every row and where it stands"))
@as_json
def show_one(name, with_rows, plain, **asked) -> None:
    """One figure of one scope."""
    if name not in METRICS:
        raise click.BadParameter(_("There is no figure %(name)s.") % {"name": name})
    metric, scope = METRICS[name], scope_of(**asked)
    found = metric.measured(scope)
    facts = facts_of(metric, found)
    rows = list(rows_of(metric, scope)) if with_rows else []
    if plain:
        facts |= {"definition": str(metric.definition)}
        dump({**scope_facts(scope), **facts, **({"detail": rows} if with_rows else {})})
        return
    base = "" if found.base is None else f" / {found.base}"
    say(f"{metric.label}: {found.value}{base} {metric.unit}")
    say(scope_words(scope))
    say(str(metric.definition))
    if with_rows:
        heads = [label for _path, label in metric.source.columns]
        show([*heads, _("Evidence")], ([*r["cells"], "; ".join(r["evidence"])] for r in rows))


def rows_of(metric: Metric, scope: Scope) -> Iterator[dict]:
    """Each row with its cells and the places in received files that it rests on."""
    source, rows = metric.source, metric.rows(scope)
    way = "__".join(filter(None, (source.record, "evidence")))
    cited = rests_on_evidence(rows.model, source.record)
    if cited:
        rows = rows.prefetch_related(f"{way}__file")
    for row in rows.iterator(chunk_size=2000):
        record = getattr(row, source.record) if source.record else row
        yield {
            "key": row.pk,
            "cells": [cell(row, path) for path, _label in source.columns],
            "evidence": [str(place) for place in record.evidence.all()] if cited else [],
        }


def rests_on_evidence(model: type[Model], record: str) -> bool:
    """Whether what the rows speak of cites places in received files."""
    told_of = model._meta.get_field(record).related_model if record else model
    return hasattr(told_of, "evidence")


def cell(row, path: str) -> object:
    """The value at a path from a row, as JSON can say it; None where the way breaks off."""
    value = row
    for name in path.split("__"):
        value = getattr(value, name) if value is not None else None
    return value if value is None or isinstance(value, int | str) else str(value)
