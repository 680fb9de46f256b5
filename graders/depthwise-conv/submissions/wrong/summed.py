# diagnosis: channels-summed
# from: accepted/window_loop.py
# -             out[:, :, i, j] = (window * weight).sum(axis=(2, 3))
# +             out[:, :, i, j] = (window * weight).sum(axis=(1, 2, 3))[:, None]
