// verdict: time-limit
// requestMs: 250
for (;;) {}
