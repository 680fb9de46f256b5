def receptive_field(layers):
    size = 1
    jump = 1
    for k, s, d in reversed(layers.astype(int).tolist()):
        size = s * size + (d * (k - 1) + 1 - s)
        jump *= s
    return {"size": size, "jump": jump}
