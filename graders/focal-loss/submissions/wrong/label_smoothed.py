# diagnosis: none
# from: accepted/as_torchvision.py
# -     x, t = logits, targets
# +     x, t = logits, 0.9 * targets + 0.05
