/**
 * The texts of a function's parameters; undefined where no such heading is found.
 * @param code alone
 * @param heading up to the parenthesis, global: the last one counts
 */
export function parametersIn(code: string, heading: RegExp): readonly string[] | undefined {
  const [found] = [...code.matchAll(heading)].slice(-1)
  return found && listFrom(code.slice(found.index + found[0].length))
}

/** Up to the parenthesis that closes the list, cut at the commas that stand in no brackets of its own. */
function listFrom(text: string): readonly string[] | undefined {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (const { 0: mark, index } of text.matchAll(/=>|[()[\]{}<>,]/g)) {
    if (depth === 0 && (mark === ',' || mark === ')')) {
      parts.push(text.slice(from, index).trim())
      from = index + 1
      if (mark === ')') return parts.filter((part) => part !== '')
    }
    if ('([{<'.includes(mark)) depth++
    else if (')]}>'.includes(mark)) depth--
  }
  return undefined
}
