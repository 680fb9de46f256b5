# verdict: time-limit
# requestMs: 500
while True:
    pass
