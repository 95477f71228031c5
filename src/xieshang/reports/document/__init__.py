"""Office documents by GB/T 9704-2012: a docx template, filled; read back; typeset as PDF."""
