"""The table of contents: every figure that the body publishes."""

from . import activities, matters, opinions, proposals, registers

TOPICS = (activities, matters, proposals, opinions, registers)
METRICS = {metric.name: metric for topic in TOPICS for metric in topic.METRICS}
