import type { Text } from '../../core/locale.ts'
import type { VerdictKind } from '../../core/verdict.ts'

export const VERDICT_NAMES: { readonly [K in VerdictKind | 'given-up']: Text } = {
  accepted: { en: 'Accepted', zh: '通过' },
  'wrong-answer': { en: 'Wrong answer', zh: '答案错误' },
  'invalid-output': { en: 'Invalid output', zh: '输出无效' },
  'runtime-error': { en: 'Runtime error', zh: '运行时错误' },
  'compile-error': { en: 'Does not compile', zh: '编译失败' },
  'time-limit': { en: 'Time limit', zh: '超时' },
  'memory-limit': { en: 'Memory limit', zh: '内存超限' },
  'output-limit': { en: 'Output limit', zh: '输出超限' },
  'too-slow': { en: 'Too slow', zh: '太慢' },
  'memory-budget': { en: 'Too much memory', zh: '内存占用过多' },
  inconclusive: { en: 'Inconclusive', zh: '无法判定' },
  'judge-error': { en: 'Grader broken', zh: '判题器故障' },
  'given-up': { en: 'Given up', zh: '已放弃' },
}
