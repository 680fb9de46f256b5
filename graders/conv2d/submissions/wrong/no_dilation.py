# diagnosis: dilation-ignored
# from: reference.py
# -     span = [dilation * (length - 1) + 1 for length in weight.shape[2:]]
# -     windows = sliding_window_view(np.pad(x, sides), span, axis=(2, 3))
# -     windows = windows[:, :, ::stride, ::stride, ::dilation, ::dilation]
# +     windows = sliding_window_view(np.pad(x, sides), weight.shape[2:], axis=(2, 3))
# +     windows = windows[:, :, ::stride, ::stride]
