# diagnosis: alpha-zero-is-none
# from: accepted/as_torchvision.py
# -     if alpha >= 0:
# +     if alpha > 0:
