"""Photos as people send them: what is taken, what is refused, and what must never come through."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from xieshang.evidence import developing
from xieshang.evidence.photos import MOST_BYTES, REFUSALS, Limits, PhotoRefused, clean_photo

CANARY = b"CANARY"  # a place, a serial number, a name: whatever was told of the photo
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
CORNERS = [RED, GREEN, BLUE, WHITE]  # from the upper left, a row at a time
TURNED = {  # by the orientation that EXIF tells: the corners and whether it lies upright
    1: ([RED, GREEN, BLUE, WHITE], (400, 200)),
    2: ([GREEN, RED, WHITE, BLUE], (400, 200)),
    3: ([WHITE, BLUE, GREEN, RED], (400, 200)),
    4: ([BLUE, WHITE, RED, GREEN], (400, 200)),
    5: ([RED, BLUE, GREEN, WHITE], (200, 400)),
    6: ([BLUE, RED, WHITE, GREEN], (200, 400)),
    7: ([WHITE, GREEN, BLUE, RED], (200, 400)),
    8: ([GREEN, WHITE, RED, BLUE], (200, 400)),
    0: ([RED, GREEN, BLUE, WHITE], (400, 200)),
    99: ([RED, GREEN, BLUE, WHITE], (400, 200)),
}


def saved(image, kind="JPEG", **how):
    held = io.BytesIO()
    image.save(held, kind, **how)
    return held.getvalue()


def plain(mode="RGB", size=(40, 30), colour=None):
    return Image.new(mode, size, colour or (RED if mode == "RGB" else 0))


def four_corners():
    image = Image.new("RGB", (400, 200))
    for place, colour in zip([(0, 0), (200, 0), (0, 100), (200, 100)], CORNERS, strict=True):
        image.paste(colour, (*place, place[0] + 200, place[1] + 100))
    return image


def developed(source, kind="JPEG"):
    """The picture that becomes of these bytes, made here instead of in a process of its own."""
    return developing.develop(io.BytesIO(source), kind)


def near(colour, other):
    return all(abs(a - b) < 12 for a, b in zip(colour, other, strict=True))


def exif(orientation=1, **told):
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x013B] = told.get("artist", "CANARY artist")
    data[0x8825] = {1: "N", 2: (24.0, 19.0, 0.5), 29: "CANARY place"}  # GPS
    data[0x8769] = {0xA431: "CANARY serial"}  # of the body
    return data


def segment(marker, content):
    """A segment of a JPEG, to stand behind its first two bytes."""
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def telling():
    """A JPEG which tells of itself in every way that a JPEG can."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    source = saved(
        plain(size=(800, 600)), exif=exif(6), comment=CANARY, icc_profile=profile + CANARY
    )
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0b\x1c\x02\x50\x00\x06" + CANARY
    xmp = b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>CANARY</x:xmpmeta>"
    segments = segment(0xED, iptc) + segment(0xE1, xmp) + segment(0xEB, b"maker" + CANARY)
    return source[:2] + segments + source[2:] + CANARY


def telling_in_a_comment():
    return saved(plain(), comment=CANARY)


def telling_png():
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "CANARY", zip=True)
    info.add_itxt("XML:com.adobe.xmp", "<x>CANARY</x>")
    return saved(plain(), "PNG", pnginfo=info, exif=exif()) + CANARY


def telling_webp():
    return saved(plain(), "WEBP", exif=exif(), xmp=b"<x>CANARY</x>", icc_profile=CANARY)


@pytest.mark.parametrize("told", [telling, telling_in_a_comment, telling_png, telling_webp])
def test_nothing_that_a_photo_tells_of_itself_comes_through(told):
    source = told()
    assert CANARY in source
    clean = clean_photo(source)
    for made in (clean.photo, clean.thumbnail):
        assert CANARY not in made
        assert [mark for mark in (b"Exif", b"http", b"Photoshop", b"ICC_") if mark in made] == []
        image = Image.open(io.BytesIO(made))
        assert (image.format, set(image.info)) == (
            "JPEG",
            {"jfif", "jfif_version", "jfif_unit", "jfif_density"},
        )
        assert not image.getexif()


def test_a_photo_is_made_smaller_and_has_a_thumbnail():
    clean = clean_photo(saved(plain(size=(4000, 1000))))
    sizes = [Image.open(io.BytesIO(each)).size for each in (clean.photo, clean.thumbnail)]
    assert sizes == [(2560, 640), (480, 120)]
    assert (clean.width, clean.height, len(clean.sha256)) == (2560, 640, 64)


def test_a_small_photo_is_not_made_larger():
    clean = clean_photo(saved(plain(size=(3, 1)), "PNG"))
    assert (clean.width, clean.height) == (3, 1)
    assert Image.open(io.BytesIO(clean.thumbnail)).size == (3, 1)


def test_the_same_bytes_give_the_same_photo():
    assert clean_photo(telling()) == clean_photo(telling())


@pytest.mark.parametrize(("told", "seen"), TURNED.items())
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_stands_upright(kind, told, seen):
    image = developed(saved(four_corners(), kind, exif=exif(told)), kind)
    right, foot = image.width - 20, image.height - 20
    colours = [image.getpixel(at) for at in ((20, 20), (right, 20), (20, foot), (right, foot))]
    assert image.size == seen[1]
    assert all(map(near, colours, seen[0]))


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_an_exif_that_cannot_be_read_is_left_alone():
    source = saved(plain())
    broken = source[:2] + segment(0xE1, b"Exif\x00\x00II*\x00\xff\xff\xff\xff") + source[2:]
    assert developed(broken).size == (40, 30)


