"""Venues on the desk: one with its days, its visits, its rooms; coverage."""
