import type { Exercise } from '../../../core/exercise.ts'
import type { Text } from '../../../core/locale.ts'
import type { SlowLoops } from '../../protocol/language.ts'
import { snakeCase } from '../../protocol/snake-case.ts'
import { elementByElement, WHOLE_ARRAYS } from './python-sentences.ts'

/** In Python a loop over the numbers of an array costs many times what numpy needs for them. */
export const pythonSlowLoops: SlowLoops = {
  watchFile: 'python-watch.py',
  watched,
  find,
  better: WHOLE_ARRAYS,
}

function watched(source: string, watch: string, { id, signature }: Exercise): string {
  const name = snakeCase(id)
  const ranks = signature.params.map(({ type }) => (type.kind === 'array' ? type.dims.length : 'None'))
  const lines = source.split('\n').length
  return `${source}\n\n${watch}\n${name} = _anneal_watch_loops(${name}, [${ranks.join(', ')}], ${lines})\n`
}

const SAID = /^anneal-loop: (\d+) ([A-Za-z_]\w*) (\d{1,3})$/gm

/** The last that it said. A process may say anything: the line must hold what is said of it. */
function find(said: string, source: string): Text | undefined {
  const [, line, array = '', percent] = [...said.matchAll(SAID)].at(-1) ?? []
  const text = source.split('\n')[Number(line) - 1]
  if (text === undefined || !new RegExp(`\\b${array}\\b\\s*\\[`).test(text)) return undefined
  return elementByElement({ line: Number(line), array, percent: Math.min(100, Number(percent)) })
}
