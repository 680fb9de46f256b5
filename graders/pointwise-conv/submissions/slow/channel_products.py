# Right, but every product of a weight and a plane is held before they are added.
def pointwise_conv(x, weight):
    return (weight[None, :, :, None, None] * x[:, None]).sum(axis=2)
