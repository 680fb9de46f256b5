# diagnosis: alpha-for-both+factor-held-constant
# from: accepted/as_torchvision.py
# -     grad = (1 - p_t) ** gamma * ((p - t) + gamma * p_t * ce * (1 - 2 * t))
# +     grad = (1 - p_t) ** gamma * (p - t)
# -         alpha_t = alpha * t + (1 - alpha) * (1 - t)
# -         loss, grad = alpha_t * loss, alpha_t * grad
# +         loss, grad = alpha * loss, alpha * grad
