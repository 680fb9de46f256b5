import type { Text } from '../../../../core/locale.ts'
import type { Checks } from '../../../protocol/language.ts'
import { READS_UNSET } from '../../../words/sentences.ts'
import { withOwnLine } from './with-own-line.ts'

/** The first variable that the compiler warns of, where it is declared, or that there is one. */
export const tellUnset: Checks['tellUnset'] = (warnings, { fileName, source }) => {
  const place = new RegExp(`^(?:[^\\n]*[/ ])?${fileName.replace(/[.]/g, '\\.')}:(\\d{1,6}):`)
  const lines = warnings.split('\n')
  for (const [at, line] of lines.entries()) {
    const [, name = ''] = WARNING.exec(line) ?? []
    if (name === '') continue
    const notes = lines.slice(at + 1, at + NEAR).filter((one) => NOTE.test(one) && one.includes(`'${name}'`))
    const found = [...notes, line].map((one) => place.exec(one)?.[1]).find((one) => one !== undefined)
    const told = found && withOwnLine(Number(found), { fileName, source }, unset(name))
    if (told) return told
  }
  // What hangs on a clock answers otherwise too.
  return CHANCE.test(source) ? undefined : READS_UNSET
}

const CHANCE = /\b(?:time|clock\w*|s?rand\w*|chrono|thread)\b/
const WARNING =
  /: warning: (?:variable )?'([\w.:[\]<>]{1,60})' (?:is|may be) (?:used uninitialized|uninitialized when)/
const NOTE = /: note: .*(?:declared here|initialize the variable)/
/** The compiler shows the line in between. */
const NEAR = 8

function unset(name: string): Text {
  return {
    en: `declares ${name}, which is read before it has a value: what lies in memory then is chance.`,
    zh: `声明的 ${name} 还没有赋值就被读取：读到的是内存里碰巧留下的内容。`,
  }
}
