"""Brands on the desk: the list, one with its six-haves, several side by side, coverage."""
