from .job import Job
from .notice import Message, Notice, Went
from .wishes import Rhythm, Way, Wishes

__all__ = ["Job", "Message", "Notice", "Rhythm", "Way", "Went", "Wishes"]
