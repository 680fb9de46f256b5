// diagnosis: mean-magnitude+rounded-to-4
export function l1Norm({ data }) {
  if (data.length === 0) return 0
  const mean = data.reduce((sum, x) => sum + Math.abs(x), 0) / data.length
  return Math.round(mean * 1e4) / 1e4
}
