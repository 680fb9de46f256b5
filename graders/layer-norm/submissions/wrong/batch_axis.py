# diagnosis: features-over-the-batch
# from: accepted/in_f32.py
# -     mean = x.mean(axis=-1, keepdims=True)
# -     var = x.var(axis=-1, keepdims=True)
# +     mean = x.mean(axis=0)
# +     var = x.var(axis=0)
