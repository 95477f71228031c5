from django.apps import AppConfig


class SiteConfig(AppConfig):
    """What every face shows in the same way: base pages, furniture, manner of reading."""

    name = "xieshang.site"
    label = "site"
