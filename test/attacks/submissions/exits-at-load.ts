// verdict: compile-error
// message: exit code 0
process.exit(0)
