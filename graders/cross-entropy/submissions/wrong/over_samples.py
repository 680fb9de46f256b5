# diagnosis: softmax-over-samples
# from: accepted/one_hot.py
# -     shifted = logits - np.max(logits, axis=1, keepdims=True)
# +     shifted = logits - np.max(logits, axis=0)
# -     total = np.sum(e, axis=1, keepdims=True)
# +     total = np.sum(e, axis=0)
