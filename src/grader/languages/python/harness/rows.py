"""Lists within lists, as the bytes of an array. The build puts this file before values.py."""

import array
import struct
import warnings
from collections import deque
from types import CoroutineType

# No array has so many dimensions; a cycle ends here.
MAX_DEPTH = 32
# Of a list: rows that are one object many times stand for more than memory holds.
MAX_VALUES = 2**23
ROWS = (list, tuple, range, deque)
# What of itself is an array of numbers may lie within those too.
INNER_ROWS = (*ROWS, bytes, bytearray, array.array)


class Unfit(Exception):
    """What is no value of the type, in a form of protocol/odd-value.ts."""

    def __init__(self, *odd):
        super().__init__()
        self.odd = list(odd)


def rows_packer(numpy):
    """Of lists within lists: 6 ns a number, where numpy takes 40, so that a budget hardly notices what the
    numbers were held in."""
    pack, no_number, join = struct.pack, (struct.error, TypeError, ValueError, OverflowError), b"".join
    ndarray, buffers = numpy.ndarray, (numpy.ndarray, array.array)
    # Half of a complex number is no number.
    loses_half, heed = getattr(numpy, "exceptions", numpy).ComplexWarning, warnings.simplefilter
    catch = warnings.catch_warnings
    unfit, place_of, shown, kind, inner_rows = Unfit, spelled_place, spelled_value, type, INNER_ROWS

    def packer(code):
        return lambda row: pack("<%d%s" % (len(row), code), *row)

    packers = {"u8": bytes, "i32": packer("i"), "f32": packer("f"), "f64": packer("d")}

    def pack_rows(value, dtype):
        with catch():
            heed("error", loses_half)
            return pack_exactly(value, dtype)

    def pack_exactly(value, dtype):
        for of in (dtype, "f64"):
            try:
                blocks = []
                return of, pack_into(blocks, value, packers[of], ()), join(blocks)
            except no_number:
                pass
        place, item = first_odd(value, ())
        raise unfit("element", place_of(place), shown(item))

    def pack_into(blocks, rows, pack_row, place):
        if len(place) >= MAX_DEPTH:
            raise unfit("deep")
        if len(rows) == 0 or not is_row(rows[0]):
            limit(len(blocks) + 1, len(rows))
            blocks.append(pack_row(rows))
            return [len(rows)]
        if is_matrix(rows):
            limit(len(blocks) + len(rows), len(rows[0]))
            blocks.extend(map(pack_row, rows))
            return [len(rows), len(rows[0])]
        shape = None
        for at, row in enumerate(rows):
            here = (*place, at)
            of_row = pack_into(blocks, listed(row), pack_row, here) if is_row(row) else None
            shape = shape or of_row
            if of_row is None or of_row != shape:
                raise unfit("ragged", place_of(here))
        return [len(rows), *shape]

    def limit(rows, length):
        if rows * max(1, length) > MAX_VALUES:
            raise unfit("too-many")

    def is_matrix(rows):
        """Most lists of lists are one: then no row is looked at by itself."""
        if not {*map(kind, rows)} <= {list, tuple} or len({*map(len, rows)}) > 1:
            return False
        return len(rows[0]) > 0 and not any(is_row(row[0]) for row in rows)

    def is_row(value):
        return issubclass(kind(value), inner_rows) or (issubclass(kind(value), ndarray) and value.ndim > 0)

    def listed(row):
        # `bytes` would take the others' bytes for numbers.
        return row.tolist() if issubclass(kind(row), buffers) else row

    def first_odd(rows, place):
        """Rows beside numbers are odd too."""
        for at, item in enumerate(rows):
            here = (*place, at)
            if is_row(item) and is_row(rows[0]):
                found = first_odd(item, here)
                if found:
                    return found
            elif not packs(item):
                return here, item
        return None

    def packs(item):
        try:
            return bool(pack("<d", item))
        except no_number:
            return False

    return pack_rows


def name_of(value):
    if value is None:
        return ["word", "None"]
    of = type(value)
    form = "promise" if of is CoroutineType else "lazy" if hasattr(of, "__next__") else "type"
    return [form, str.__str__(type.__dict__["__name__"].__get__(of))[:60]]


def spelled_place(place):
    return "[%s]" % ", ".join(str(at) for at in place)


def spelled_value(value):
    if value is None:
        return "None"
    return repr(value[:40]) if type(value) is str else name_of(value)[1]
