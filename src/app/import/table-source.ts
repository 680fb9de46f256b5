import { basename, extname } from 'node:path'
import { Problem } from '../../core/problem.ts'
import { htmlMarkdown } from '../../interop/anki/read/html-markdown.ts'
import { OCCLUSION, readNotes } from '../../interop/csv/read-notes.ts'
import { plainSource } from '../../interop/text/plain-source.ts'
import { momentHere } from '../moment-here.ts'
import type { ImportFile, ImportFormat } from './import-format.ts'
import { headText, readImportText } from './read-import-text.ts'

/** Tables of notes, as Anki writes text, and others theirs. */
export const NOTES_TABLE: ImportFormat = {
  name: 'csv',
  endings: ['.csv', '.tsv', '.txt'],
  holds: { en: 'notes as a table: Anki’s text, Quizlet', zh: '笔记表：Anki 的文本、Quizlet' },
  takes: (file) =>
    /\.(?:csv|tsv)$/.test(file.name) || (file.name.endsWith('.txt') && isTable(headText(file))),
  open: async (deps, file) => {
    const text = readImportText(file)
    const deck = readNotes(text, extname(file.name), textOfHtml)
    if (deck.notes.length === 0 && deck.remarks.every(({ message }) => message !== OCCLUSION))
      throw noNote(file)
    return plainSource(deck, {
      fileTitle: titleOfFile(file),
      momentAt: momentHere,
      isOurs: deps.content.cards.has,
    })
  },
}

function noNote({ path }: ImportFile): Problem {
  return new Problem(
    {
      en: `${path} has no row with a front and a back.`,
      zh: `${path} 中没有一行同时有正面和背面。`,
    },
    {
      remedy: {
        en: 'Part them by tabs or commas, or say in the first line how they are parted: #separator:semicolon.',
        zh: '请用制表符或逗号分隔，或在第一行写明分隔符：#separator:semicolon。',
      },
    },
  )
}

function isTable(head: string): boolean {
  return (
    /^\ufeff?#(?:separator|html|columns|deck|notetype|tags|guid column|if matches)\b/i.test(head) ||
    isTabbed(head)
  )
}

/** Most lines have a tab. */
function isTabbed(head: string): boolean {
  const lines = head
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.trim() !== '')
  return lines.length > 0 && 2 * lines.filter((line) => line.includes('\t')).length > lines.length
}

/** Images lie elsewhere: a table names them at most. */
function textOfHtml(html: string): string {
  return htmlMarkdown(html, { places: () => undefined, lists: 'plain', image: 'within' }).markdown
}

export function titleOfFile({ path }: ImportFile): string {
  return basename(path, extname(path)) || 'deck'
}
