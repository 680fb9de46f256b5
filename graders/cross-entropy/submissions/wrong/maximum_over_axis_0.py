# diagnosis: maximum-of-each-class+constant-inside-log
# from: accepted/one_hot.py
# -     shifted = logits - np.max(logits, axis=1, keepdims=True)
# +     shifted = logits - np.max(logits, axis=0)
# -     log_p = shifted - np.log(total)
# +     log_p = np.log(e / total + 1e-12)
