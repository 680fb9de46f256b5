// diagnosis: maximum-norm
export function l1Norm({ data }) {
  return Math.max(0, ...data.map(Math.abs))
}
