"""Make a photo plain: `python -m …developing FORMAT CPU_SECONDS MEMORY OUTPUT < photo`.

Runs as a process of its own, because what decodes photos is C code that has been broken into
before, takes four bytes a pixel several times over, and cannot be stopped while it works. It
knows no Django and no secrets, takes its limits before it reads, and answers with a line of JSON
and, where the photo is not refused, the bytes of photo and thumbnail.
"""

import io
import json
import resource
import struct
import sys
from typing import BinaryIO

from PIL import Image, ImageCms

PIXELS = 40_000_000
LONG_SIDE, THUMBNAIL = 2_560, 480  # pixels
QUALITY = 85
ORIENTATION = 0x0112  # in EXIF
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
UNREADABLE = (SyntaxError, ValueError, OSError, KeyError, IndexError, TypeError, struct.error)
Image.MAX_IMAGE_PIXELS = None  # what is refused for its size is refused below, by its reason


class Refused(ValueError):
    """args[0] is the reason, a key of photos.REFUSALS."""


def confine(cpu_seconds: int, memory_bytes: int, output_bytes: int) -> None:
    """Take the limits upon this process, for good."""
    limits = {
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_FSIZE: output_bytes,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in limits.items():
        resource.setrlimit(limit, (value, value))


def develop(source: BinaryIO, kind: str) -> Image.Image:
    """The photo upright, in sRGB, at most 2,560 pixels long, and nothing of what was told of it.

    `kind` is JPEG, PNG or WEBP. Raises Refused, and what Pillow raises over damaged files.
    """
    image = Image.open(source, formats=[kind])
    if image.width * image.height > PIXELS:
        raise Refused("too-many-pixels")
    if moves(image):
        raise Refused("animated")
    profile, turn = image.info.get("icc_profile"), TURNS.get(orientation_of(image))
    image.draft("RGB", (LONG_SIDE, LONG_SIDE))  # a JPEG is decoded no larger than is needed
    small = in_plain_mode(image)
    small.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    small = on_white(in_srgb(small, profile))
    return small if turn is None else small.transpose(turn)


def moves(image: Image.Image) -> bool:
    """Whether it has several frames; the second picture that telephones put into a JPEG is none."""
    return image.format != "MPO" and getattr(image, "is_animated", False)


def orientation_of(image: Image.Image) -> int:
    """How the camera was held, 1 to 8; upright where that cannot be read."""
    try:
        return image.getexif().get(ORIENTATION, 1)
    except UNREADABLE:
        return 1


def in_plain_mode(image: Image.Image) -> Image.Image:
    """The pixels as L, RGB, RGBA or CMYK of 8 bits: palettes resolved, 16 bits scaled down."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    image.load()
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as the photo's own profile means them; as they are where it cannot be used."""
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            mode = "RGBA" if image.mode == "RGBA" else "RGB"
            srgb = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, own, srgb, outputMode=mode) or image
        except (ImageCms.PyCMSError, *UNREADABLE):
            pass
    return image if image.mode == "RGBA" else image.convert("RGB")


def on_white(image: Image.Image) -> Image.Image:
    """A new picture with nothing but the pixels: what was transparent is white."""
    plain = Image.new("RGB", image.size, "white")
    plain.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return plain


def jpeg_of(image: Image.Image) -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def answer(source: BinaryIO, kind: str) -> bytes:
    """What the process writes: a line of JSON, then photo and thumbnail."""
    try:
        photo = develop(source, kind)
    except Refused as refused:
        return json.dumps({"refused": refused.args[0]}).encode() + b"\n"
    thumbnail = photo.copy()
    thumbnail.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
    large = jpeg_of(photo)
    told = {"width": photo.width, "height": photo.height, "bytes": len(large)}
    return json.dumps(told).encode() + b"\n" + large + jpeg_of(thumbnail)


if __name__ == "__main__":
    confine(*map(int, sys.argv[2:5]))
    sys.stdout.buffer.write(answer(io.BytesIO(sys.stdin.buffer.read()), sys.argv[1]))
