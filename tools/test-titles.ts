import { parseSync } from '@swc/core'

/**
 * The titles of the tests that a test file runs: the first argument of `test`, `it` and `describe`, also with `.each`
 * and the like. Skipped and planned ones prove nothing and are left out.
 */
export function titlesOf(text: string, { tsx = false } = {}): string[] {
  const titles: string[] = []
  visit(parseSync(text, { syntax: 'typescript', tsx }), titles)
  return titles
}

/** A node of the syntax tree, of which only calls matter here. */
type Node = Readonly<Record<string, unknown>>

function visit(value: unknown, titles: string[]): void {
  if (Array.isArray(value)) for (const item of value) visit(item, titles)
  if (!isNode(value)) return
  if (value.type === 'CallExpression') {
    const names = calleeOf(value.callee)
    if (names.some((name) => name === 'skip' || name === 'todo')) return
    const title = firstText(value.arguments)
    if (title !== undefined && ['test', 'it', 'describe'].includes(names[0] ?? '')) titles.push(title)
  }
  for (const child of Object.values(value)) visit(child, titles)
}

/** `test.each(rows)` → ['test', 'each'] */
function calleeOf(callee: unknown): string[] {
  if (!isNode(callee)) return []
  if (callee.type === 'Identifier') return [String(callee.value)]
  if (callee.type === 'MemberExpression') return [...calleeOf(callee.object), ...calleeOf(callee.property)]
  if (callee.type === 'CallExpression') return calleeOf(callee.callee)
  if (callee.type === 'TaggedTemplateExpression') return calleeOf(callee.tag)
  return []
}

function firstText(args: unknown): string | undefined {
  const first: unknown = Array.isArray(args) ? args[0] : undefined
  const expression = isNode(first) ? first.expression : undefined
  if (!isNode(expression)) return undefined
  if (expression.type === 'StringLiteral') return String(expression.value)
  if (expression.type !== 'TemplateLiteral' || !Array.isArray(expression.quasis)) return undefined
  return expression.quasis.map((quasi: unknown) => (isNode(quasi) ? String(quasi.raw) : '')).join('…')
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
