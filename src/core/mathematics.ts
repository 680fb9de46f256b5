import { layOut } from './mathematics/lay-out.ts'
import { parseLatex } from './mathematics/parse-latex.ts'

/**
 * A formula in one line of Unicode: `\frac{1}{\sqrt{d_k}}` gives `1/√dₖ`. Never throws; what it does not know
 * stands as text.
 */
export function renderMath(latex: string): string {
  return layOut(parseLatex(latex).node, 'inline').box.lines.join(' ').trim()
}

/** A formula over as many lines as it wants, without space around it. Each line is at most as wide as the widest. */
export function layoutMath(latex: string): readonly string[] {
  const lines = layOut(parseLatex(latex).node, 'display').box.lines.map((line) => line.trimEnd())
  const indent = Math.min(...lines.filter((line) => line !== '').map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0))
}

/** What an author must mend in a formula: unknown commands, braces that do not close, missing arguments. */
export function mathFaults(latex: string): readonly string[] {
  return parseLatex(latex).faults
}
