# verdict: too-slow
# budget: yes
# Remembers answers by their input. Each input of a measurement is new: the memory is never asked twice.
known = {}


def mean_filter(image, ksize):
    key = (ksize, image.shape, image.tobytes())
    if key not in known:
        known[key] = right(image, ksize)
    return known[key].copy()
