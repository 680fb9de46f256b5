# diagnosis: gradients-not-averaged
# from: reference.py
# -     d_logits /= len(x)
# +
