// verdict: compile-error
// message: The file cannot be loaded
// Whoever looks in its stack for a line of the file's own would never come to an end.
const error = new RangeError('')
error.stack = `RangeError: Maximum call stack size exceeded${'\n    at (node:(node:)'.repeat(60)} nowhere`
throw error

export function meanFilter(image: any, ksize: number): any {
  return right(image, ksize)
}
