# verdict: time-limit
import time


def mean_filter(image, ksize):
    time.sleep(60)
