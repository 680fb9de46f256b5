# diagnosis: ties-dropped
# from: reference.py
# -     return np.where(flat, (m > left) & (m >= right), np.where(steep, (m > above) & (m >= below), diagonal))
# +     return np.where(flat, (m > left) & (m > right), np.where(steep, (m > above) & (m > below), diagonal))
