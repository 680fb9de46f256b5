# diagnosis: none
# from: accepted/in_f32.py
# -     mean = x.mean(axis=-1, keepdims=True)
# +     mean = np.median(x, axis=-1, keepdims=True)
