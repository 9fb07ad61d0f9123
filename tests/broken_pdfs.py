"""PDFs that are wrong in one way each, written byte by byte: what the test suites of PDF libraries speak of.

The tables at the end name them. Each says on its good page, where it has one, ``GOOD``.
"""

from __future__ import annotations

import hashlib
import random
import zlib
from collections.abc import Callable, Mapping, Sequence

GOOD = "Burglary fell by 12 per cent"

_SHOWN = b"BT /F1 12 Tf 72 700 Td (" + GOOD.encode() + b") Tj ET"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object as it stands in the file."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def squeezed(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object with its data compressed."""
    return stream(zlib.compress(data), entries + b" /Filter /FlateDecode")


def written(objects: Mapping[int, bytes], *, trailer: bytes = b"", root: int = 1) -> bytes:
    """A whole file of numbered objects with a right cross-reference table. ``trailer`` has more entries for the trailer."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    count = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count
    for number in range(1, count):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (count, root, trailer, at)
    return bytes(out)


def paper(
    content: bytes | None = None,
    *,
    page: bytes = b"",
    box: bytes = b"[0 0 595 842]",
    font: bytes = _FONT,
    catalog: bytes = b"",
    resources: bytes = b"",
    extra: Mapping[int, bytes] | None = None,
    trailer: bytes = b"",
) -> bytes:
    """A file of one page. Objects: 1 catalog, 2 page tree, 3 page, 4 content, 5 font; ``extra`` from 10 on."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %s >> %s >>"
        % (box, resources, page),
        4: squeezed(_SHOWN if content is None else content),
        5: font,
        **(extra or {}),
    }
    return written(objects, trailer=trailer)


def with_kids(kids: bytes, count: bytes, extra: Mapping[int, bytes] | None = None) -> bytes:
    """A file whose page tree has the kids and the count that are given; object 3 is a good page."""
    return written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%s] /Count %s >>" % (kids, count),
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>",
            4: stream(_SHOWN),
            5: _FONT,
            **(extra or {}),
        }
    )


# The cross-reference table -------------------------------------------------------------------------------------------


def table_before_itself() -> bytes:
    """The table says that the one before it is itself."""
    whole = paper()
    at = whole.rindex(b"startxref\n") + len(b"startxref\n")
    place = int(whole[at:].split(b"\n")[0])
    return paper(trailer=b"/Prev %d" % place)


def streams_in_a_ring() -> bytes:
    """Two cross-reference streams, each of which says that the other is the one before it."""
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    bodies = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        4: stream(_SHOWN),
        5: _FONT,
    }
    for number, body in bodies.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)

    def reference(number: int, before: int) -> bytes:
        rows = b"\0\0\0\0\xff" + b"".join(b"\1" + places[n].to_bytes(3, "big") + b"\0" for n in bodies)
        entries = b"/Type /XRef /Size 8 /W [1 3 1] /Index [0 6] /Root 1 0 R /Prev %010d" % before
        return b"%d 0 obj\n%s\nendobj\n" % (number, stream(rows, entries))

    first = len(out)
    second = first + len(reference(6, 0))
    out += reference(6, second) + reference(7, first)
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % second


def places_astray() -> bytes:
    """Every place in the table is wrong, so that the file has to be searched for its objects."""
    whole = paper()
    at = whole.index(b"xref\n")
    return b"%PDF-1.7\n% nine bytes more\n" + whole[9:at] + whole[at:]


def objects_within_themselves() -> bytes:
    """An object stream that says that it lies within itself, and a length that is the stream it belongs to."""
    own = b"<< /Type /ObjStm /N 1 /First 4 /Extends 10 0 R /Length 11 0 R >>\nstream\n11 0 5\nendstream"
    return paper(extra={10: own, 11: b"11 0 R"}, page=b"/Annots 10 0 R")


# The tree of pages ---------------------------------------------------------------------------------------------------


