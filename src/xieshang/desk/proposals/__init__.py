"""Proposals at the desk: writing, signing along, reviewing, merging, publishing, rating."""
