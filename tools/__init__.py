"""What the Makefile runs beside Xieshang itself. Standard library only."""
