import { parseCloze } from '../core/cloze.ts'
import { hasGroupTitle } from '../core/group-title.ts'
import { verbatim } from '../core/locale.ts'
import { lintChinese, lintEnglish, lintLength } from './lint-text.ts'
import type { Complain } from './note-kinds.ts'
import type { ScannedDeck } from './scan-deck.ts'
import type { ScannedNote } from './scan-note.ts'
import { splitOptions, splitSteps } from './split-list.ts'

/** What the program's own decks must have beyond what the parser asks for. In English: it is for their authors. */
export function lintShipped(deck: ScannedDeck, complain: Complain): void {
  for (const name of ['title', 'title.zh', 'group']) {
    if (!deck.front.get(name)?.text) complain(1, verbatim(`The front matter has no ${name}; add it.`))
  }
  const group = deck.front.get('group')
  if (group?.text && !hasGroupTitle(group.text))
    complain(
      group.line,
      verbatim(`The group ${group.text} has no title; add one to src/core/group-title.ts.`),
    )
  if (deck.notes.length === 0) complain(1, verbatim('The deck has no notes; begin one with ## deck/slug.'))
  for (const note of deck.notes) lintNote(note, complain)
}

const IN_BOTH_LANGUAGES = ['Q', 'A', 'C', 'errata'] as const

function lintNote(note: ScannedNote, complain: Complain): void {
  if (note.heading === undefined)
    complain(note.line, verbatim('The note has no id; begin it with ## deck/slug.'))
  if (!note.fields.get('source')?.text)
    complain(
      note.line,
      verbatim('The note has no source; add source: with paper and section, or library and function.'),
    )
  if (!note.fields.get('tags')?.text)
    complain(note.line, verbatim('The note has no tags; add tags: separated by commas.'))
  for (const name of IN_BOTH_LANGUAGES) lintPair(note, name, complain)
  lintLists(note, complain)
  lintNumbering(note, complain)
  for (const [name, field] of note.fields) {
    lintLength(name, field, complain)
    if (name.endsWith('.zh')) lintChinese(name, field, complain)
    else if (IN_BOTH_LANGUAGES.some((pair) => pair === name)) lintEnglish(name, field, complain)
  }
}

function lintPair(note: ScannedNote, name: (typeof IN_BOTH_LANGUAGES)[number], complain: Complain): void {
  const en = note.fields.get(name)
  const zh = note.fields.get(`${name}.zh`)
  if (en?.text && !zh?.text)
    complain(en.line, verbatim(`The note has ${name} but no ${name}.zh; translate it.`))
  if (zh?.text && !en?.text)
    complain(zh.line, verbatim(`The note has ${name}.zh but no ${name}; translate it.`))
}

/** The parser lets one language borrow the other's list. */
function lintLists(note: ScannedNote, complain: Complain): void {
  const [en, zh] = [note.fields.get('Q'), note.fields.get('Q.zh')]
  if (!en?.text || !zh?.text) return
  const count = (text: string) => splitOptions(text).items.length
  if ((count(en.text) === 0) !== (count(zh.text) === 0)) {
    complain(zh.line, verbatim('Only one language lists the options; list them in both.'))
  }
  const steps = (text: string) => splitSteps(text).items.length
  if (!note.fields.has('answer') && count(en.text) === 0 && steps(en.text) > 1 !== steps(zh.text) > 1) {
    complain(zh.line, verbatim('Only one language lists the steps; list them in both.'))
  }
}

/** Without numbers the languages might hide different parts, since their orders differ. */
function lintNumbering(note: ScannedNote, complain: Complain): void {
  for (const name of ['C', 'C.zh'] as const) {
    const field = note.fields.get(name)
    if (field === undefined) continue
    const { parts } = parseCloze(field.text)
    const count = parts.filter(({ kind }) => kind === 'hidden').length
    const numbered = field.text.match(/\[\s?\d{1,3}[:：]/g)?.length ?? 0
    if (count > 1 && numbered === 0)
      complain(field.line, verbatim(`${name} hides several parts without numbers; number them as in [1: …].`))
  }
}
