"""Cut the data of ICU, 32 MB, down to what Qt here asks for, 3 MB: sorting in English and Spanish.

Qt's own tables serve everything else: dates, numbers, character classes, UTF-8. Left out are other
languages, other encodings, and the names of regions, units, currencies and time zones. ICU's data
is one archive in a library of its own, `libicudata`; the library is made anew around a smaller one.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path

from tool import run

LANGUAGES = ("en", "es", "root")
_LANGUAGE = re.compile(r"(root|[a-z]{2,3})(_\w+)?\.res")
_UNUSED_FOLDERS = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit", "zone")
_UNUSED_KINDS = (".cnv", ".cfu", ".spp")
_ALIGNMENT = 16
_ASSEMBLY = """\
    .section .rodata
    .balign {alignment}
    .globl {symbol}
    .type {symbol}, %object
    .size {symbol}, {size}
{symbol}:
    .incbin "{file}"
    .section .note.GNU-stack,"",%progbits
"""


def shrink(library: Path, work: Path) -> None:
    """Replace `library`, a libicudata, by a smaller one; `work` is a folder for what is made on the way.

    Raises ValueError where the library is not of the form that is known here.
    """
    symbol, archive = read_archive(library)
    smaller = write_archive(
        {name: item for name, item in archive.items() if not name or wanted(name)}
    )
    work.mkdir(parents=True, exist_ok=True)
    (work / "icu.dat").write_bytes(smaller)
    (work / "icu.s").write_text(
        _ASSEMBLY.format(alignment=_ALIGNMENT, symbol=symbol, size=len(smaller), file="icu.dat")
    )
    run("as", "-o", "icu.o", "icu.s", cwd=work)
    shared = ("-shared", "--build-id=none", "-z", "noexecstack", "-soname", library.name)
    run("ld", *shared, "-o", "libicudata.so", "icu.o", cwd=work)
    library.write_bytes((work / "libicudata.so").read_bytes())


def wanted(name: str) -> bool:
    """Whether an item such as `icudt73l/coll/es.res` is of use here."""
    *folders, file = name.split("/")[1:]
    if any(folder in _UNUSED_FOLDERS for folder in folders) or file.endswith(_UNUSED_KINDS):
        return False
    language = _LANGUAGE.fullmatch(file)
    return file != "unames.icu" and (language is None or language[1] in LANGUAGES)


def read_archive(library: Path) -> tuple[str, dict[str, bytes]]:
    """Return the symbol that a libicudata exports, and the items of the archive it stands for.

    The archive's header comes first in the values, under the empty name. Raises ValueError.
    """
    listed = run("readelf", "--dyn-syms", "--wide", library)
    found = re.search(
        r"([0-9a-f]+) +(0x[0-9a-f]+|\d+) OBJECT +GLOBAL .* (icudt\d+_dat)$", listed, re.M
    )
    if found is None:
        raise ValueError(f"{library.name} exports no ICU data")
    begin, size, symbol = int(found[1], 16), int(found[2], 0), found[3]
    content = library.read_bytes()[begin : begin + size]  # .rodata lies where it is loaded
    (header,) = struct.unpack_from("<H", content)
    if content[2:4] != b"\xda\x27" or content[12:16] != b"CmnD":
        raise ValueError(f"{library.name}: the ICU data is not where its symbol points")
    table = content[header:]
    (count,) = struct.unpack_from("<I", table)
    places = list(struct.iter_unpack("<II", table[4 : 4 + 8 * count]))
    ends = [begin for _, begin in places[1:]] + [len(table)]
    items = {"": content[:header]}
    for (name, begin), end in zip(places, ends, strict=True):
        items[table[name : table.index(b"\0", name)].decode("ascii")] = table[begin:end]
    return symbol, items


def write_archive(items: dict[str, bytes]) -> bytes:
    """Return the archive of `items`, the header being under the empty name; the reverse of reading."""
    header = items[""]
    names = sorted(name for name in items if name)
    texts = [name.encode("ascii") + b"\0" for name in names]
    name_at = 4 + 8 * len(names)
    data_at = _aligned(name_at + sum(map(len, texts)) + len(header)) - len(header)
    table, data = bytearray(struct.pack("<I", len(names))), bytearray()
    for name, text in zip(names, texts, strict=True):
        table += struct.pack("<II", name_at, data_at + len(data))
        name_at += len(text)
        data += items[name].ljust(_aligned(len(items[name])), b"\xaa")
    table += b"".join(texts)
    return bytes(header + table.ljust(data_at, b"\xaa") + data)


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
