"""Arguments as a submission sees them, and what it returned as far as the signature's type can hold it:
numbers count, not what holds them.

To read a result may run the submission's code, such as `__array__` or a Mapping's: in its own process, behind
its walls and within its limits, and paid by its own CPU time. Whether a value is lost is the judge's to say.
The build puts rows.py and this file before python.py.
"""

import array
import math
import re
from collections.abc import Mapping

MAX_TEXT = 2**16


def value_readers(numpy):
    scalar = scalar_reader(numpy)
    readers = {"record": record_reader(scalar), "array": numpy and array_reader(numpy, scalar)}
    unfit = Unfit

    def capture(value, parts, wanted):
        try:
            return readers.get(wanted["kind"], scalar)(value, parts, wanted, capture)
        except unfit as error:
            return {"o": error.odd}

    return capture, argument_reader(numpy)


def scalar_reader(numpy):
    isfinite, copysign = math.isfinite, math.copysign
    as_int, as_float, as_bool, unfit, named, array_in = int, float, bool, Unfit, name_of, array_finder(numpy)
    from_tensor = tensor_reader()
    integers, floats = (int, *numpy_types(numpy, "bhilqBHILQ")), (float, *numpy_types(numpy, "efdg"))
    bools, kind = (bool, *numpy_types(numpy, "?")), type
    # Of what numpy has besides numbers some can be made one: of a complex number half, of bytes what they spell.
    others = (numpy.ndarray, numpy.generic) if numpy else ()

    def scalar(value, parts, wanted, capture):
        of = kind(value)
        if issubclass(of, bools):
            return as_bool(value)
        if issubclass(of, integers):
            return whole(as_int(value))
        if issubclass(of, floats):
            number = real(as_float(value))
            return {"c": [["type", "float"], number]} if wanted["kind"] == "int" else number
        if issubclass(of, str):
            return str.__str__(value) if len(value) <= MAX_TEXT else {"o": ["long-string"]}
        tensor = from_tensor(value)
        if tensor is not None and tensor.ndim == 0:
            return scalar(tensor.item(), parts, wanted, capture)
        found = array_in(value) if tensor is None else tensor
        if found is None:
            # Such as a Fraction; of an array that masks a number it would be lost.
            if hasattr(of, "__float__") and not issubclass(of, others):
                return {"c": [named(value), real(as_float(value))]}
            raise unfit(*named(value))
        # What an array of objects holds is anything.
        if found.ndim > 0 or found.dtype.kind not in "biufU":
            raise unfit("array-of", found.dtype.name[:40], "numpy")
        return {"c": [["type", "0-d array"], scalar(found.item(), parts, wanted, capture)]}

    def whole(value):
        if -(2**53) <= value <= 2**53:
            return value
        return {"n": "%d" % value if value.bit_length() < 1000 else "Infinity"}

    def real(value):
        if not isfinite(value):
            return {"n": "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"}
        return {"n": "-0"} if value == 0 and copysign(1, value) < 0 else value

    return scalar


def numpy_types(numpy, codes):
    return {numpy.dtype(code).type for code in codes} if numpy else ()


def array_reader(numpy, scalar):
    dtypes = {dtype: numpy.dtype(code) for dtype, code in {"u8": "<u1", "i32": "<i4", "f32": "<f4", "f64": "<f8"}.items()}
    contiguous, isfinite, errstate = numpy.ascontiguousarray, numpy.isfinite, numpy.errstate
    unfit, named, array_in, pack, kind = Unfit, name_of, array_finder(numpy), rows_packer(numpy), type
    from_tensor = tensor_reader()

    def read_array(value, parts, wanted, capture):
        dtype = wanted["dtype"]
        if issubclass(kind(value), ROWS):
            return listed(value, dtype, named(value), parts)
        tensor = from_tensor(value)
        found = array_in(value) if tensor is None else tensor
        if found is None:
            return scalar(value, parts, wanted, capture)
        # Each may hold a number, and the first that does not is told.
        if found.dtype.kind in "OUS" and found.ndim > 0:
            return listed(found.tolist(), dtype, ["array-of", found.dtype.name[:40], "numpy"], parts)
        if found.dtype.kind not in "biuf":
            raise unfit("array-of", found.dtype.name[:40], "numpy")
        of, held = (dtype, found) if found.dtype == dtypes[dtype] else nearest(found, dtype)
        read = {"a": [of, list(found.shape), parts.add(contiguous(held).tobytes())]}
        # One does in PyTorch as in numpy, and indices are int64 there: nothing is to be remarked.
        if tensor is not None:
            return read
        if found is not value:
            return {"c": [named(value), read]}
        # One of another byte order has the same name.
        return read if found.dtype.name == dtypes[dtype].name else {"c": [["array-of", found.dtype.name, "numpy"], read]}

    def listed(rows, dtype, name, parts):
        of, shape, data = pack(rows, dtype)
        return {"c": [name, {"a": [of, shape, parts.add(data)]}]}

    def nearest(found, dtype):
        """As the dtype asked for, which costs a tenth of a millisecond for a photo; what that cannot hold
        stays, for the judge to name."""
        with errstate(all="ignore"):
            near = found.astype(dtypes[dtype])
            same = isfinite(near) == isfinite(found) if near.dtype.kind == "f" else near == found
        return (dtype, near) if same.all() else ("f64", found.astype(dtypes["f64"]))

    return read_array


