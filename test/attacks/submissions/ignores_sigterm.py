# verdict: time-limit
# requestMs: 250
import signal

for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)


def mean_filter(image, ksize):
    while True:
        pass
