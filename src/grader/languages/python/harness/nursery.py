"""Forks a process for each submission from one that has loaded what all of them need, and holds it as
run/started.ts holds one that was started by itself: run/nursery.ts is the other end. The build puts this file
before python.py.
"""

import ctypes
import gc
import json
import os
import resource
import select
import signal
import socket
import sys

NEW_USER, NEW_PID, NEW_NET, NEW_IPC, NEW_UTS = 0x10000000, 0x20000000, 0x40000000, 0x08000000, 0x04000000
DIE_WITH_PARENT = 1


def nurse(path, numpy):
    """Reads orders from descriptor 3 and tells on 4 who was born and who has gone. Returns in a child, as its
    only thread, and never else."""
    # Not CDLL: that would let go of the interpreter's lock, and take it again in a child.
    libc = ctypes.PyDLL(None, use_errno=True)
    marker = place_of_marker(libc)
    awake, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake)
    gc.collect()
    gc.freeze()
    tell({"told": "ready"})
    pending = b""
    while True:
        ready, _, _ = select.select([3, awake], [], [])
        if awake in ready:
            os.read(awake, 4096)
            bury()
        if 3 in ready:
            got = os.read(3, 65536)
            if not got:
                # The judge has gone.
                os._exit(0)
            *lines, pending = (pending + got).split(b"\n")
            for line in lines:
                order = json.loads(line)
                pid = fork(libc, order["inNamespaces"])
                if pid == 0:
                    return settle(libc, order, path, marker, numpy)
                tell({"told": "born", "token": order["token"], "pid": pid})


def tell(news):
    os.write(4, json.dumps(news).encode() + b"\n")


def bury():
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        died = os.WIFSIGNALED(status)
        tell({"told": "gone", "pid": pid, "code": 0 if died else os.WEXITSTATUS(status), "signal": os.WTERMSIG(status) if died else 0})


def fork(libc, in_namespaces):
    if not in_namespaces:
        return os.fork()
    # As `unshare --user --pid --net --ipc --uts --fork --kill-child` does: no user is mapped, inside
    # everybody is nobody.
    flags = NEW_USER | NEW_PID | NEW_NET | NEW_IPC | NEW_UTS | signal.SIGCHLD
    call = {"x86_64": 56, "aarch64": 220}.get(os.uname().machine)
    pid = -1 if call is None else libc.syscall(*[ctypes.c_long(one) for one in (call, flags, 0, 0, 0, 0)])
    if pid < 0:
        # The order is answered: its streams never come, and its end does.
        pid = os.fork()
        if pid == 0:
            os._exit(1)
    return pid


def settle(libc, order, path, marker, numpy):
    """Makes of this fork what a process is that was started for the submission."""
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        libc.prctl(DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
        close_all()
        if order["inNamespaces"]:
            # A new program would have none: nobody's. A fork has all of those in its namespace.
            drop_capabilities(ctypes, libc)
            stand_first()
        folder = order["folder"]
        os.chdir(folder)
        mark(marker, os.path.basename(folder))
        for descriptor in (1, 2, 3, 4):
            connect(path, order["token"], descriptor)
        limit(order["limits"])
        if "numpy.random" in sys.modules:
            # Or all would draw the same. Newer ones load it when it is first used.
            numpy.random.seed()
    except BaseException:
        os._exit(1)


def close_all():
    """All but an empty stdin; the places of the others are taken until they are connected."""
    nothing = os.open("/dev/null", os.O_RDWR)
    for descriptor in (1, 2, 3, 4):
        os.dup2(nothing, descriptor)
    os.closerange(5, os.sysconf("SC_OPEN_MAX"))


def stand_first():
    """The first process of a namespace can hardly be ended by a signal: it waits, and the submission is the second."""
    pid = os.fork()
    if pid == 0:
        return
    while True:
        gone, status = os.wait()
        if gone == pid:
            os._exit(128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))


def connect(path, token, descriptor):
    stream = socket.socket(socket.AF_UNIX)
    stream.connect(path)
    stream.sendall((token + str(descriptor)).encode())
    os.dup2(stream.fileno(), descriptor)
    stream.close()


def limit(limits):
    for kind, most in (
        (resource.RLIMIT_CORE, limits["coreBytes"]),
        (resource.RLIMIT_FSIZE, limits["fileBytes"]),
        (resource.RLIMIT_DATA, limits.get("dataBytes")),
        (resource.RLIMIT_AS, limits.get("mappedBytes")),
        (resource.RLIMIT_STACK, limits.get("stackBytes")),
        (resource.RLIMIT_CPU, limits["cpuSeconds"]),
        (resource.RLIMIT_NOFILE, limits["descriptors"]),
        (resource.RLIMIT_NPROC, limits.get("processes")),
    ):
        if most is not None:
            resource.setrlimit(kind, (most, most))


NAME = b"ANNEAL_SCRATCH="


def place_of_marker(libc):
    """Where the system reads the environment by which the judge finds what has fled."""
    entries = ctypes.POINTER(ctypes.c_void_p).in_dll(libc, "environ")
    at = 0
    while entries[at]:
        if ctypes.string_at(entries[at]).startswith(NAME):
            return entries[at] + len(NAME)
        at += 1
    sys.exit("no " + NAME.decode() + " in the environment")


def mark(place, name):
    given = name.encode()
    if len(given) != len(ctypes.string_at(place)):
        raise ValueError(name)
    ctypes.memmove(place, given, len(given))
    os.environ["ANNEAL_SCRATCH"] = name
