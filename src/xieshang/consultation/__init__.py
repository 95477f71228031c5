"""The year plan of consultations (年度协商计划): topics asked from all sides, draft, decision."""
