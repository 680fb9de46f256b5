// diagnosis: limit-ignored
export function clipByValue({ shape, data }) {
  return { shape, data: data.map((x) => Math.max(-1, Math.min(1, x))) }
}
