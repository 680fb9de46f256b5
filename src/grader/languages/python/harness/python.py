"""Runs beside a submission, in its process: reads frames from descriptor 3, calls the function, answers on
descriptor 4.

Knows inputs only. The frames are described in protocol/frame.ts. What is used after the submission is loaded
is bound before, in closures; whoever takes it over all the same gains nothing, for the judge believes no word
of it and compares outputs itself.
Python 3.9 and later. The build puts confine.py, level_numpy.py, rows.py, tensors.py and values.py before it,
and in another file nursery.py too.
"""

import json
import os
import site
import struct
import sys
import time
import traceback
import types
import warnings

MAX_MESSAGE = 8000
# One may hold an array, or be a file without line breaks: what stands above it is lost else.
MAX_LINE = 1000


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
    run, signature, give = None, None, None
    # What calls returned, for a look at it after later ones.
    kept = []
    while True:
        request, payload = read()
        nonce = request["nonce"]
        if request["op"] == "load":
            run, reply = load(request["file"], request["name"], explain)
            give = tensor_giver(run)
            signature = request["signature"]
            reply["nonce"] = nonce
            flush()
            write(reply, b"")
        elif request["op"] == "call":
            args = give([decode(arg, payload) for arg in request["args"]])
            reply, parts = call(run, args, signature, capture, explain, kept if request.get("keep") else None)
            reply["nonce"] = nonce
            flush()
            write(reply, parts.joined())
        elif request["op"] == "recall":
            reply, parts = recall(kept, signature, capture, explain)
            reply["nonce"] = nonce
            write(reply, parts.joined())
        else:
            reply, parts = batch(run, request["calls"], payload, signature, capture, decode, give, explain)
            reply["nonce"] = nonce
            flush()
            write(reply, parts.joined())


def add_user_packages():
    """Isolated, Python leaves them out. `import` finds nothing in the submission's own folder, whatever its
    file is called."""
    if sys.prefix == sys.base_prefix:
        place = next((at for at, path in enumerate(sys.path) if path.endswith("-packages")), len(sys.path))
        sys.path.insert(place, site.getusersitepackages())


def load(file, name, explain):
    display = os.path.basename(file)
    try:
        with open(file, "rb") as opened:
            source = opened.read()
        code = compile(source, display, "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        # The last two say of a file that it is nested too deeply.
        return None, {"failed": "syntax", **explain(error)}
    module = types.ModuleType("submission")
    module.__file__ = display
    sys.modules["submission"] = module
    find_libraries_alone(source)
    try:
        exec(code, module.__dict__)
    except BaseException as error:
        return None, {"failed": "threw", **explain(error)}
    run = module.__dict__.get(name)
    if not callable(run):
        return None, {"failed": "missing", "message": ""}
    return run, {"loaded": True}


def call(run, args, signature, capture, explain, kept):
    parts = Payload()
    try:
        warn_anew()
        result = run(*args)
        if kept is not None:
            kept.append(result)
        # In here too: a result may be larger than memory.
        return {
            "result": capture(result, parts, signature["returns"]),
            # What the arguments hold now: the judge compares them with what it sent.
            "args": [capture(arg, parts, of) for arg, of in zip(args, signature["params"])],
        }, parts
    except BaseException as error:
        return explain(error), Payload()


def warn_anew(catch=warnings.catch_warnings):
    """A place warns once in a process, and then again only after the filters were touched."""
    with catch():
        pass


def recall(kept, signature, capture, explain):
    """What the results that were kept hold now."""
    parts = Payload()
    try:
        return {"results": [capture(result, parts, signature["returns"]) for result in kept]}, parts
    except BaseException as error:
        return explain(error), Payload()


def batch(run, calls, payload, signature, capture, decode, give, explain, clock=time.thread_time):
    """Many calls for one measurement. Every output goes back at once, so that none can be put off until it is
    asked for.

    The clock is the thread's: that of the process moves in steps of 4 ms where its CPU time has a limit
    (Linux).
    """
    spent = 0
    parts = Payload()
    results = []
    try:
        for encoded in calls:
            args = give([decode(arg, payload) for arg in encoded])
            before = clock()
            result = run(*args)
            spent += clock() - before
            results.append(capture(result, parts, signature["returns"]))
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


def error_reader():
    harness = os.path.abspath(__file__)
    format_exception, summary, of_traceback = traceback.format_exception_only, traceback.format_list, traceback.extract_tb
    kind, named = type, name_of

    def explain(error):
        """The submission's own frames and the error's last lines."""
        try:
            # Of the last alone: of a recursion that fills the memory there are millions.
            last = of_traceback(error.__traceback__, limit=-24)
            frames = [frame for frame in last if os.path.abspath(frame.filename) != harness]
            lines = summary(frames[-20:]) + format_exception(kind(error), error)
            whole = "\n".join([line if len(line) <= MAX_LINE else line[:MAX_LINE] + "…" for line in "".join(lines).split("\n")])
            return {"threw": kind(error).__name__, "message": whole[-MAX_MESSAGE:].rstrip()}
        except BaseException:
            return {"threw": named(error)[-1]}

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
