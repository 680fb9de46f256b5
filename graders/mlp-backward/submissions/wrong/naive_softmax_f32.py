# diagnosis: maximum-not-subtracted
# from: accepted/one_hot_f32.py
# -     z = z - z.max(axis=1, keepdims=True)
# +
