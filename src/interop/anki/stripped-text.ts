/** A field without its HTML, the names of its media kept: what Anki sorts notes by, and tells them apart with. */
export function strippedText(html: string): string {
  return html
    .replace(/<img[^>]*src="([^"]*)"[^>]*>/gi, ' $1 ')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&(lt|gt|amp|quot);/g, (_, name: keyof typeof NAMED) => NAMED[name])
    .trim()
}

const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"' }
