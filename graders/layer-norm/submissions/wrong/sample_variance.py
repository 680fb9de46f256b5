# diagnosis: unbiased-variance
# from: accepted/in_f32.py
# -     var = x.var(axis=-1, keepdims=True)
# +     var = x.var(axis=-1, keepdims=True, ddof=1)
