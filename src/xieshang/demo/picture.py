"""A small picture for the sample, drawn when it is needed: a street with a lamp."""

from io import BytesIO

from PIL import Image, ImageDraw

SIZE = (800, 600)
SKIES = {"night": ((24, 28, 48), (90, 90, 96)), "day": ((182, 212, 238), (255, 214, 92))}


def drawn(sky: str) -> bytes:
    """A JPEG of a street at night, its lamp dark, or by day; the same each time."""
    above, lamp = SKIES[sky]
    picture = Image.new("RGB", SIZE, above)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 420, 800, 600), fill=(96, 96, 100))  # the road
    draw.rectangle((60, 180, 300, 420), fill=(150, 128, 110))  # a house, with four windows
    for left in (90, 200):
        for top in (210, 310):
            draw.rectangle((left, top, left + 60, top + 60), fill=(60, 66, 84))
    draw.rectangle((540, 120, 552, 420), fill=(70, 70, 74))  # the post, its arm and its lamp
    draw.rectangle((540, 120, 640, 130), fill=(70, 70, 74))
    draw.ellipse((610, 126, 670, 160), fill=lamp)
    for left in range(20, 800, 160):
        draw.rectangle((left, 500, left + 80, 510), fill=(230, 230, 230))
    file = BytesIO()
    picture.save(file, "JPEG", quality=85)
    return file.getvalue()
