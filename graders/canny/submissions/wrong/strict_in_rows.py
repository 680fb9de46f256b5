# diagnosis: ties-dropped-in-rows
# from: reference.py
# -     return np.where(flat, (m > left) & (m >= right), np.where(steep, (m > above) & (m >= below), diagonal))
# +     return np.where(flat, (m > left) & (m > right), np.where(steep, (m > above) & (m >= below), diagonal))
