export type LatexReader = ReturnType<typeof createLatexReader>

/**
 * Tokens are commands with their backslash, whole numbers, `:=`, and single characters; spaces between them
 * are dropped.
 */
export function createLatexReader(latex: string) {
  const faults: string[] = []
  let at = 0

  function skipSpace(): void {
    while (/\s/.test(latex.charAt(at)) && at < latex.length) at++
  }

  function peek(): string | undefined {
    skipSpace()
    if (at >= latex.length) return undefined
    TOKEN.lastIndex = at
    return TOKEN.exec(latex)?.[0]
  }

  function take(): string | undefined {
    const token = peek()
    at += token?.length ?? 0
    return token
  }

  return {
    faults,
    peek,
    take,
    isAtEnd: () => peek() === undefined,

    /** One character, though a number would go on. */
    takeChar(): string {
      skipSpace()
      return latex.charAt(at++)
    },

    accept(token: string): boolean {
      if (peek() !== token) return false
      take()
      return true
    },

    /** The text between braces as it stands, or one token. */
    rawGroup(): string {
      skipSpace()
      if (latex.charAt(at) !== '{') return take() ?? ''
      const from = ++at
      for (let depth = 1; at < latex.length; at++) {
        const char = latex.charAt(at)
        if (char === '\\') at++
        else if (char === '{') depth++
        else if (char === '}' && --depth === 0) return plainText(latex.slice(from, at++))
      }
      complain('an opening brace is never closed')
      return plainText(latex.slice(from))
    },
    complain,
  }

  /** Each fault once. */
  function complain(fault: string): void {
    if (!faults.includes(fault)) faults.push(fault)
  }
}

const TOKEN = /\\(?:[A-Za-z]+|[\s\S])|\\|\d+(?:\.\d+)?|:=|[\s\S]/uy

function plainText(text: string): string {
  return text.replace(/\\([%#&_${}])/g, '$1')
}
