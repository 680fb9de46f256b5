# Scaled by the largest magnitude before squaring, as LAPACK does.
def clip_by_norm(grad, limit):
    values = [float(x) for x in grad]
    largest = max(map(abs, values), default=0.0)
    if largest == 0:
        return values
    norm = largest * sum((x / largest) ** 2 for x in values) ** 0.5
    return [x * min(1.0, limit / norm) for x in values]
