# diagnosis: last-value-alone
# from: reference.py
# -             out += padded[:, :, row:, column:][:, :, ::stride, ::stride][:, :, :h, :w]
# +             out = padded[:, :, row:, column:][:, :, ::stride, ::stride][:, :, :h, :w]
