import {
  type Argon2Parameters,
  type Bytes,
  bind,
  hkdf,
  importAesKey,
  joinBytes,
  keyLength,
  openBox,
  randomBytes,
  sameBytes,
  sealBox,
  stretchPassphrase,
  toBase64url,
} from '../primitives/index.ts'
import { slotCount, slotTextLength, type VaultImage } from './vault-image.ts'

/** What a slot is for. Where it lies in the file is drawn anew at every writing. */
export const slotRoles = ['passphrase', 'recovery', 'duress', 'reserve'] as const
export type SlotRole = (typeof slotRoles)[number]

/**
 * What an open vault knows: its data key, and the key of each slot, so that all slots can be sealed anew although only
 * one secret was typed. The key of an unused slot is random and known to no one else.
 */
export type VaultContents = { readonly dataKey: Bytes; readonly slotKeys: Readonly<Record<SlotRole, Bytes>> }

export type OpenedSlot =
  | { readonly state: 'real'; readonly contents: VaultContents }
  | { readonly state: 'duress' }
  | { readonly state: 'none' }

type Lock = Pick<VaultImage, 'salt' | 'parameters'>

/** The slot key that a secret gives: one run of Argon2id, whatever the number of slots. */
export async function deriveSlotKey(secret: string, { salt, parameters }: Lock): Promise<Bytes> {
  const stretched = await stretchPassphrase(secret, salt, parameters)
  return hkdf(stretched, salt, bind('sathi vault slot key 1'), keyLength)
}

/** Contents with a new data key and no slot in use but those named. */
export function newContents(used: Partial<Record<SlotRole, Bytes>>): VaultContents {
  const slotKey = (role: SlotRole) => used[role] ?? randomBytes(keyLength)
  return {
    dataKey: randomBytes(keyLength),
    slotKeys: {
      passphrase: slotKey('passphrase'),
      recovery: slotKey('recovery'),
      duress: slotKey('duress'),
      reserve: slotKey('reserve'),
    },
  }
}

const [real, duress] = [1, 2]

/** All four slots, each sealed anew under its key, in an order drawn anew. */
export async function sealSlots(contents: VaultContents, lock: Lock): Promise<Bytes[]> {
  const slots = await Promise.all(
    slotRoles.map(async (role) => {
      const text = role === 'duress' ? duressText() : realText(contents)
      return sealBox(await importAesKey(contents.slotKeys[role]), text, boundTo(lock))
    }),
  )
  return inRandomOrder(slots)
}

/** Tries the key on every slot, also after one has opened. */
export async function openSlots(slots: readonly Bytes[], slotKey: Bytes, lock: Lock): Promise<OpenedSlot> {
  const key = await importAesKey(slotKey)
  const tried = await Promise.all(slots.map((slot) => openBox(key, slot, boundTo(lock))))
  const text = tried.find((answer) => answer.state === 'open')?.value
  if (text === undefined || text.length !== slotTextLength) return { state: 'none' }
  return text[0] === duress ? { state: 'duress' } : { state: 'real', contents: readReal(text) }
}

/** Which slot a key is the key of. */
export function roleOf(slotKey: Bytes, contents: VaultContents): SlotRole {
  return slotRoles.find((role) => sameBytes(slotKey, contents.slotKeys[role])) ?? 'reserve'
}

function realText({ dataKey, slotKeys }: VaultContents): Bytes {
  const text = new Uint8Array(slotTextLength)
  text[0] = real
  text.set(joinBytes(dataKey, ...slotRoles.map((role) => slotKeys[role])), 1)
  return text
}

function duressText(): Bytes {
  const text = randomBytes(slotTextLength)
  text[0] = duress
  return text
}

function readReal(text: Bytes): VaultContents {
  const key = (at: number) => text.slice(1 + at * keyLength, 1 + (at + 1) * keyLength)
  return {
    dataKey: key(0),
    slotKeys: { passphrase: key(1), recovery: key(2), duress: key(3), reserve: key(4) },
  }
}

function boundTo({ salt, parameters }: { salt: Bytes; parameters: Argon2Parameters }): Bytes {
  const { memoryKiB, passes, lanes } = parameters
  return bind('sathi vault slot 1', toBase64url(salt), memoryKiB, passes, lanes)
}

function inRandomOrder(slots: readonly Bytes[]): Bytes[] {
  const draws = crypto.getRandomValues(new Uint32Array(slotCount))
  return slots
    .map((slot, at) => ({ slot, draw: draws[at] ?? 0 }))
    .sort((one, other) => one.draw - other.draw)
    .map(({ slot }) => slot)
}
