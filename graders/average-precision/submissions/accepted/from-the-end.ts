// Backwards through the ranking, counting hits down: each level is paid when its recall is passed.
type Flags = { shape: readonly number[]; data: Uint8Array }
type Scores = { shape: readonly number[]; data: Float32Array }

export function averagePrecision(tp: Flags, scores: Scores, positives: number, method: string): number {
  const ranking = Array.from(scores.data, (score, index) => ({ score, index })).sort((a, b) => b.score - a.score)
  let hits = tp.data.reduce((sum, hit) => sum + hit, 0)
  let best = 0
  let sum = 0
  const levels = method === 'voc07' ? 11 : 101
  let level = levels - 1
  const pay = (recall: number) => {
    for (; level >= 0 && level / (levels - 1) > recall; level--) sum += best
  }
  for (let rank = ranking.length; rank > 0; rank--) {
    if (!tp.data[ranking[rank - 1].index]) continue
    if (method !== 'area') pay(hits / positives)
    best = Math.max(best, hits / rank)
    if (method === 'area') sum += best / positives
    hits--
  }
  if (method === 'area') return sum
  pay(-1)
  return sum / levels
}
