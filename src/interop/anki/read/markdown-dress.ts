const [BOLD, UNBOLD, ITALIC, UNITALIC] = ['\u{f8000}', '\u{f8001}', '\u{f8002}', '\u{f8003}']
/** Where emphasis begins and ends, by its tag in HTML: characters that no text has, until `emphasised` reads them. */
export const EMPHASIS: { readonly [tag: string]: readonly [string, string] } = {
  b: [BOLD, UNBOLD],
  strong: [BOLD, UNBOLD],
  i: [ITALIC, UNITALIC],
  em: [ITALIC, UNITALIC],
}

/** Only where Markdown surely reads them: around words, with space, the end or Chinese beside them. */
export function emphasised(text: string): string {
  return text
    .replace(emphasis(BOLD, UNBOLD), '$1**$2**')
    .replace(emphasis(ITALIC, UNITALIC), '$1*$2*')
    .replace(/[\u{f8000}-\u{f8fff}]/gu, '')
}

function emphasis(opens: string, closes: string): RegExp {
  const han = String.raw`\p{Script=Han}`
  return new RegExp(
    String.raw`(^|[\s(${han}，。、：；？！（《“])${opens}([\p{L}\p{N}](?:[^\u{f8000}-\u{f8003}\n*]*[\p{L}\p{N}])?)${closes}(?=$|<br>|[\s.,;:!?)${han}，。、：；？！（）《》“”])`,
    'gmu',
  )
}

/** Without lines that say nothing. */
export function tidy(markdown: string): string {
  return withoutEnd(markdown)
    .replace(/(?:<br>\n?){1,100}(?=\n\n)/g, '')
    .replace(/^(?:\s|<br>)+/, '')
    .replace(/\n{3,}/g, '\n\n')
}

/** Without the breaks and spaces at its end. Expressions would look through all of it each time. */
export function withoutEnd(text: string): string {
  let trimmed = text.trimEnd()
  while (trimmed.endsWith('<br>')) trimmed = trimmed.slice(0, -4).trimEnd()
  return trimmed
}
