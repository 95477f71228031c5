"""How quick Xieshang is, each time against the plain way in the same run. `make bench`."""
