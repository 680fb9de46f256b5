# diagnosis: none
# from: reference.py
# a divergence cannot be negative
# -         return np.sum(p[possible] * np.log(p[possible] / q[possible]))
# +         return np.sum(np.abs(p[possible] * np.log(p[possible] / q[possible])))
