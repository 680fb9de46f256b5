# The middle one of -limit, x and limit.
def clip_by_value(grad, limit):
    return [sorted((-limit, float(x), limit))[1] for x in grad]
