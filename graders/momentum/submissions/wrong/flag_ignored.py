# diagnosis: nesterov-always
# from: reference.py
# -         params -= lr * (g + mu * velocity if nesterov else velocity)
# +         params -= lr * (g + mu * velocity)
