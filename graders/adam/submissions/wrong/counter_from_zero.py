# diagnosis: step-counter-zero
# from: reference.py
# -     for t, g in enumerate(grads, start=1):
# +     for t, g in enumerate(grads):
