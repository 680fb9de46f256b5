"""Takes away from this process, for good, what no exercise needs; runs before a line of the submission is
read.

Landlock (Linux 5.13): nothing can be written, and nothing read but the interpreter's own folders and the scratch
folder.
seccomp: only the calls that an exercise may need. No capability, for root neither.
The build puts this file before python.py.
"""

import os
import sys


def confine():
    """The layers that hold now. Where the system knows none of them, none: `anneal doctor` says so."""
    try:
        import ctypes

        libc = ctypes.CDLL(None, use_errno=True)
    except (ImportError, OSError, TypeError):
        return []
    if not sys.platform.startswith("linux") or libc.prctl(38, 1, 0, 0, 0) != 0:
        return []
    drop_capabilities(ctypes, libc)
    layers = ["landlock"] if allow_reading(ctypes, libc) else []
    return layers + (["seccomp"] if filter_calls(ctypes, libc, opens_for_writing=bool(layers)) else [])


def drop_capabilities(ctypes, libc):
    """Root's too, for good: no program that it could start gets them back."""
    for capability in range(64):
        libc.prctl(24, capability, 0, 0, 0)
    libc.capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)())


READ_FILE, READ_DIR, WRITE_FILE = 1 << 2, 1 << 3, 1 << 1


def allow_reading(ctypes, libc):
    def call(*args):
        return libc.syscall(*[ctypes.c_long(arg) if isinstance(arg, int) else arg for arg in args])

    abi = call(444, None, 0, 1)
    if abi < 1:
        return False
    files = (1 << (13 if abi < 2 else 14 if abi < 3 else 15 if abi < 5 else 16)) - 1
    handled = (ctypes.c_uint64 * 3)(files, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
    rules = call(444, handled, 8 if abi < 4 else 16 if abi < 6 else 24, 0)
    if rules < 0:
        return False

    class Beneath(ctypes.Structure):
        _pack_ = 1
        _layout_ = "ms"
        _fields_ = [("access", ctypes.c_uint64), ("folder", ctypes.c_int32)]

    def allow(path, access):
        try:
            held = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            return
        call(445, rules, 1, ctypes.byref(Beneath(access, held)), 0)
        os.close(held)

    for path in readable_folders():
        allow(path, READ_FILE | READ_DIR)
    for path in ("/etc/ld.so.cache", "/etc/localtime", "/proc/cpuinfo", "/proc/meminfo", "/proc/self/maps", "/dev/zero", "/dev/urandom"):
        allow(path, READ_FILE)
    allow("/dev/null", READ_FILE | WRITE_FILE)
    held = call(446, rules, 0) == 0
    os.close(rules)
    return held


def readable_folders():
    """The interpreter's libraries, the system's and the scratch folder, but for packages of npm: Anneal
    itself may be one of them."""
    libraries = {os.path.join(prefix, name) for prefix in (sys.prefix, sys.base_prefix, "/usr", "/usr/local", "/") for name in ("lib", "lib64")}
    for library in libraries:
        try:
            names = os.listdir(library)
        except OSError:
            continue
        if "node_modules" in names:
            yield from (os.path.join(library, name) for name in names if name != "node_modules")
        else:
            yield library
    yield from (path for path in sys.path if path not in ("", "/"))
    # The scratch folder.
    yield "."
    yield from ("/usr/share/zoneinfo", "/etc/alternatives", "/sys/devices/system/cpu")


def filter_calls(ctypes, libc, opens_for_writing):
    """A seccomp filter that lets through what walls/allowed-calls.ts names."""
    filters = FILTERS.get(os.uname().machine)
    if filters is None or ctypes.sizeof(ctypes.c_void_p) != 8:
        return False
    code = bytearray.fromhex(filters[0 if opens_for_writing else 1])
    for at in range(VALUE_AT, len(code), STEP_BYTES):
        if code[at : at + 4] == OWN_PROCESS:
            code[at : at + 4] = os.getpid().to_bytes(4, "little")

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("code", ctypes.c_char_p)]

    return libc.prctl(22, 2, ctypes.byref(Program(len(code) // STEP_BYTES, bytes(code))), 0, 0) == 0


STEP_BYTES, VALUE_AT, OWN_PROCESS = 8, 4, (0x4F574E21).to_bytes(4, "little")
# The build puts in what walls/call-filter.ts makes: for each processor the filter beside Landlock, and the one without.
FILTERS = {}