def tree_in_a_ring() -> bytes:
    """A branch of the page tree has the root for a kid."""
    return with_kids(b"3 0 R 10 0 R", b"3", {10: b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 2 >>"})


def kids_that_are_not_there() -> bytes:
    """Kids that are null, a number, missing, or a page without anything."""
    kids = b"null 99 0 R 7 3 0 R 10 0 R"
    return with_kids(kids, b"5", {10: b"<< /Type /Page >>"})


def deep_tree() -> bytes:
    """A page under five thousand branches."""
    last = 5_000
    extra = {
        n: b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (n - 1, n + 1) for n in range(10, 10 + last)
    }
    extra[10 + last] = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return with_kids(b"10 0 R", b"1", extra)


# Fonts ---------------------------------------------------------------------------------------------------------------


def font_that_draws_itself() -> bytes:
    """A Type3 font whose glyph is drawn with the same font."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65"
        b" /LastChar 66 /Widths [1000 1000] /CharProcs << /a 10 0 R >> /Encoding << /Type /Encoding /Differences [65 /a /a] >>"
        b" /Resources << /Font << /F1 5 0 R >> >> >>"
    )
    glyph = stream(b"1000 0 0 0 750 750 d1 BT /F1 1 Tf (AB) Tj ET 0 0 750 750 re f")
    return paper(b"BT /F1 12 Tf 72 700 Td (ABAB) Tj ET", font=font, extra={10: glyph})


def characters_of_rubbish() -> bytes:
    """A font whose ToUnicode is no such thing, with a code that stands for a hundred thousand characters."""
    rubbish = b"\xff\xfe begincmap beginbfrange <00> <ffffffff> <0041> endbfrange 1 beginbfchar <42> <%s> endbfchar"
    font = _FONT[:-2] + b"/ToUnicode 10 0 R /Encoding /WinAnsiEncoding >>"
    return paper(font=font, extra={10: squeezed(rubbish % (b"0042" * 100_000))})


def huge_cmap() -> bytes:
    """A font of two-byte codes whose map names a range of four thousand million characters, and that uses itself."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding 10 0 R /DescendantFonts [5 0 R] >>"
    cmap = b"/CMapName /X def 1 begincidrange <00000000> <ffffffff> 0 endcidrange"
    return paper(font=font, extra={10: stream(cmap, b"/Type /CMap /CMapName /X /UseCMap 10 0 R")})


def widths_astray() -> bytes:
    """Widths that are no numbers, negative, huge and too few."""
    widths = b"/FirstChar -5 /LastChar 99999999 /Widths [null /a -1e30 1e30 (x) 500]"
    return paper(font=b"<< /Type /Font /Subtype /TrueType /BaseFont /Arial %s >>" % widths)


# The size of things --------------------------------------------------------------------------------------------------


def nested(depth: int) -> bytes:
    """Arrays within arrays where a page's notes would be."""
    return paper(page=b"/Annots " + b"[" * depth + b"]" * depth)


def nested_content(depth: int) -> bytes:
    """The same in what the page draws, with states kept and never taken back."""
    return paper(b"q " * depth + b"[" * depth + b"]" * depth + b" TJ " + _SHOWN)


def form_in_itself() -> bytes:
    """Two forms that draw each other twice."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A 10 0 R /B 11 0 R >> >>"
    draws = b"/A Do /B Do"
    return paper(
        _SHOWN + b" /A Do",
        resources=b"/XObject << /A 10 0 R >>",
        extra={10: stream(draws, form), 11: stream(draws, form)},
    )


def forms_that_double(levels: int) -> bytes:
    """Forms that draw the next one twice: two to the power of ``levels`` drawings of one line, in a small file."""
    extra = {}
    for level in range(levels):
        entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A %d 0 R >> >>"
        draws = b"/A Do 1 0 0 1 0 1 cm /A Do" if level + 1 < levels else b"72 500 m 300 500 l S"
        extra[10 + level] = stream(draws, entries % (11 + level))
    return paper(_SHOWN + b" /A Do", resources=b"/XObject << /A 10 0 R >>", extra=extra)


def tiny_paths(count: int) -> bytes:
    """A map, say: very many strokes on one page."""
    rolled = random.Random(1)
    strokes = (f"{rolled.uniform(50, 500):.1f} {rolled.uniform(50, 600):.1f} m 1 1 l S" for _ in range(count))
    return paper(_SHOWN + "\n".join(strokes).encode())


def many_words(count: int) -> bytes:
    """One page with a hundred words to a line and the lines a fraction of a point apart."""
    lines = (
        f"1 0 0 1 20 {800 - 0.7 * line:.2f} Tm ({' '.join(f'w{line}x{n}' for n in range(100))}) Tj"
        for line in range(count // 100)
    )
    return paper(b"BT /F1 1 Tf " + "\n".join(lines).encode() + b" ET")


def bomb(megabytes: int) -> bytes:
    """What the page draws is small in the file and very long."""
    packer = zlib.compressobj(9)
    piece = b"0 0 m 1 1 l " * (1024 * 1024 // 12)
    data = packer.compress(_SHOWN + b" ")
    data += b"".join(packer.compress(piece) for _ in range(megabytes)) + packer.flush()
    return paper_of_stream(stream(data, b"/Filter /FlateDecode"))


def bomb_of_nothing(megabytes: int) -> bytes:
    """The same packed twice, of blanks."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * 1024 * 1024) for _ in range(megabytes)) + packer.flush()
    return paper_of_stream(stream(zlib.compress(data, 9), b"/Filter [/FlateDecode /FlateDecode]"))


def paper_of_stream(content: bytes) -> bytes:
    """A file of one page with its content as the stream object that is given."""
    return paper(page=b"/Contents [4 0 R 10 0 R]", extra={10: content})


def image_of(width: int, height: int) -> bytes:
    """A picture that says that it is very large and has three bytes."""
    entries = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceRGB"
    return paper(
        _SHOWN + b" q 500 0 0 500 50 50 cm /I Do Q",
        resources=b"/XObject << /I 10 0 R >>",
        extra={10: stream(b"abc", entries % (width, height))},
    )


# What leads elsewhere ------------------------------------------------------------------------------------------------


def outline_in_a_ring() -> bytes:
    """Bookmarks whose next one is the one before and whose child is their parent."""
    mark = b"<< /Title (Item %d) /Parent 10 0 R /Dest [3 0 R /Fit] /Next %d 0 R /First %d 0 R /Last 12 0 R /Count 2 >>"
    return paper(
        catalog=b"/Outlines 10 0 R",
        extra={
            10: b"<< /Type /Outlines /First 11 0 R /Last 12 0 R /Count 2 >>",
            11: mark % (1, 12, 10),
            12: mark % (2, 11, 11),
        },
    )


def labels_in_a_ring() -> bytes:
    """A tree of page labels that has itself for a kid."""
    return paper(
        catalog=b"/PageLabels 10 0 R",
        extra={10: b"<< /Kids [11 0 R 10 0 R] >>", 11: b"<< /Limits [0 9] /Kids [10 0 R] /Nums [0 11 0 R] >>"},
    )


def label_of_any_length() -> bytes:
    """A page label in Roman numerals of two thousand million."""
    return paper(catalog=b"/PageLabels << /Nums [0 << /S /R /St 2000000000 >>] >>")


def portfolio() -> bytes:
    """A cover page with another file inside it."""
    return paper(
        catalog=b"/Collection << /View /D >> /Names << /EmbeddedFiles << /Names [(inner.pdf) 10 0 R] >> >>",
        extra={
            10: b"<< /Type /Filespec /F (inner.pdf) /EF << /F 11 0 R >> >>",
            11: squeezed(paper(), b"/Type /EmbeddedFile"),
        },
    )


def with_actions() -> bytes:
    """Scripts and commands that a viewer would run."""
    script = b"<< /S /JavaScript /JS (while (true) app.alert\\('x'\\);) /Next 10 0 R >>"
    return paper(
        catalog=b"/OpenAction 10 0 R /AA << /WC 11 0 R >> /Names << /JavaScript << /Names [(a) 10 0 R] >> >>",
        page=b"/AA << /O 11 0 R >>",
        extra={10: script, 11: b"<< /S /Launch /F (/bin/sh) >>"},
    )


def annotations_only() -> bytes:
    """A page without content that has only notes, one of which has itself for a parent."""
    note = b"<< /Type /Annot /Subtype /FreeText /Rect [72 600 300 640] /Contents (A note) /DA (/F1 12 Tf) /Parent 10 0 R >>"
    return paper(b"", page=b"/Annots [10 0 R 99 0 R null 10 0 R]", extra={10: note})


# Encryption ----------------------------------------------------------------------------------------------------------

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def encrypted(user: bytes) -> bytes:
    """A file under RC4 of 40 bits with the owner's password ``owner`` and the user's as given; empty opens for all."""
    identity, rights = b"0123456789abcdef", -4
    owner = _rc4(hashlib.md5((b"owner" + _PAD)[:32]).digest()[:5], (user + _PAD)[:32])
    seed = (user + _PAD)[:32] + owner + rights.to_bytes(4, "little", signed=True) + identity
    key = hashlib.md5(seed).digest()[:5]
    rule = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P %d >>" % (
        owner.hex().encode(),
        _rc4(key, _PAD).hex().encode(),
        rights,
    )
    content = _rc4(hashlib.md5(key + bytes((4, 0, 0, 0, 0))).digest()[:10], _SHOWN)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        4: stream(content),
        5: _FONT,
        6: rule,
    }
    name = identity.hex().encode()
    return written(objects, trailer=b"/Encrypt 6 0 R /ID [<%s> <%s>]" % (name, name))


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