SIXTEEN = Image.new("I;16", (4, 4), 0x8080)
MODES = {  # what comes in, and the colour that comes out
    "grey": (saved(Image.new("L", (4, 4), 128), "PNG"), "PNG", (128, 128, 128)),
    "black and white": (saved(Image.new("1", (4, 4), 1), "PNG"), "PNG", WHITE),
    "16 bits": (saved(SIXTEEN, "PNG"), "PNG", (128, 128, 128)),
    "a palette": (saved(plain(size=(4, 4)).quantize(4), "PNG"), "PNG", RED),
    "a palette with a hole": (saved(Image.new("P", (4, 4)), "PNG", transparency=0), "PNG", WHITE),
    "a colour for a hole": (saved(plain(size=(4, 4)), "PNG", transparency=RED), "PNG", WHITE),
    "half transparent": (saved(Image.new("RGBA", (4, 4), (255, 0, 0, 0)), "PNG"), "PNG", WHITE),
    "grey and transparent": (saved(Image.new("LA", (4, 4), (9, 0)), "PNG"), "PNG", WHITE),
    "transparent WebP": (
        saved(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), "WEBP", lossless=True), "WEBP", WHITE,
    ),
    "CMYK": (saved(Image.new("CMYK", (8, 8), (0, 255, 255, 0))), "JPEG", RED),
    "grey JPEG": (saved(Image.new("L", (8, 8), 128)), "JPEG", (128, 128, 128)),
}  # fmt: skip


@pytest.mark.parametrize(("source", "kind", "colour"), MODES.values(), ids=MODES)
def test_every_mode_becomes_rgb(source, kind, colour):
    image = developed(source, kind)
    assert image.mode == "RGB"
    assert near(image.getpixel((1, 1)), colour)


def test_colours_are_seen_as_the_profile_means_them():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"tmpX", 1).replace(b"bXYZ", b"rXYZ", 1)
    swapped = swapped.replace(b"tmpX", b"bXYZ", 1)  # red is what others call blue
    assert near(developed(saved(plain(), icc_profile=swapped)).getpixel((5, 5)), BLUE)
    assert near(developed(saved(plain(), icc_profile=b"no profile")).getpixel((5, 5)), RED)


def test_a_second_picture_in_a_jpeg_is_left_out():
    source = saved(plain(), "MPO", save_all=True, append_images=[plain(colour=BLUE)])
    assert near(developed(source).getpixel((5, 5)), RED)


def still(kind):
    return saved(plain(), kind)


def moving(kind):
    return saved(plain(), kind, save_all=True, append_images=[plain(colour=BLUE)])


def png_of(width, height):
    """A PNG whose head says that it is this large, with next to nothing in it."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [b"IHDR" + head, b"IDAT" + zlib.compress(b""), b"IEND"]
    framed = (struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


REFUSED = {
    "nothing": (b"", "empty"),
    "11 MB": (still("JPEG") + bytes(MOST_BYTES), "too-large"),
    "text": ("照片".encode(), "not-a-photo"),
    "a GIF": (still("GIF"), "not-a-photo"),
    "a TIFF": (still("TIFF"), "not-a-photo"),
    "a BMP": (still("BMP"), "not-a-photo"),
    "an SVG": (b"<svg xmlns='x'/>", "not-a-photo"),
    "a page with a picture in it": (b"<html>" + still("JPEG"), "not-a-photo"),
    "HEIC": (b"\x00\x00\x00\x18ftypheic" + bytes(99), "heic"),
    "AVIF": (still("AVIF"), "heic"),
    "a moving PNG": (moving("PNG"), "animated"),
    "a moving WebP": (moving("WEBP"), "animated"),
    "900 million pixels": (png_of(30_000, 30_000), "too-many-pixels"),
    "4 thousand million pixels": (png_of(65_535, 65_535), "too-many-pixels"),
    "one more than 40 million": (png_of(40_000_001, 1), "too-many-pixels"),
    "a head alone": (b"\xff\xd8\xff\xe0", "damaged"),
    "half a JPEG": (still("JPEG")[:-300], "damaged"),
    "half a PNG": (saved(Image.effect_noise((99, 99), 50), "PNG")[:-900], "damaged"),
    "half a WebP": (still("WEBP")[:-20], "damaged"),
    "an empty PNG": (png_of(30, 30), "damaged"),
    "a JPEG called PNG within": (b"\x89PNG\r\n\x1a\n" + still("JPEG"), "damaged"),
    "noise behind a head": (b"\xff\xd8\xff" + bytes(range(256)) * 20, "damaged"),
}


@pytest.mark.parametrize(("source", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_photo_is_refused_with_its_reason(source, reason):
    with pytest.raises(PhotoRefused) as refused:
        clean_photo(source)
    assert (refused.value.reason, refused.value.msgid) == (reason, REFUSALS[reason])


def test_a_jpeg_of_20_000_scans_is_given_up():
    source = saved(plain(size=(4000, 4000)), progressive=True)
    last = source.rindex(b"\xff\xda")
    with pytest.raises(PhotoRefused, match="too much to read"):
        clean_photo(source[:-2] + source[last:-2] * 20_000 + source[-2:], Limits(cpu_seconds=1))


def test_a_photo_that_takes_more_memory_than_there_is_is_given_up():
    with pytest.raises(PhotoRefused, match="too much to read"):
        clean_photo(saved(plain(size=(6000, 6000)), "PNG"), Limits(memory_bytes=150 << 20))


def test_a_photo_that_takes_too_long_is_given_up():
    with pytest.raises(PhotoRefused, match="too much to read"):
        clean_photo(still("JPEG"), Limits(wall_seconds=0.001))
