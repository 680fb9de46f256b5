import type { Instant } from '../../core/day.ts'
import type { Grading } from '../../core/grading.ts'
import type { Text } from '../../core/locale.ts'
import { encodeGrading } from '../../interop/hub/grading-codec.ts'
import type { Database } from '../database/database.ts'

/** Of a grading as it is kept. */
const MOST_BYTES = 2 ** 24

/** Who judged, and when. */
export interface Judged {
  readonly grading: Grading
  readonly worker: string
  readonly at: Instant
}

/** The first is kept, however often a submission was judged; of one that was deleted meanwhile, nothing. */
export async function recordJudgement(db: Database, submission: string, judged: Judged): Promise<void> {
  const { grading, worker, at } = judged
  const text = fitted(grading)
  await db.transaction(async (sql) => {
    // Held until the judgement stands: whoever deletes it waits, and deletes both.
    const waiting = await sql.query(
      'update submission set waiting = false where id = $1 and waiting returning id',
      [submission],
    )
    if (waiting.length === 0) return
    await sql.query('insert into judgement values ($1, $2, $3, $4, $5) on conflict do nothing', [
      submission,
      grading.verdict.kind,
      text,
      worker,
      at,
    ])
  })
}

/** Without the values of its case where those are more than anybody sends. */
function fitted(grading: Grading): string {
  const text = JSON.stringify(encodeGrading(grading))
  if (text.length <= MOST_BYTES) return text
  const { verdict } = grading
  const failure = 'failure' in verdict ? verdict.failure : undefined
  if (failure === undefined) return text
  const bare = { ...failure, args: [], expected: undefined, got: undefined, imageCase: undefined }
  return JSON.stringify(
    encodeGrading({ ...grading, verdict: { ...verdict, failure: bare } as typeof verdict }),
  )
}

/** The verdict where there is none: never the learner's fault. */
export function judgeError(language: Grading['language'], detail: Text): Grading {
  return {
    printedIn: 'all',
    verdict: { kind: 'judge-error', detail },
    remark: undefined,
    language,
    seed: '',
    stdout: '',
    stderr: '',
    elapsedMs: 0,
  }
}
