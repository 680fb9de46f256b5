# diagnosis: none
# from: reference.py
# nobody asked for clipping
# -         velocity = mu * velocity + g
# +         g = np.clip(g, -1, 1)
# +         velocity = mu * velocity + g
