# verdict: time-limit
# everywhere: yes
# requestMs: 300
# In each case less than the limit: in all it holds the judge for as long as one that never answers.
import time


def mean_filter(image, ksize):
    time.sleep(0.4)
    return right(image, ksize)
