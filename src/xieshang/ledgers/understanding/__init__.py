"""A sheet in, an understanding out: kind, header, columns, year, rows. Pure: no Django."""
