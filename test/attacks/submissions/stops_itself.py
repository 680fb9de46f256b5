# verdict: time-limit
# requestMs: 250
import os, signal


def mean_filter(image, ksize):
    os.kill(os.getpid(), signal.SIGSTOP)
    return right(image, ksize)
