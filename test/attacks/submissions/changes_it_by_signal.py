# verdict: invalid-output
# message: A later call changed this result
# requestMs: 5000
import signal

held = []


def change(*_):
    # The newest may not have been told yet.
    for answer in held[:-1]:
        answer[:] = 0


signal.signal(signal.SIGALRM, change)
signal.setitimer(signal.ITIMER_REAL, 0.0001, 0.0001)


def mean_filter(image, ksize):
    held.append(right(image, ksize))
    return held[-1]
