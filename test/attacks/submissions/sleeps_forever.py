# verdict: time-limit
# requestMs: 250
import time


def mean_filter(image, ksize):
    time.sleep(60)
