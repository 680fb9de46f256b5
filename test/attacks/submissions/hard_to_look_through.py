# verdict: compile-error
# message: has no function mean_filter
# Whoever looks in it for a function that is called otherwise would never come to an end.
HELP = (
"""
\\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha \\alpha 
""".strip())
