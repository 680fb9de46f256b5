# diagnosis: derivatives-swapped-in-angle
# from: reference.py
# -     weak = np.pad((m > low) & is_maximum(m, gx, gy), 1)
# +     weak = np.pad((m > low) & is_maximum(m, gy, gx), 1)
