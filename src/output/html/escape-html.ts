import { spellHidden } from '../../core/clean-text.ts'

/** A text as it may stand in an element or an attribute. */
export function escapeHtml(text: string): string {
  return spellHidden(text, () => '').replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
