import { basicNote, type PlainDeck, type PlainNote } from './plain-note.ts'
import { withoutFrontMatter } from './without-front-matter.ts'

/** Notes of ankdown: the sides, and then tags, with a line `%` between them; a rule or `%%` behind each. */
export function readPercent(text: string): PlainDeck {
  const { lines, from, title } = withoutFrontMatter(text)
  const notes: PlainNote[] = []
  let fields: string[][] = [[]]
  let begun = from
  const finish = (next: number) => {
    const [front = [], back = [], tags = []] = fields
    const note = basicNote(begun, front.join('\n'), back.join('\n'))
    const { content } = note
    if (content.kind === 'basic' && content.prompt !== '' && content.answer !== '')
      notes.push({
        ...note,
        tags: tags
          .join(',')
          .split(/[,\s]+/)
          .filter((tag) => tag !== ''),
      })
    fields = [[]]
    begun = next
  }
  for (const [at, line] of lines.entries()) {
    if (/^(?:-{3,}|%%)\s*$/.test(line)) finish(at + from + 1)
    else if (line.trim() === '%') fields.push([])
    else {
      if (line.trim() !== '' && fields.length === 1 && fields[0]?.length === 0) begun = at + from
      fields.at(-1)?.push(line)
    }
  }
  finish(0)
  return { title, notes, remarks: [] }
}
