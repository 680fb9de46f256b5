# diagnosis: alpha-on-the-square+eps-inside-root
# from: accepted/wholly_f32.py
# -         v *= alpha
# -         v += rest * (g * g)
# -         w -= lr * g / (np.sqrt(v) + eps)
# +         v *= rest
# +         v += alpha * (g * g)
# +         w -= lr * g / np.sqrt(v + eps)
