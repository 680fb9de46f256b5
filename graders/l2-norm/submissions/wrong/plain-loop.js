// diagnosis: squares-not-scaled
export function l2Norm({ data }) {
  let squares = 0
  for (const x of data) squares += x * x
  return Math.sqrt(squares)
}
