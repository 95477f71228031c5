"""Whether the figures of one published text agree with each other. Pure: no Django, no records."""
