import type { Text } from '../../../core/locale.ts'
import type { Signature } from '../../../core/signature.ts'
import { parametersIn } from '../../protocol/parameters-in.ts'
import { tellOtherOrder } from '../../words/other-order.ts'
import { arrayHolds } from '../../words/sentences.ts'

/** Parameters at other places than the signature's, or an array that is taken for its numbers. */
export function tellMistaken(code: string, name: string, { params }: Signature): Text | undefined {
  const heading = `(?:async +)?function\\s*\\*?\\s*${name}\\s*\\(|(?:const|let|var) +${name}\\b[^=;]*= *(?:async *)?(?:function[^(]*)?\\(`
  const given = parametersIn(code, new RegExp(`^(?:export +)?(?:${heading})`, 'gm'))
  const names = given?.map((one) => /^[\p{L}\p{N}_$]+/u.exec(one)?.[0])
  const wanted = params.map((one) => one.name)
  return (
    names &&
    (tellOtherOrder(wanted, names) ??
      tellBareArray(
        code,
        names.filter((_, at) => isArray(at)),
      ))
  )

  function isArray(at: number): boolean {
    return params[at]?.type.kind === 'array'
  }
}

/** One whose length or elements are asked for, or a method, of which it has none; and whose `data` never is. */
function tellBareArray(code: string, names: readonly (string | undefined)[]): Text | undefined {
  const found = names.find((name) => {
    if (name === undefined || name.includes('$')) return false
    const own = String.raw`(?<![\w$.])${name}`
    const asked = String.raw`${own}(?:\.length\b|\s*\.\s*\w+\(|\s*\[(?!\s*'))`
    const spread = String.raw`\bof +${own}\s*\)|[[(]\s*\.\.\.${name}(?![\w$.])|\bArray\.from\(${name}(?![\w$.])`
    const isBare = new RegExp(`${asked}|${spread}`)
    const isOpened = new RegExp(String.raw`${own}\s*\??\.\s*data\b|\}\s*=\s*${own}\b`)
    return isBare.test(code) && !isOpened.test(code)
  })
  return found === undefined ? undefined : arrayHolds(found)
}
