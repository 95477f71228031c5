"""What there is to print with on this machine."""

from django.conf import settings

from .document.fonts import Fonts, fonts_at


def fonts() -> Fonts:
    """Fonts the operator laid down, those the front end brought, those of the system.

    An office that has the licensed fonts of GB/T 9704-2012 puts them into `fonts` of its data
    folder. Raises NoChineseFont.
    """
    brought = settings.FRONTEND.parent / "node_modules/@expo-google-fonts/noto-serif-sc"
    return fonts_at((settings.DATA / "fonts", brought / "400Regular", brought / "700Bold"))
