# diagnosis: nesterov-without-gradient
# from: reference.py
# -         params -= lr * (g + mu * velocity if nesterov else velocity)
# +         params -= lr * (mu * velocity if nesterov else velocity)
