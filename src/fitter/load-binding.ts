import { Problem } from '../core/problem.ts'

/** An optional dependency: without it everything but a fit works. */
export async function loadBinding(): Promise<typeof import('@open-spaced-repetition/binding')> {
  try {
    return await import('@open-spaced-repetition/binding')
  } catch (cause) {
    throw new Problem(
      {
        en: `The optimiser of FSRS cannot be loaded on ${process.platform}-${process.arch}.`,
        zh: `无法在 ${process.platform}-${process.arch} 上加载 FSRS 的优化程序。`,
      },
      {
        remedy: {
          en: 'Install anneal again without --omit=optional; the schedule goes on as it was.',
          zh: '请重新安装 anneal，不要加 --omit=optional；现有的调度不受影响。',
        },
        cause,
      },
    )
  }
}
