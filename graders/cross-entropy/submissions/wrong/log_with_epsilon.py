# diagnosis: constant-inside-log
# from: accepted/one_hot.py
# -     log_p = shifted - np.log(total)
# +     log_p = np.log(e / total + 1e-8)
