/** A text as Markdown in which nothing of it is a mark: our readers show these letters. Its lines stay. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\\(?=[^A-Za-z0-9\s\p{L}]|$|\n)/gu, '\\\\')
      .replace(/[`*_[\]$|]/g, '\\$&')
      .replace(/&(?=#?\w{1,40};)/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      // An address is taken as it stands, with the backslashes that are none of it.
      .replace(/(https?|ftp):\/\/(?=\S{0,1000}[\\&])/gi, '$1:&#47;/')
      .replace(/www\.(?=\S{0,1000}[\\&])/gi, (www) => `${www.slice(0, 3)}&#46;`)
      .replace(/^([ \t]*)~(?=~)/gm, '$1&#126;')
      .replace(/^([ \t]*)#/gm, '$1\\#')
      .replace(/^([ \t]*)([-+=])/gm, (_, space: string, mark: string) => `${space}&#${mark.charCodeAt(0)};`)
      .replace(
        /^([ \t]*\d{1,9})([.)])(?=\s|$)/gm,
        (_, number: string, mark: string) => `${number}&#${mark.charCodeAt(0)};`,
      )
  )
}
