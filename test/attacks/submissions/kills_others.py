# verdict: accepted
# danger: signals
import ctypes, os


def reached_not():
    raise OSError


def mean_filter(image, ksize):
    libc = ctypes.CDLL(None, use_errno=True)
    for pid, number in ((int("{{victim}}"), 9), (int("{{judge}}"), 0)):
        for kill in (os.kill, lambda *args: libc.kill(*args) and reached_not(), lambda *args: libc.syscall(200, *args) and reached_not()):
            try:
                kill(pid, number)
            except OSError:
                continue
            reached("process %d" % pid)
    return right(image, ksize)
