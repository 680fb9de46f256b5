# diagnosis: unreached-as-last
# from: reference.py
# -     return float(np.append(envelope, 0)[places].mean())
# +     return float(envelope[np.minimum(places, len(envelope) - 1)].mean()) if len(envelope) else 0.0
