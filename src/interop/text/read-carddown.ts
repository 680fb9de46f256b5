import { basicNote, type PlainDeck, type PlainNote } from './plain-note.ts'
import { withoutFrontMatter } from './without-front-matter.ts'

const MARK = /#flashcard\b|🧠/u
const TAG = /#([\w-]+)/g
const END = /^\s*(?:-\s*-\s*-|\*\s*\*\s*\*)\s*$/

/**
 * Notes of carddown and NeuraCache: `prompt : answer #flashcard #tag`, or `prompt #flashcard` with the answer
 * below, up to a rule.
 */
export function readCarddown(text: string): PlainDeck {
  const { lines, from, title } = withoutFrontMatter(text)
  if (text.includes('@carddown-ignore')) return { title, notes: [], remarks: [] }
  const notes: PlainNote[] = []
  const remarks: { line: number; message: typeof UNENDED }[] = []
  let open: { readonly line: number; readonly prompt: string; readonly tags: readonly string[] } | undefined
  let answer: string[] = []
  for (const [at, line] of lines.entries()) {
    const number = at + from
    if (MARK.test(line)) {
      if (open !== undefined) remarks.push({ line: open.line, message: UNENDED })
      open = undefined
      const [, prompt = '', behind = ''] = /^(.+?)\s*:\s*(.+)$/.exec(line) ?? []
      if (untagged(behind) !== '')
        notes.push({ ...basicNote(number, prompt, untagged(behind)), tags: tagsIn(behind) })
      else if (untagged(line) !== '') open = { line: number, prompt: untagged(line), tags: tagsIn(line) }
      answer = []
    } else if (open !== undefined && END.test(line)) {
      notes.push({ ...basicNote(open.line, open.prompt, answer.join('\n')), tags: open.tags })
      open = undefined
    } else if (open !== undefined) answer.push(line)
  }
  if (open !== undefined) remarks.push({ line: open.line, message: UNENDED })
  return { title, notes, remarks }
}

const UNENDED = {
  en: 'No line of three dashes ends this card; it is left out.',
  zh: '没有一行三个短横线来结束这张卡片，已略去。',
}

/** What stands before the mark and its tags. */
function untagged(line: string): string {
  const end = [line.indexOf('🧠'), line.search(/(?:^|\s)#[\w-]/)].filter((at) => at >= 0)
  return line.slice(0, Math.min(line.length, ...end)).trim()
}

function tagsIn(line: string): readonly string[] {
  return [...line.matchAll(TAG)].map(([, tag = '']) => tag).filter((tag) => tag !== 'flashcard')
}
