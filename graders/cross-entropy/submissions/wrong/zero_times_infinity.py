# diagnosis: log-of-softmax
# from: accepted/one_hot.py
# -     log_p = shifted - np.log(total)
# +     log_p = np.log(e / total)
