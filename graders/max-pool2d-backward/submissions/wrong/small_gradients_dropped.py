# diagnosis: none
# from: accepted/window_loop.py
# -         grad[n, c, top + row, left + column] += grad_out[n, c, i, j]
# +         grad[n, c, top + row, left + column] += max(grad_out[n, c, i, j], 0)
