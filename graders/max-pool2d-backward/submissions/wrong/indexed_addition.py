# diagnosis: overwritten
# from: reference.py
# an addition on an index array happens once where an index occurs twice
# -     np.add.at(grad, (image[..., None, None], channel[..., None, None], row, column), grad_out)
# +     grad[image[..., None, None], channel[..., None, None], row, column] += grad_out
