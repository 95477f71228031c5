"""The duty record on the desk: one's own, and those of the members of an office."""
