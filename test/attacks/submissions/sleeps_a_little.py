# verdict: time-limit
# everywhere: yes
# requestMs: 200
# In each case less than the limit: in all it holds the judge for as long as one that never answers.
import time


def mean_filter(image, ksize):
    time.sleep(0.25)
    return right(image, ksize)
