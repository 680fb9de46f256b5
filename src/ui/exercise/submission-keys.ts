import type { Submission } from '../../app/workspace.ts'
import { type Binding, type CommonEvent, go } from '../frame/key-table.ts'

/** To the learner's own input. */
export function trialKey(submission: Submission): Binding<CommonEvent> {
  return {
    keys: ['i'],
    help: { en: 'run on my own input', zh: '用自己的输入运行' },
    event: go({ kind: 'trial', submission }),
  }
}

/** Where to look at it costs nothing. */
export function solutionKey(submission: Submission): Binding<CommonEvent> {
  return {
    keys: ['g'],
    help: { en: 'solution', zh: '参考答案' },
    event: go({ kind: 'solution', submission }),
  }
}
