# verdict: invalid-output
# message: A later call changed this result
import signal

held = []


def change(*_):
    for answer in held:
        answer[:] = 0


signal.signal(signal.SIGALRM, change)


def mean_filter(image, ksize):
    held.append(right(image, ksize))
    signal.setitimer(signal.ITIMER_REAL, 0.001)
    return held[-1]
