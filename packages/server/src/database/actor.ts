/** An organisation's id: a UUID. It leads every key of every table. */
export type OrgId = string & { readonly orgId: unique symbol }

/** For whom a transaction runs. Row-level security shows it the rows of this organisation and no others. */
export type Actor = { readonly orgId: OrgId }
