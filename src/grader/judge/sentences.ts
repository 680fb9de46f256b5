import type { Text } from '../../core/locale.ts'

/** All that the judge says to a learner, and what it calls the cases that it makes itself. */

export function randomCase(number: number): Text {
  return { en: `random ${number}`, zh: `随机 ${number}` }
}

export function madeSmaller(name: Text): Text {
  return { en: `from "${name.en}", made smaller`, zh: `由“${name.zh}”缩小而来` }
}

export const SPEED_TEST_INPUT: Text = { en: 'an input of the speed test', zh: '测速输入' }
