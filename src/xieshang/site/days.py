"""Days and months as the page's language writes them."""

from datetime import date

from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import get_language


def chinese() -> bool:
    return (get_language() or "").startswith("zh")


def day_said(day: date) -> str:
    """2023年3月5日, or 5 March 2023."""
    if chinese():
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def month_said(day: date, *, with_year: bool = False) -> str:
    """3月, or Mar; with its year 2023年3月, or Mar 2023."""
    if chinese():
        return f"{day.year}年{day.month}月" if with_year else f"{day.month}月"
    return f"{MONTHS_3[day.month].title()} {day.year}" if with_year else MONTHS_3[day.month].title()


def days_said(start: date, end: date) -> str:
    """Whole years and months by their name, else from day to day."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f"{start.year}年" if chinese() else str(start.year)
    between = "至" if chinese() else " – "
    return f"{day_said(start)}{between}{day_said(end)}"
