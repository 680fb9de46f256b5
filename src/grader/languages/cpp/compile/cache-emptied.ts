import { Problem } from '../../../../core/problem.ts'
import { codeOf } from '../../../../core/system-error.ts'

/** Somebody has removed what was kept while it was being used: it is made again. */
export class CacheEmptied extends Error {
  override readonly name = 'CacheEmptied'
}

export function isEmptied(error: unknown): boolean {
  return error instanceof CacheEmptied || codeOf(error) === 'ENOENT'
}

export function cacheEmptied(cacheRoot: string): Problem {
  return new Problem(
    {
      en: `${cacheRoot} is removed again and again while C++ is compiled.`,
      zh: `编译 C++ 时，${cacheRoot} 反复被删除。`,
    },
    { remedy: { en: 'Leave it alone, then submit again.', zh: '请不要动这个目录，然后重新提交。' } },
  )
}
