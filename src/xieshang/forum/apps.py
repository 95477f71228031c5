from django.apps import AppConfig


class ForumConfig(AppConfig):
    """The face where the public takes part: raise something, follow it, see what became of it."""

    name = "xieshang.forum"
    label = "forum"
