"""Runs beside a submission, in its process: reads frames from descriptor 3, calls the function, answers on descriptor 4.

Knows inputs only. The frames are described in protocol/frame.ts. What is used after the submission is loaded is bound before, in
closures; whoever takes it over all the same gains nothing, for the judge believes no word of it and compares outputs itself.
Python 3.9 and later. The build puts confine.py and level_numpy.py before it, and in another file nursery.py too.
"""

import json
import math
import os
import re
import site
import struct
import sys
import time
import traceback
import types
import warnings

MAX_DEPTH = 4
MAX_MESSAGE = 8000
# No signature has so many fields, and no answer so long a text.
MAX_FIELDS = 64
MAX_TEXT = 2**16


def main():
    version = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info < (3, 9):
        sys.exit("version " + version + " is older than 3.9")
    sys.stdout.reconfigure(line_buffering=True, errors="backslashreplace")
    sys.stderr.reconfigure(errors="backslashreplace")
    add_user_packages()
    nursery = sys.argv[1] if len(sys.argv) > 1 else None
    # Nothing is loaded before the walls stand, but where they stand around each fork.
    layers = None if nursery else confine()
    level_numpy()
    try:
        with warnings.catch_warnings():
            # Before 1.25 it tells of features that the processor lacks anyway.
            warnings.simplefilter("ignore")
            import numpy
    except ImportError:
        numpy = None
    if nursery:
        nurse(nursery, numpy)
        layers = confine()
    read, write = open_channel()
    capture, decode = value_readers(numpy)
    explain = error_reader()
    flush = flusher(sys.stdout, sys.stderr)
    write({"hello": {"version": version, "numpy": numpy and numpy.__version__, "layers": layers}}, b"")
    run = None
    while True:
        request, payload = read()
        nonce = request["nonce"]
        if request["op"] == "load":
            run, reply = load(request["file"], request["name"], explain)
            reply["nonce"] = nonce
            flush()
            write(reply, b"")
        elif request["op"] == "call":
            args = [decode(arg, payload) for arg in request["args"]]
            reply, parts = call(run, args, capture, explain)
            reply["nonce"] = nonce
            flush()
            write(reply, parts.joined())
        else:
            reply, parts = batch(run, request["calls"], payload, capture, decode, explain)
            reply["nonce"] = nonce
            flush()
            write(reply, parts.joined())


def add_user_packages():
    """Isolated, Python leaves them out. `import` finds nothing in the submission's own folder, whatever its file is called."""
    if sys.prefix == sys.base_prefix:
        place = next((at for at, path in enumerate(sys.path) if path.endswith("-packages")), len(sys.path))
        sys.path.insert(place, site.getusersitepackages())


def load(file, name, explain):
    display = os.path.basename(file)
    try:
        with open(file, "rb") as source:
            code = compile(source.read(), display, "exec")
    except (SyntaxError, ValueError) as error:
        return None, {"failed": "syntax", **explain(error)}
    module = types.ModuleType("submission")
    module.__file__ = display
    sys.modules["submission"] = module
    try:
        exec(code, module.__dict__)
    except BaseException as error:
        return None, {"failed": "threw", **explain(error)}
    run = module.__dict__.get(name)
    if not callable(run):
        return None, {"failed": "missing", "message": ""}
    return run, {"loaded": True}


def call(run, args, capture, explain):
    parts = Payload()
    try:
        result = run(*args)
        # In here too: a result may be larger than memory.
        return {
            "result": capture(result, parts),
            # What the arguments hold now: the judge compares them with what it sent.
            "args": [capture(arg, parts) for arg in args],
        }, parts
    except BaseException as error:
        return explain(error), Payload()


def batch(run, calls, payload, capture, decode, explain, clock=time.thread_time):
    """Many calls for one measurement. Every output goes back at once, so that none can be put off until it is asked for.

    The clock is the thread's: that of the process moves in steps of 4 ms where its CPU time has a limit (Linux).
    """
    spent = 0
    parts = Payload()
    results = []
    try:
        for encoded in calls:
            args = [decode(arg, payload) for arg in encoded]
            before = clock()
            result = run(*args)
            spent += clock() - before
            results.append(capture(result, parts))
    except BaseException as error:
        return explain(error), Payload()
    return {"results": results, "cpuMs": spent * 1000}, parts


class Payload:
    """The bytes of a reply's arrays, each at a multiple of 8."""

    def __init__(self):
        self.parts = []
        self.length = 0

    def add(self, data):
        at = self.length
        padding = -len(data) % 8
        self.parts += (data, bytes(padding))
        self.length += len(data) + padding
        return at

    def joined(self):
        return b"".join(self.parts)


