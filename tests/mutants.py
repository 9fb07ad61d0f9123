"""Papers that were damaged: bytes flipped, cut off, spliced with another paper, blocks repeated, zeroed or taken out.

A format that is made of marks (PDF, XML, HTML) is damaged between its marks as well, and one that is packed (.docx, zip) inside its members
too: damage of the bytes alone ends at the first checksum, and tells nothing of what reads behind it.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence

Damage = Callable[[random.Random, bytes, bytes], bytes]

#: Tags, runs of digits, runs of white space and what stands between them.
_TOKEN = re.compile(rb"<[^<>]*>|\d+|\s+|[^<>\d\s]+|.", re.DOTALL)
#: What readers of numbers, sizes and places are afraid of.
_ABSURD = (
    b"0",
    b"-1",
    b"65536",
    b"2147483648",
    b"99999999999999999999",
    b"1e400",
    b"0.0000001",
    b"NaN",
    b"",
    b"\xc2\xb2",
    b"/",
)
#: What readers of text are afraid of: the end of a text, marks of order and of nothing, halves of a character, other digits.
_STRANGE = (
    b"\0",
    b"\x1a",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"\xf0\x9f",
    b"\xd9\xa1\xd9\xa2",
    b"\r",
    b"\t" * 400,
)
_MOST_BLOCK = 2_000


def _flipped(dice: random.Random, data: bytes, _: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(dice.choice((1, 1, 3, 20, 200))):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def _bit_flipped(dice: random.Random, data: bytes, _: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(dice.choice((1, 4, 40))):
        spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
    return bytes(spoilt)


def _cut(dice: random.Random, data: bytes, _: bytes) -> bytes:
    return data[: dice.randrange(len(data))]


def _without_middle(dice: random.Random, data: bytes, _: bytes) -> bytes:
    first, last = _block(dice, data)
    return data[:first] + data[last:]


def _without_beginning(dice: random.Random, data: bytes, _: bytes) -> bytes:
    return data[dice.randrange(len(data)) :]


def _spliced(dice: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: dice.randrange(len(data))] + other[dice.randrange(len(other)) :]


def _with_a_part_of_another(dice: random.Random, data: bytes, other: bytes) -> bytes:
    at = dice.randrange(len(data))
    first, last = _block(dice, other)
    return data[:at] + other[first:last] + data[at:]


def _repeated(dice: random.Random, data: bytes, _: bytes) -> bytes:
    first, last = _block(dice, data)
    return data[:first] + data[first:last] * dice.choice((2, 3, 30)) + data[last:]


def _zeroed(dice: random.Random, data: bytes, _: bytes) -> bytes:
    first, last = _block(dice, data)
    return data[:first] + bytes(last - first) + data[last:]


def _swapped(dice: random.Random, data: bytes, _: bytes) -> bytes:
    a, b, c = sorted(dice.randrange(len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _strange(dice: random.Random, data: bytes, _: bytes) -> bytes:
    for _ in range(dice.choice((1, 5))):
        at = dice.randrange(len(data))
        data = data[:at] + dice.choice(_STRANGE) + data[at:]
    return data


def _tokens_moved(dice: random.Random, data: bytes, other: bytes) -> bytes:
    """Marks taken out, told twice, in another's place, or from another paper."""
    tokens, others = _TOKEN.findall(data), _TOKEN.findall(other)
    for _ in range(dice.choice((1, 3, 20))):
        at = dice.randrange(len(tokens))
        much = min(dice.choice((1, 1, 5, 50)), len(tokens) - at)
        match dice.randrange(4):
            case 0 if len(tokens) > much:
                del tokens[at : at + much]
            case 1:
                tokens[at:at] = tokens[at : at + much]
            case 2:
                tokens[at] = dice.choice(tokens)
            case _:
                tokens[at] = dice.choice(others)
    return b"".join(tokens)


def _numbers_absurd(dice: random.Random, data: bytes, _: bytes) -> bytes:
    tokens = _TOKEN.findall(data)
    numbers = [at for at, token in enumerate(tokens) if token.isdigit()]
    for at in dice.sample(numbers, min(len(numbers), dice.choice((1, 3, 20)))):
        tokens[at] = dice.choice(_ABSURD)
    return b"".join(tokens)


def _block(dice: random.Random, data: bytes) -> tuple[int, int]:
    first = dice.randrange(len(data))
    return first, min(len(data), first + dice.randint(1, _MOST_BLOCK))


_DAMAGES: tuple[Damage, ...] = (
    *(_flipped, _bit_flipped, _cut, _without_middle, _without_beginning, _spliced, _with_a_part_of_another),
    *(_repeated, _zeroed, _swapped, _strange, _tokens_moved, _tokens_moved, _numbers_absurd),
)


def mutants(papers: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """So many damaged papers of one format, made of ``papers``; always the same ones for a seed. None is empty."""
    dice = random.Random(seed)
    made = 0
    while made < count:
        data, other = dice.choice(papers), dice.choice(papers)
        if data.startswith(b"PK") and dice.random() < 0.75:
            spoilt = _damaged_inside(dice, data, other)
        else:
            spoilt = dice.choice(_DAMAGES)(dice, data, other)
        if spoilt:
            made += 1
            yield spoilt


def _damaged_inside(dice: random.Random, data: bytes, other: bytes) -> bytes:
    """A zip file that is whole, of which one member is damaged, replaced by that of another, left out or named otherwise."""
    members, others = _members(data), _members(other)
    # The text of a document is most of what is read of it.
    name = "word/document.xml" if "word/document.xml" in members and dice.random() < 0.5 else dice.choice(list(members))
    match dice.randrange(10):
        case 0:
            del members[name]
        case 1 if name in others:
            members[name] = others[name]
        case 2:
            members[dice.choice((name + ".zip", "../" + name, "a/" * 50 + name, name.upper(), "\u202e" + name))] = (
                members.pop(name)
            )
        case 3:
            members[name + ".zip"] = data
        case _ if members[name]:
            damage = dice.choice((_tokens_moved, _numbers_absurd, *_DAMAGES))
            members[name] = damage(dice, members[name], others.get(name) or members[name])
        case _:
            members[name] = b"\0"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