# The tables ---------------------------------------------------------------------------------------------------------

Make = Callable[[], bytes]

#: What is read all the same: the words of the good page are in the database.
READ: Mapping[str, Make] = {
    "table before itself": table_before_itself,
    "streams in a ring": streams_in_a_ring,
    "places astray": places_astray,
    "objects within themselves": objects_within_themselves,
    "tree in a ring": tree_in_a_ring,
    "kids that are not there": kids_that_are_not_there,
    "count too high": lambda: with_kids(b"3 0 R", b"2000000000"),
    "count a million": lambda: with_kids(b"3 0 R", b"1000000"),
    "count below nought": lambda: with_kids(b"3 0 R", b"-7"),
    "count of a name": lambda: with_kids(b"3 0 R", b"/Many"),
    "no font": lambda: paper(font=b"null"),
    "font of a number": lambda: paper(font=b"17"),
    "characters of rubbish": characters_of_rubbish,
    "box from the right": lambda: paper(box=b"[595 842 0 0]"),
    "nested arrays": lambda: nested(10_000),
    "nested content": lambda: nested_content(10_000),
    "tiny paths": lambda: tiny_paths(1_000_000),
    "absurd image": lambda: image_of(2_000_000_000, 2_000_000_000),
    "image of nothing": lambda: image_of(0, -5),
    "outline in a ring": outline_in_a_ring,
    "labels in a ring": labels_in_a_ring,
    "label of any length": label_of_any_length,
    "portfolio": portfolio,
    "actions": with_actions,
    "encrypted for all": lambda: encrypted(b""),
    "junk before and behind": lambda: b"\0junk\r\n" * 50 + paper() + b"junk" * 500,
}

