"""The duty record (履职档案): what somebody did, collected by itself; a portrait, never a score."""
