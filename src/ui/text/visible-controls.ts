import { spellHidden } from '../../core/clean-text.ts'
import { codePointName } from '../../core/spell-character.ts'

/**
 * Makes what no terminal may obey visible in its place: where two texts are compared, leaving it out would
 * hide their difference. A tab is an arrow and three columns.
 */
export function visibleControls(text: string): string {
  const spelled = text.replaceAll('\t', '→   ').replace(JOINERS, codePointName)
  return spellHidden(spelled, (found) => {
    const code = found.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    return code === 0x7f ? '␡' : codePointName(found)
  })
}

/** They join letters, or not, and take no room. */
const JOINERS = /[\u200c\u200d]/g
