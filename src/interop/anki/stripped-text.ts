/** A field without its HTML, the names of its media kept: what Anki sorts notes by, and tells them apart with. */
export function strippedText(html: string): string {
  // What opens behind the last tag never closes, and each would be looked through to the end.
  const end = html.lastIndexOf('>') + 1
  return html
    .slice(0, end)
    .replace(/<[^>]*>/g, mediaName)
    .concat(html.slice(end))
    .replace(/&nbsp;/g, ' ')
    .replace(/&(lt|gt|amp|quot);/g, (_, name: keyof typeof NAMED) => NAMED[name])
    .trim()
}

function mediaName(tag: string): string {
  const [, name] = /^<img[^>]*src="([^"]*)"/i.exec(tag) ?? []
  return name === undefined ? '' : ` ${name} `
}

const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"' }
