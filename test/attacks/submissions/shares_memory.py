# verdict: accepted
# danger: start programs
import ctypes
import fcntl
import mmap
import os


def mean_filter(image, ksize):
    libc = ctypes.CDLL(None, use_errno=True)
    from multiprocessing import shared_memory, Semaphore

    for name, way in {
        "shared memory": lambda: shared_memory.SharedMemory(create=True, size=1000),
        "semaphore": lambda: Semaphore(1),
        "shared pages": lambda: mmap.mmap(-1, 1 << 20),
        "huge pages": lambda: mmap.mmap(-1, 1 << 21, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40000),
        "memfd": lambda: os.memfd_create("x"),
        "pipe": os.pipe,
        "owner": lambda: fcntl.fcntl(4, fcntl.F_SETOWN, os.getppid()),
        "lock": lambda: fcntl.flock(os.open(os.__file__, os.O_RDONLY), fcntl.LOCK_SH | fcntl.LOCK_NB),
        "lease": lambda: fcntl.fcntl(os.open(os.__file__, os.O_RDONLY), fcntl.F_SETLEASE, fcntl.F_RDLCK),
        "terminal": lambda: fcntl.ioctl(1, 0x5412, b"x"),
        "system V": lambda: libc.shmget(0x5EC, 4096, 0o1600) >= 0 or fail(),
        "queue": lambda: libc.syscall(240, b"x", 0o102, 0o600, None) >= 0 or fail(),
        "inotify": lambda: libc.inotify_add_watch(libc.inotify_init(), b"/usr/lib", 0xFFF) >= 0 or fail(),
        "word of what is put out of memory": lambda: os.posix_fadvise(os.open(os.__file__, os.O_RDONLY), 0, 0, os.POSIX_FADV_DONTNEED),
        "session": os.setsid,
        "scheduler": lambda: os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0)),
    }.items():
        try:
            way()
        except OSError:
            continue
        reached(name)
    return right(image, ksize)


def fail():
    raise OSError
