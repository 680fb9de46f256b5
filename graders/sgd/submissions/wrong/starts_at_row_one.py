# diagnosis: first-step-left-out
# from: reference.py
# -     for g in grads:
# +     for g in grads[1:]:
