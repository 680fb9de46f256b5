import type { Language } from '../../core/exercise.ts'
import type { LanguageSupport } from '../protocol/language.ts'
import { cpp } from './cpp/cpp.ts'
import { javascript } from './node/js.ts'
import { typescript } from './node/ts.ts'
import { python } from './python/python.ts'

const SUPPORT: { readonly [L in Language]: LanguageSupport } = {
  ts: typescript,
  js: javascript,
  py: python,
  cpp,
}

export function supportFor(language: Language): LanguageSupport {
  return SUPPORT[language]
}

export function allLanguages(): readonly LanguageSupport[] {
  return Object.values(SUPPORT)
}

/** By the file's ending; `undefined` for a file in a language that Anneal does not run. */
export function languageOf(fileName: string): Language | undefined {
  return Object.values(SUPPORT).find((support) => fileName.endsWith(support.extension))?.language
}

/** Those for which an exercise has a reference and labelled submissions. */
export function ownLanguages(): readonly LanguageSupport[] {
  return allLanguages().filter((support) => support.variantOf === undefined)
}
