import { messageOf } from '../../core/error-message.ts'
import { type Text, verbatim } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'

/**
 * A mistake in the code of an exercise's author, told in one line with its place: neither the learner's nor
 * the judge's own.
 */
export class AuthorFault extends Error {
  override readonly name = 'AuthorFault'
  readonly text: Text

  constructor(text: Text, cause?: unknown) {
    super(text.en, { cause })
    this.text = text
  }
}

/** @param file where to look, unless what is thrown says it better. @throws AuthorFault that names the case */
export function inCase<T>(name: Text, file: string, make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (error instanceof Problem) throw error
    const [place, { en, zh }] = [placeOf(error) ?? file, textOf(error)]
    throw new AuthorFault(
      { en: `${place}, case "${name.en}": ${en}.`, zh: `${place}，用例“${name.zh}”：${zh}。` },
      error,
    )
  }
}

/** What the author is told of anything that is thrown; undefined where it was not thrown by the author's code. */
export function authorFaultOf(error: unknown): Text | undefined {
  if (error instanceof AuthorFault) return error.text
  const [place, { en, zh }] = [placeOf(error), textOf(error)]
  return place === undefined ? undefined : { en: `${place} throws: ${en}.`, zh: `${place} 抛出错误：${zh}。` }
}

/** `reference.ts:3`, of the innermost line that is the author's. */
function placeOf(error: unknown): string | undefined {
  const stack = error instanceof Error ? error.stack : undefined
  return /[\\/]graders[\\/][\w-]+[\\/]([\w-]+\.ts:\d+)/.exec(stack ?? '')?.[1]
}

function textOf(error: unknown): Text {
  if (error instanceof AuthorFault) return error.text
  const [message = ''] = messageOf(error).split('\n')
  return verbatim(message.replace(/\.$/, ''))
}
