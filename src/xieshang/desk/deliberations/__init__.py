"""Deliberations on the desk: prepared, led from phase to phase, looked after, followed up."""
