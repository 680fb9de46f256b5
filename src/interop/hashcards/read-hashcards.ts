import * as v from 'valibot'
import type { Rating } from '../../core/rating.ts'
import { hideParts } from '../text/hide-parts.ts'
import { basicNote, type PlainDeck, type PlainNote, type PlainReview } from '../text/plain-note.ts'

/**
 * What `hashcards export` writes, of version 0.3 on; it has both the texts and the reviews, by the hash of a
 * card's text.
 */
const EXPORT = v.object({
  cards: v.array(
    v.object({
      hash: v.string(),
      familyHash: v.nullable(v.string()),
      deckName: v.string(),
      location: v.object({ lineStart: v.number() }),
      content: v.union([
        v.object({ basic: v.object({ question: v.string(), answer: v.string() }) }),
        v.object({ cloze: v.object({ text: v.string(), start: v.number(), end: v.number() }) }),
      ]),
    }),
  ),
  sessions: v.array(
    v.object({
      reviews: v.array(v.object({ hash: v.string(), reviewedAt: v.string(), grade: v.string() })),
    }),
  ),
})

type ExportedCard = v.InferOutput<typeof EXPORT>['cards'][number]

const GRADES: { readonly [grade: string]: Rating } = {
  forgot: 'again',
  hard: 'hard',
  good: 'good',
  easy: 'easy',
}

/** Undefined for JSON of something else. */
export function readHashcards(json: unknown): PlainDeck | undefined {
  const parsed = v.safeParse(EXPORT, json)
  if (!parsed.success) return undefined
  const { cards, sessions } = parsed.output
  const reviews = Map.groupBy(
    sessions.flatMap((session) => session.reviews),
    ({ hash }) => hash,
  )
  const reviewsOf = ({ hash }: ExportedCard, part: number): readonly PlainReview[] =>
    (reviews.get(hash) ?? []).flatMap(({ reviewedAt, grade }) => {
      // Without a zone: the learner's own clock.
      const at = Date.parse(reviewedAt)
      const rating = GRADES[grade.toLowerCase()]
      return Number.isNaN(at) || rating === undefined ? [] : [{ part, at, rating, durationMs: 0 }]
    })
  const notes = [...Map.groupBy(cards, ({ hash, familyHash }) => familyHash ?? hash)].map(([guid, family]) =>
    noteOf(guid, family, reviewsOf),
  )
  return { title: undefined, notes, remarks: [] }
}

function noteOf(
  guid: string,
  family: readonly ExportedCard[],
  reviewsOf: (card: ExportedCard, part: number) => readonly PlainReview[],
): PlainNote {
  const inOrder = family.toSorted((one, other) => startOf(one) - startOf(other))
  const [first] = inOrder
  const { content, deckName, location } = first as ExportedCard
  const note = { ...basicNote(location.lineStart, '', ''), guid, deck: deckName }
  const reviews = inOrder.flatMap(reviewsOf)
  if ('basic' in content) {
    const { question, answer } = content.basic
    return { ...note, content: { kind: 'basic', prompt: question, answer }, reviews }
  }
  return { ...note, content: { kind: 'cloze', text: clozeOf(content.cloze.text, inOrder) }, reviews }
}

function startOf({ content }: ExportedCard): number {
  return 'cloze' in content ? content.cloze.start : 0
}

/** Places count bytes, the last one included. */
function clozeOf(text: string, cards: readonly ExportedCard[]): string {
  const bytes = Buffer.from(text)
  const slice = (from: number, to?: number) => bytes.subarray(from, to).toString()
  let from = 0
  const stretches = cards.flatMap(({ content }, at) => {
    if (!('cloze' in content)) return []
    const { start, end } = content.cloze
    const before = slice(from, start)
    from = end + 1
    return [
      { text: before, number: undefined },
      { text: slice(start, end + 1), number: at + 1 },
    ]
  })
  return hideParts([...stretches, { text: slice(from), number: undefined }])
}
