import type { Text } from './locale.ts'

/**
 * Something the user can put right; always says how. Only `cli/` prints one.
 * Anything else that is thrown is a bug and keeps its stack trace.
 */
export class Problem extends Error {
  /** By its name: each part of the built program has a class of its own, and catches what another throws. */
  static override [Symbol.hasInstance](value: unknown): value is Problem {
    return value instanceof Error && value.name === 'Problem'
  }

  override readonly name = 'Problem'
  /** In English, as `message` is: both are for logs and stacks. */
  readonly remedy: string
  readonly texts: { readonly message: Text; readonly remedy: Text }
  /** What is wrong and what to do about it, in one line. */
  readonly line: Text

  constructor(message: Text, { remedy, cause }: { readonly remedy: Text; readonly cause?: unknown }) {
    super(message.en, cause === undefined ? undefined : { cause })
    this.remedy = remedy.en
    this.texts = { message, remedy }
    this.line = { en: `${message.en} ${remedy.en}`, zh: message.zh + remedy.zh }
  }
}

/** What is the matter with something that a sentence names, and what to do about it. */
export interface KnownTrouble {
  readonly is: Text
  readonly remedy: Text
}

/** The remedy where a file of the program's own is missing. */
export const INSTALL_AGAIN: Text = {
  en: 'Install anneal again, or in a clone run npm run build.',
  zh: '请重新安装 anneal；若是克隆的仓库，请运行 npm run build。',
}

/** The remedy for a name that is not one of those that there are. */
export function chooseOf(names: readonly string[]): Text {
  return { en: `Choose one of: ${names.join(', ')}.`, zh: `可选：${names.join('、')}。` }
}
