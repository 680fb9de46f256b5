import type { Text } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import { indent, type Line, line } from '../text/line.ts'
import type { Block } from '../text/side-by-side.ts'
import { wrap } from '../text/wrap.ts'

/** A figure under its name. */
export function section(title: Text, { say }: Around, body: Block): Block {
  return (width) => [
    ...wrap([{ text: say(title), tone: 'heading' }], width),
    ...indent(body(width - INDENT), INDENT),
  ]
}

const INDENT = 2

export function nothingYet({ say }: Around): readonly Line[] {
  return [line(say({ en: 'nothing yet', zh: '还没有数据' }), 'hint')]
}
