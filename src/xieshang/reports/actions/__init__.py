"""All that writes reports."""

from .batches import draw_batch, order_batch, resume_batches
from .drafting import Outdated, draft, draft_report, keep_template, take
from .findable import documents

__all__ = [
    "Outdated",
    "documents",
    "draft",
    "draft_report",
    "draw_batch",
    "keep_template",
    "order_batch",
    "resume_batches",
    "take",
]
