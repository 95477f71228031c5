"""The table of contents: every figure that the body publishes."""

from . import activities, matters, registers

METRICS = {
    metric.name: metric for metric in (*activities.METRICS, *matters.METRICS, *registers.METRICS)
}
