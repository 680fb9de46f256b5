# Two masks on a copy.
def clip_by_value(grad, limit):
    clipped = grad.copy()
    clipped[clipped > limit] = limit
    clipped[clipped < -limit] = -limit
    return clipped
