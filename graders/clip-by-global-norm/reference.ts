import type { Nd } from '#kit'

export interface GloballyClipped {
  readonly grads: Nd<'f32'>
  readonly norm: number
}

/** As torch.nn.utils.clip_grad_norm_, without its 1e-6: the norm of all layers is that of one vector, so that their sizes do not matter. */
export function clipByGlobalNorm(
  { shape, data }: Nd<'f32'>,
  _sizes: Nd<'i32'>,
  limit: number,
): GloballyClipped {
  const norm = Math.sqrt(data.reduce((sum, x) => sum + x * x, 0))
  return { grads: { shape, data: data.map((x) => x * (limit / Math.max(norm, limit))) }, norm }
}
