# verdict: time-limit
# everywhere: yes
# requestMs: 250
import os
import time


def mean_filter(image, ksize):
    for descriptor in (1, 2, 3, 4):
        os.close(descriptor)
    while True:
        time.sleep(100)
