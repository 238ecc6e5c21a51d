"""A read-only hash table of texts by name, stored as bytes and searched without parsing the other entries.

Layout: the number of slots, the slots, then the entries, each ``name TAB text LF``. A slot holds the offset of an
entry, or 0 if it is free. A name's slot is given by its checksum; collisions move on to the next slot. (Splitting
twenty thousand entries into a dictionary would take a fifth of a short run.)
"""

from collections.abc import Iterator, Mapping
from zlib import crc32

from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap

_WIDTH = 4
"""Bytes per number."""


class TextTable(Mapping[str, str]):
    """The table that :func:`packed` wrote to the bytes ``[start, end)``. Raises ``ValueError`` for any other data."""

    def __init__(self, data: "bytes | mmap", start: int = 0, end: int | None = None) -> None:
        self._data = data
        self._start = start
        self._end = len(data) if end is None else min(end, len(data))
        size = int.from_bytes(data[start : start + _WIDTH], "little")
        self._entries = start + _WIDTH * (size + 1)
        if size < 1 or size & (size - 1) or self._entries > self._end:
            raise ValueError("no table of texts")
        self._slots = memoryview(data)[start + _WIDTH : self._entries].cast("I")

    def get(self, name: str, default: "str | None" = None) -> "str | None":  # type: ignore[override]
        """Return the text stored under a name, or ``default``."""
        data, slots = self._data, self._slots
        key = _key(name)
        slot, last = crc32(key), len(slots) - 1
        while place := slots[slot & last]:
            entry = self._start + place
            begin = entry + len(key)
            if data[entry:begin] == key:
                return data[begin : data.find(b"\n", begin)].decode()
            slot += 1
        return default

    def __getitem__(self, name: str) -> str:
        text = self.get(name)
        if text is None:
            raise KeyError(name)
        return text

    def __reduce__(self) -> tuple[type["TextTable"], tuple[bytes]]:
        # a pickled memoryview of the slots would lose its item size
        return TextTable, (self._data[self._start : self._end],)

    def __iter__(self) -> Iterator[str]:
        return (line.split(b"\t", 1)[0].decode() for line in self._data[self._entries : self._end].split(b"\n")[:-1])

    def __len__(self) -> int:
        return self._data[self._entries : self._end].count(b"\n")


def packed(texts: Mapping[str, str]) -> bytes:
    """Return a table as bytes. Names must not contain tabs; neither names nor texts may contain line breaks."""
    size = 1 << (2 * len(texts)).bit_length()
    slots = memoryview(bytearray(_WIDTH * size)).cast("I")
    entries = bytearray()
    for name, text in texts.items():
        key = _key(name)
        slot = crc32(key)
        while slots[slot & (size - 1)]:
            slot += 1
        slots[slot & (size - 1)] = _WIDTH * (size + 1) + len(entries)
        entries += key + text.encode() + b"\n"
    return size.to_bytes(_WIDTH, "little") + slots.tobytes() + entries


def _key(name: str) -> bytes:
    # a word of an article may hold a lone surrogate; it is looked up and never found
    return name.encode("utf-8", "surrogatepass") + b"\t"
