# diagnosis: channels-written-last
# from: accepted/channels_moved_last.py
# -     return np.moveaxis((pixels @ weight.T).reshape(n, h, w, -1), -1, 1)
# +     return (pixels @ weight.T).reshape(n, len(weight), h, w)
