"""What templates say in our words: numbers, days, figures, icons, lists.

All of it is in `docs/guide/design-system.md`, with an example each.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from django import template
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from xieshang.site import bars as drawing
from xieshang.site.days import chinese, day_said
from xieshang.site.icons import EMBLEM, ICONS
from xieshang.site.listing import Column, Page
from xieshang.site.sheets import letters

register = template.Library()
LONGEST_ACROSS = 3  # characters that fit over a bar on the narrowest page


@register.filter
def number(value: object) -> str:
    """1234567.50 → 1,234,567.5; nothing → a dash. Zeros behind the point are not written."""
    if value is None or value == "":
        return "—"
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    text = f"{amount:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@register.filter
def day(value: date | None) -> SafeString | str:
    """A day as this language writes it, in a <time> that machines read."""
    if value is None:
        return "—"
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), day_said(value))


@register.simple_tag
def icon(name: str) -> SafeString:
    """An ornament beside words; it says nothing by itself."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>', ICONS[name]
    )


@register.simple_tag
def emblem() -> SafeString:
    return format_html(
        '<svg class="icon emblem" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>',
        EMBLEM,
    )


@register.simple_tag
def figure(value: object, href: str, unit: str = "") -> SafeString:
    """A number that opens: a link to its page, which a script opens in the side panel."""
    between = "" if chinese() or not unit else " "
    said = f"{number(value)}{between}{unit}"
    return format_html('<a class="figure" data-panel href="{}">{}</a>', href, said)


@register.simple_tag
def chip(label: str, tone: str = "") -> SafeString:
    """A state in one word. Tones: none, moving, waiting, good, late."""
    return format_html('<span class="chip {}">{}</span>', tone, label)


@register.simple_tag
def sample() -> SafeString:
    """The mark on everything that is not real."""
    return format_html('<span class="sample">{}</span>', _("Sample"))


@register.inclusion_tag("site/parts/headings.html", takes_context=True)
def headings(context: template.Context, columns: Iterable[Column], pick: str = "") -> dict:
    """The head of a table; columns that sort are links. `pick`: the label of a column of ticks."""
    query = context["request"].GET
    asked = query.get("sort", "")
    return {"heads": [head(column, asked, query) for column in columns], "pick": pick}


def head(column: Column, asked: str, query: QueryDict) -> dict[str, object]:
    """A second press on the same column turns the order round; any press goes to page one."""
    address = query.copy()
    address.pop("after", None)
    address.pop("before", None)
    address["sort"] = f"-{column.name}" if asked == column.name else column.name
    sorted_now = {column.name: "ascending", f"-{column.name}": "descending"}.get(asked, "")
    return {"column": column, "href": f"?{address.urlencode()}", "sorted": sorted_now}


@register.inclusion_tag("site/parts/pager.html", takes_context=True)
def pager(context: template.Context, page: Page) -> dict[str, object]:
    return {"page": page, "request": context["request"]}


@register.inclusion_tag("site/parts/bars.html")
def bars(points: Iterable[tuple], caption: str, unit: str = "") -> dict[str, object]:
    """A trend as bars with their numbers. `points`: (label, value, href or "")."""
    drawn = drawing.bars(points)
    long = any(len(number(bar.value)) > LONGEST_ACROSS for bar in drawn)
    return {"bars": drawn, "caption": caption, "unit": unit, "long": long}


register.filter("letters", letters)
