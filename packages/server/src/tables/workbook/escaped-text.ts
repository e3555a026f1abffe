/**
 * The text of a cell as the format writes it: `_x000D_` stands for U+000D, since XML cannot hold every character,
 * and `_x005F_` for an underscore that would otherwise start such a sign (ECMA-376, ST_Xstring).
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

export function escapeText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
