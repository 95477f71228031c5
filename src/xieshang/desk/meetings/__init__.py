"""Meetings on the desk: the month, the list, one with its people, its minutes."""
