import type { z } from 'zod'

/**
 * One thing that can be asked of the server, written once for the server, the web app and the documentation. Schemas
 * judge what is asked; `answer` says what comes back when it is not refused, and is missing where that is a file.
 */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: `/${string}`
  readonly summary: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer?: z.ZodType
  /** The status of an answer that is no refusal; 200 where none is named. */
  readonly status?: number
}

type PartName = 'params' | 'query' | 'body' | 'answer'
type Part<R extends Route, Name extends PartName> =
  R extends Readonly<Record<Name, infer Schema>> ? Schema : undefined
type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined

/** What a handler of the route is asked, read and judged. */
export type Asked<R extends Route> = {
  readonly params: Read<Part<R, 'params'>>
  readonly query: Read<Part<R, 'query'>>
  readonly body: Read<Part<R, 'body'>>
}

/** What the route answers when it does not refuse. */
export type AnswerOf<R extends Route> = Read<Part<R, 'answer'>>

/** The route's address with something in place of each parameter. */
export type AddressOf<R extends Route> = Filled<R['path']>
type Filled<Path extends string> = Path extends `${infer Before}:${string}/${infer After}`
  ? `${Before}${string}/${Filled<After>}`
  : Path extends `${infer Before}:${string}`
    ? `${Before}${string}`
    : Path

/** What is sent along with the address: a method that is not GET, and the query and body that the route has. */
export type Question<R extends Route> = (R['method'] extends 'GET'
  ? { readonly method?: 'GET' }
  : { readonly method: R['method'] }) &
  Has<'query', Sent<Part<R, 'query'>>> &
  Has<'body', Sent<Part<R, 'body'>>>
type Has<Name extends string, Value> = Value extends undefined ? unknown : Readonly<Record<Name, Value>>
