def receptive_field(layers):
    """Upwards: each layer widens the field by the units that its kernel adds, at the jump of the layers before it."""
    size = jump = 1
    for kernel, stride, dilation in layers:
        size += (kernel - 1) * dilation * jump
        jump *= stride
    return {"size": int(size), "jump": int(jump)}
