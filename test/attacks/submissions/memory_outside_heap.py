# Shared pages are in nobody's account: there are none.
# verdict: runtime-error
# message: PermissionError
# requestMs: 5000
import mmap


def mean_filter(image, ksize):
    held = []
    while True:
        held.append(mmap.mmap(-1, 2 * 10**7))
        held[-1].write(b"x" * (2 * 10**7))
