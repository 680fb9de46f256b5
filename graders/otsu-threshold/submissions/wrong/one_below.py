# diagnosis: one-below+constant-is-minus-one
# from: reference.py
# -     return int(np.argmax(variance))
# +     return int(np.argmax(variance)) - 1
