// diagnosis: sum-of-squares
export function l2Norm({ data }) {
  const largest = data.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  if (largest === 0) return 0
  return largest * largest * data.reduce((sum, x) => sum + (x / largest) ** 2, 0)
}
