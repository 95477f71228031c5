from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The face where anybody reads. It cannot write."""

    name = "xieshang.portal"
    label = "portal"
