import type { AnkiTemplate } from '../../core/event.ts'

/** How Anki keeps a note type of a collection of schema 11: those of our own, and whatever came from Anki. */
export interface NoteType {
  readonly id: number
  readonly name: string
  /** 1 for cloze notes. */
  readonly type: 0 | 1
  readonly flds: readonly { readonly name: string }[]
  readonly tmpls: readonly { readonly name: string }[]
}

export type NoteTypeName = 'basic' | 'cloze'

const CSS = `.card {
    font-family: arial;
    font-size: 20px;
    line-height: 1.5;
    text-align: center;
    color: black;
    background-color: white;
}
.card ol, .card ul, .card pre { display: table; margin: 0.5em auto; text-align: left; }
.card pre { background: rgba(127, 127, 127, 0.15); padding: 0.5em; font-size: 16px; }
.card img { max-width: 100%; }
.cloze { font-weight: bold; color: blue; }
.nightMode .cloze { color: lightblue; }
.errata, .source, .remark { margin-top: 1em; font-size: 16px; opacity: 0.7; }
div[lang] + div[lang] { margin-top: 0.7em; }
`

const FIELDS = ['Front', 'Back', 'Errata', 'Source', 'Remarks']

const BELOW = FIELDS.slice(2)
  .map((name) => `{{#${name}}}<div class="${name.toLowerCase()}">{{${name}}}</div>{{/${name}}}`)
  .join('\n')

/** Numbered once and for all, so that Anki puts notes that come again to those that it has. */
export const NOTE_TYPES = {
  basic: ownNoteType(
    1_764_374_400_001,
    'Anneal',
    0,
    '{{Front}}',
    `{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}\n${BELOW}`,
  ),
  cloze: ownNoteType(
    1_764_374_400_002,
    'Anneal Cloze',
    1,
    '{{cloze:Front}}',
    `{{cloze:Front}}\n{{Back}}\n${BELOW}`,
  ),
} as const satisfies { readonly [N in NoteTypeName]: NoteType }

function ownNoteType(id: number, name: string, type: 0 | 1, question: string, answer: string): NoteType {
  const templates = [{ name: 'Card 1', question, answer }]
  return noteTypeOf({ id, name, type, fields: FIELDS, templates, css: CSS })
}

interface NoteTypePlan extends Pick<NoteType, 'id' | 'name' | 'type'> {
  readonly fields: readonly string[]
  readonly templates: readonly AnkiTemplate[]
  readonly css: string
}

/** With what Anki wants of it besides; never newer than what Anki has under the same number. */
export function noteTypeOf({ fields, templates, ...plan }: NoteTypePlan): NoteType {
  return {
    ...plan,
    ...{ mod: 0, usn: -1, sortf: 0, did: null },
    tmpls: templates.map(({ name, question, answer }, ord) => ({
      ...{ name, ord, qfmt: question, afmt: answer, did: null, bqfmt: '', bafmt: '' },
    })),
    flds: fields.map((name, ord) => ({ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20 })),
  }
}