def array_finder(numpy):
    if numpy is None:
        return lambda _: None
    ndarray, as_array, kind = numpy.ndarray, numpy.asarray, type
    buffers = (bytes, bytearray, memoryview, array.array)

    def array_in(value):
        of = kind(value)
        if of is ndarray:
            return value
        if issubclass(of, ndarray):
            # What is masked would be lost.
            return None if any(one.__name__ == "MaskedArray" for one in of.__mro__) else ndarray.view(value, ndarray)
        if issubclass(of, buffers):
            return as_array(memoryview(value))
        # numpy's own scalars have it too.
        found = value.__array__() if hasattr(of, "__array__") and of.__module__ != "numpy" else None
        return found if kind(found) is ndarray else None

    return array_in


def record_reader(scalar):
    named, to_snake, kind, absent = name_of, snake_speller(), type, object()
    # They have names of their own, such as `count` and `real`.
    bare = (type(None), str, bytes, list, range, set, frozenset, int, float, complex, type)

    def record(value, parts, wanted, capture):
        found = {} if has_none(value) else fields_in(value, wanted["fields"])
        if not found and not issubclass(kind(value), Mapping):
            return scalar(value, parts, wanted, capture)
        read = {"r": {name: capture(part, parts, of) for name, (part, of) in found.items()}}
        return read if issubclass(kind(value), dict) else {"c": [named(value), read]}

    def has_none(value):
        of = kind(value)
        if issubclass(of, tuple):
            return not hasattr(of, "_fields")
        return issubclass(of, bare) or of.__module__ == "numpy"

    def fields_in(value, fields):
        found = {field["name"]: (field_in(value, to_snake(field["name"]), field["name"]), field["type"]) for field in fields}
        return {name: one for name, one in found.items() if one[0] is not absent}

    def field_in(value, *spellings):
        for name in spellings:
            if not issubclass(kind(value), Mapping):
                found = getattr(value, name, absent)
            else:
                found = value[name] if name in value else absent
            if found is not absent:
                return found
        return absent

    return record


def argument_reader(numpy):
    codes = {"u8": "<u1", "i32": "<i4", "f32": "<f4", "f64": "<f8"}
    kind, as_float, product, to_snake = type, float, math.prod, snake_speller()
    frombuffer = numpy and numpy.frombuffer

    def decode(encoded, payload):
        if kind(encoded) is not dict:
            return encoded
        if "n" in encoded:
            return as_float(encoded["n"])
        if "r" in encoded:
            return {to_snake(field): decode(part, payload) for field, part in encoded["r"].items()}
        dtype, shape, at = encoded["a"]
        code = numpy.dtype(codes[dtype])
        end = at + product(shape) * code.itemsize
        # A bytearray of its own: writable, and no other argument lies beside it.
        return frombuffer(payload[at:end], code).reshape(shape)

    return decode


def snake_speller():
    """A signature's fields are written with capitals, Python's without; what is returned may be spelled either way."""
    before_capital = re.compile("(?<=[A-Za-z0-9])[A-Z]").sub
    return lambda field: before_capital(lambda found: "_" + found[0].lower(), field)