#: What is read or refused, as the engine can.
EITHER: Mapping[str, Make] = {
    "tree too deep": deep_tree,
    "widths astray": widths_astray,
    "font that draws itself": font_that_draws_itself,
    "huge character map": huge_cmap,
    "huge box": lambda: paper(box=b"[0 0 1e9 1000000000]"),
    "box of nothing": lambda: paper(box=b"[0 0 0 0]"),
    "box below nought": lambda: paper(box=b"[-900 -900 -100 -100]"),
    "box of words": lambda: paper(box=b"[/NaN (nan) inf -inf]"),
    "box too short": lambda: paper(box=b"[0 0]"),
    "box past all numbers": lambda: paper(box=b"[-1e400 -99999999999999999999 1e400 99999999999999999999]"),
    "turned by a word": lambda: paper(page=b"/Rotate /Left"),
    "turned by 45": lambda: paper(page=b"/Rotate 45 /UserUnit 1e9"),
    "bomb of nothing": lambda: bomb_of_nothing(500),
    "many words": lambda: many_words(100_000),
    "annotations only": annotations_only,
}

#: What is refused: the sentence says why.
REFUSED: Mapping[str, tuple[Make, str]] = {
    "encrypted": (lambda: encrypted(b"secret"), "encrypted"),
    "tables only": (lambda: written({1: b"<< /Type /Catalog >>"}), "the PDF"),
}

#: What would take days or more memory than there is.
ENDLESS: Mapping[str, Make] = {
    "form in itself": form_in_itself,
    "forms that double": lambda: forms_that_double(40),
    "bomb": lambda: bomb(500),
}


def truncated(data: bytes, count: int, seed: int) -> Sequence[bytes]:
    """The file cut at random places; each second one has an end all the same, as if its middle were missing."""
    rolled = random.Random(seed)
    end = b"\nstartxref\n0\n%%EOF\n"
    return [data[: rolled.randrange(len(data))] + end * (n % 2) for n in range(count)]


def flipped(data: bytes, count: int, seed: int) -> Sequence[bytes]:
    """The file with one to twenty bytes changed at random."""
    rolled = random.Random(seed)
    made = []
    for _ in range(count):
        spoilt = bytearray(data)
        for _ in range(rolled.randint(1, 20)):
            spoilt[rolled.randrange(len(spoilt))] = rolled.randrange(256)
        made.append(bytes(spoilt))
    return made
