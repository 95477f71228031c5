"""Supervision and research on the desk."""