def open_channel():
    os_read, os_write, leave = os.read, os.write, os._exit
    unpack, pack, loads, dumps = struct.unpack, struct.pack, json.loads, json.dumps

    def read_exactly(length):
        held = bytearray(length)
        view = memoryview(held)
        at = 0
        while at < length:
            got = os_read(3, min(length - at, 1 << 20))
            if not got:
                # The judge has gone.
                leave(0)
            view[at : at + len(got)] = got
            at += len(got)
        return held

    def read():
        header_bytes, payload_bytes = unpack("<II", read_exactly(8))
        header = loads(read_exactly(header_bytes).decode())
        return header, read_exactly(payload_bytes)

    def write(header, payload):
        head = dumps(header).encode()
        frame = memoryview(pack("<II", len(head), len(payload)) + head + payload)
        while frame:
            frame = frame[os_write(4, frame) :]

    return read, write


def value_readers(numpy):
    """Reads what a submission returned without running any of its code: exact types only, no subclass, no `__array__`."""
    dtypes = {"u8": "<u1", "i32": "<i4", "f32": "<f4", "f64": "<f8"}
    names = {"uint8": "u8", "int32": "i32", "float32": "f32", "float64": "f64"}
    isfinite, copysign, product = math.isfinite, math.copysign, math.prod
    kind, as_int, as_float, as_bool = type, int, float, bool
    if numpy is None:
        ndarray, integers, floats, bools = None, (), (), ()
    else:
        ndarray = numpy.ndarray
        contiguous, frombuffer = numpy.ascontiguousarray, numpy.frombuffer
        integers = tuple({numpy.dtype(code).type for code in "bhilqBHILQ"})
        floats = tuple({numpy.dtype(code).type for code in "efd"})
        bools = (numpy.bool_,)

    # A signature's fields are written with capitals, Python's without; what is returned may be spelled either way.
    before_capital, behind_line = re.compile("(?<=[A-Za-z0-9])[A-Z]").sub, re.compile("(?<=[A-Za-z0-9])_[a-z]").sub

    def to_snake(field):
        return before_capital(lambda found: "_" + found[0].lower(), field)

    def to_camel(field):
        return behind_line(lambda found: found[0][1].upper(), field)

    def number(value):
        if not isfinite(value):
            return {"n": "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"}
        return {"n": "-0"} if value == 0 and copysign(1, value) < 0 else value

    def array(value, parts):
        dtype = names.get(value.dtype.name)
        if dtype is None:
            return {"o": ["numpy", value.dtype.name[:40]]}
        data = contiguous(value, dtypes[dtype]).tobytes()
        return {"a": [dtype, list(value.shape), parts.add(data)]}

    def capture(value, parts, depth=0):
        of = kind(value)
        if of is bool or of is str:
            return {"o": ["long-string"]} if of is str and len(value) > MAX_TEXT else value
        if of is int:
            return value if -(2**53) <= value <= 2**53 else {"n": "%d" % value if value.bit_length() < 1000 else "Infinity"}
        if of is float:
            return number(value)
        if of is ndarray and of is not None:
            # Without a dimension it is a number, or what else it holds.
            whole = value.ndim or depth >= MAX_DEPTH
            return array(value, parts) if whole else capture(value[()], parts, depth + 1)
        if of in bools:
            return as_bool(value)
        if of in integers:
            return capture(as_int(value), parts)
        if of in floats:
            return number(as_float(value))
        if of is dict and len(value) > MAX_FIELDS:
            return {"o": ["many-fields", len(value)]}
        if of is dict and depth < MAX_DEPTH:
            return {"r": {to_camel(field): capture(value[field], parts, depth + 1) for field in value if kind(field) is str}}
        if value is None:
            return {"o": ["word", "None"]}
        return {"o": ["type", str.__str__(type.__dict__["__name__"].__get__(of))[:60]]}

    def decode(encoded, payload):
        if kind(encoded) is not dict:
            return encoded
        if "n" in encoded:
            return as_float(encoded["n"])
        if "r" in encoded:
            return {to_snake(field): decode(part, payload) for field, part in encoded["r"].items()}
        dtype, shape, at = encoded["a"]
        code = numpy.dtype(dtypes[dtype])
        end = at + product(shape) * code.itemsize
        # A bytearray of its own: writable, and no other argument lies beside it.
        return frombuffer(payload[at:end], code).reshape(shape)

    return capture, decode


def error_reader():
    harness = os.path.abspath(__file__)
    format_exception, summary, of_traceback = traceback.format_exception_only, traceback.format_list, traceback.extract_tb
    kind = type

    def explain(error):
        """The submission's own frames and the error's last lines."""
        try:
            frames = [frame for frame in of_traceback(error.__traceback__) if os.path.abspath(frame.filename) != harness]
            lines = summary(frames[-20:]) + format_exception(kind(error), error)
            return {"threw": kind(error).__name__, "message": "".join(lines)[-MAX_MESSAGE:].rstrip()}
        except BaseException:
            return {"threw": "Exception"}

    return explain


def flusher(*streams):
    def flush():
        for stream in streams:
            try:
                stream.flush()
            except BaseException:
                # Closed or replaced by the submission: what it does not print, nobody misses.
                pass

    return flush


main()
