# verdict: output-limit
import os


def mean_filter(image, ksize):
    while True:
        os.write(2, b"x" * 1000)
