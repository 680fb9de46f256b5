import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'

/** A file for `anneal import`; its name's ending chooses the format. */
export interface Sample {
  readonly name: string
  readonly bytes: Uint8Array
}

export type Entries = { readonly [name: string]: Uint8Array }

const FIXTURES = 'test/interop/anki/fixtures'

export const PACKAGES = ['latest.apkg', 'legacy-1.apkg', 'legacy-2.apkg', 'whole.colpkg'].map(
  (name): Sample & { readonly entries: Entries } => {
    const bytes = readFileSync(join(FIXTURES, name))
    return { name, bytes, entries: unzipSync(bytes) }
  },
)

const HASHCARDS = {
  cards: [
    {
      hash: 'a',
      familyHash: null,
      deckName: 'G',
      location: { lineStart: 1 },
      content: { cloze: { text: 'abc', start: 0, end: 1 } },
    },
    {
      hash: 'b',
      familyHash: null,
      deckName: 'G',
      location: { lineStart: 3 },
      content: { basic: { question: 'q', answer: 'a' } },
    },
  ],
  sessions: [{ reviews: [{ hash: 'a', reviewedAt: '2025-10-05T14:30:15.123', grade: 'good' }] }],
}
const DUMP = `{"format":"anneal-dump","version":1,"at":"x",
"files":[
{"path":"d.md","text":"Q: x\\nA: y\\n"},
{"path":"p.png","base64":"iQABAv8="}
],
"log":[
{"id":"01HXXXXXXXXXXXXXXXXXXXXXXX","device":"d","kind":"review","version":1,"at":1700000000000,"offsetMin":0,"subject":"a/b","body":{"rating":"good","durationMs":1}},
{"id":"01HXXXXXXXXXXXXXXXXXXXXXXY","device":"d","kind":"suspend","version":1,"at":1700000000001,"offsetMin":0,"subject":"a/b","body":{}}
]}
`

export const TEXTS = [
  ['f.md', '#flashcards/physics\nforce::newton\n<!--SR:!2026-12-16,51,230-->\nA ==part== of it\n'],
  ['f.md', '---\ntitle: T\n---\n## a/b\nimage: p.png\nsource: s\nQ: x $x^2$\nA: y\n\nC: a [b] and [c]\n'],
  [
    'f.txt',
    '#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\nabc\tX::Y\t<b>q</b>\ta\tone\n',
  ],
  ['f.csv', 'card_id,review_time,review_rating\nphysics/x,1700000000000,3\n17,1700300000000,1\n'],
  ['f.csv', '#separator:comma\n#deck column:1\n"G","a ""b""","<i>c</i>"\n'],
  ['f.json', DUMP],
  ['f.json', JSON.stringify(HASHCARDS)],
].map(([name = '', text = '']): Sample => ({ name, bytes: Buffer.from(text) }))
