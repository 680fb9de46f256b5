# diagnosis: eleven-point
# from: accepted/plain_python.py
# -     index = np.searchsorted(tp / total, np.linspace(0, 1, 101))
# +     index = np.searchsorted(tp / total, np.linspace(0, 1, 11))
