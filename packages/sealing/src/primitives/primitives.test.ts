import { argon2Sync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hex, openedValue, quickParameters, unhex, withFlippedBit } from '../testing/builders.ts'
import {
  bind,
  createKeyPair,
  findBase64url,
  hkdf,
  hmac,
  hpkeOpen,
  hpkeSeal,
  importAesKey,
  importHmacKey,
  importKeyPair,
  importPublicKey,
  isSignedBy,
  openBox,
  publicHalf,
  sealBox,
  sha256,
  sign,
  stretchPassphrase,
  toBase64url,
  utf8,
} from './index.ts'

const anyBytes = fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes))

describe('published vectors', () => {
  // The vectors published beside RFC 9180: mode base, kem 0x0020, kdf 0x0001, aead 0x0002, first encryption.
  test('SEA-1 HPKE opens the vector of RFC 9180 for X25519, HKDF-SHA256 and AES-256-GCM', async () => {
    const pair = await importKeyPair('X25519', {
      privateKey: unhex('497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d'),
      publicKey: unhex('430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c'),
    })
    const sealed = unhex(
      '6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256' +
        'e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a',
    )
    const answer = await hpkeOpen(pair, sealed, utf8('Ode on a Grecian Urn'), utf8('Count-0'))
    expect(openedValue(answer)).toEqual(utf8('Beauty is truth, truth beauty'))
  })

  const alice = unhex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a')
  const alicePublic = unhex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a')
  const bobPublic = unhex('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f')

  test('SEA-1 X25519 gives the public key and the shared secret of RFC 7748 §6.1', async () => {
    expect(await publicHalf(alice)).toEqual(alicePublic)
    const { privateKey } = await importKeyPair('X25519', { privateKey: alice, publicKey: alicePublic })
    const bob = await importPublicKey('X25519', bobPublic)
    const shared = await crypto.subtle.deriveBits({ name: 'X25519', public: bob }, privateKey, 256)
    expect(hex(new Uint8Array(shared))).toBe(
      '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
    )
  })

  test('SEA-1 Ed25519 signs as RFC 8032 §7.1 test 1 says', async () => {
    const raw = {
      privateKey: unhex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'),
      publicKey: unhex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'),
    }
    const { privateKey } = await importKeyPair('Ed25519', raw)
    const signature = await sign(privateKey, new Uint8Array())
    expect(signature).toBe(
      toBase64url(
        unhex(
          'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
            '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
        ),
      ),
    )
    expect(await isSignedBy(toBase64url(raw.publicKey), signature, new Uint8Array())).toBe(true)
    expect(await isSignedBy(toBase64url(raw.publicKey), signature, utf8('x'))).toBe(false)
  })

  test('SEA-1 AES-256-GCM opens test case 16 of the GCM specification that NIST took over', async () => {
    const key = await importAesKey(unhex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'))
    const box = unhex(
      'cafebabefacedbaddecaf888' +
        '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
        '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    )
    const answer = await openBox(key, box, unhex('feedfacedeadbeeffeedfacedeadbeefabaddad2'))
    expect(hex(openedValue(answer))).toBe(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
        '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    )
  })

  test('SEA-1 HKDF gives RFC 5869 A.1, HMAC gives RFC 4231 cases 1 and 2, SHA-256 gives FIPS 180-4', async () => {
    const ikm = unhex('0b'.repeat(22))
    const okm = await hkdf(ikm, unhex('000102030405060708090a0b0c'), unhex('f0f1f2f3f4f5f6f7f8f9'), 42)
    expect(hex(okm)).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    )
    expect(hex(await hmac(await importHmacKey(unhex('0b'.repeat(20))), utf8('Hi There')))).toBe(
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    )
    expect(hex(await hmac(await importHmacKey(utf8('Jefe')), utf8('what do ya want for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
    expect(hex(await sha256(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})

describe('Argon2id', () => {
  // The library cannot take the associated data of RFC 9106 §5.3, so the RFC is proven of another implementation, and
  // the library then against that one.
  const other = (
    message: Uint8Array,
    salt: Uint8Array,
    memory: number,
    passes: number,
    parallelism: number,
  ) => argon2Sync('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: 32 })

  test('SEA-2 the implementation that is compared with gives RFC 9106 §5.3', () => {
    const parameters = { parallelism: 4, tagLength: 32, memory: 32, passes: 3 }
    const [message, nonce, secret, associatedData] = [
      new Uint8Array(32).fill(1),
      new Uint8Array(16).fill(2),
      new Uint8Array(8).fill(3),
      new Uint8Array(12).fill(4),
    ]
    const tag = argon2Sync('argon2id', { message, nonce, secret, associatedData, ...parameters })
    expect(tag.toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659')
  })

  test('SEA-2 a passphrase is stretched as that implementation does it, whatever the parameters', async () => {
    const words = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => /^\S+$/.test(text))
    const salts = fc.uint8Array({ minLength: 16, maxLength: 16 })
    const run = fc.asyncProperty(words, salts, fc.integer({ min: 1, max: 3 }), async (word, salt, passes) => {
      const ours = await stretchPassphrase(word, Uint8Array.from(salt), { memoryKiB: 64, passes, lanes: 1 })
      expect(hex(ours)).toBe(other(utf8(word.normalize('NFKC')), salt, 64, passes, 1).toString('hex'))
    })
    await fc.assert(run, { numRuns: 30 })
  })

  test('SEA-2 the real parameters give the reference implementation’s answer', async () => {
    // phc-winner-argon2, test.c: version 0x13, t = 2, m = 2^16, p = 1.
    const reference = { memoryKiB: 65_536, passes: 2, lanes: 1 }
    expect(hex(await stretchPassphrase('password', utf8('somesalt'), reference))).toBe(
      '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
    )
  })

  test('SEA-2 the spellings of one passphrase give one key, and nothing typed is no exception', async () => {
    const salt = new Uint8Array(16)
    const key = async (text: string) => hex(await stretchPassphrase(text, salt, quickParameters))
    // য় as one character and as letter with dot; a space more at the end.
    expect(await key('\u09df নদী')).toBe(await key(' \u09af\u09bc  নদী '))
    expect(await key('নদী')).not.toBe(await key('নদ'))
    expect(await key('')).toHaveLength(64)
  })
})

describe('bytes and what they are bound to', () => {
  test('SEA-3 base64url has one spelling for each value', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const text = toBase64url(bytes)
        expect(findBase64url(text)).toEqual(bytes)
        expect(text).toMatch(/^[A-Za-z0-9_-]*$/)
      }),
    )
    // 'AB' would give the byte of 'AA' if its spare bits were overlooked.
    for (const text of ['AB', 'AA==', 'A', 'A A', 'AA\n', 'A+/A', 'ü']) {
      expect(findBase64url(text), text).toBeUndefined()
    }
    expect(findBase64url('AA', 2)).toBeUndefined()
  })

  test('SEA-3 no two lists of parts are bound alike', () => {
    const parts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer()), { maxLength: 4 })
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        expect(hex(bind('p', ...one)) === hex(bind('p', ...other))).toBe(same)
      }),
    )
    expect(bind('p', 'a', 'b')).not.toEqual(bind('p', 'a","b'))
    expect(bind('p', 1)).not.toEqual(bind('p', '1'))
  })
})

describe('flipped bits', () => {
  test('SEA-5 a box with any bit flipped, cut or grown does not open', async () => {
    const key = await importAesKey(new Uint8Array(32).fill(7))
    const run = fc.asyncProperty(anyBytes, fc.nat(100_000), async (plaintext, bit) => {
      const box = await sealBox(key, plaintext, utf8('here'))
      expect(openedValue(await openBox(key, box, utf8('here')))).toEqual(plaintext)
      for (const wrong of [withFlippedBit(box, bit), box.slice(1), box.slice(0, -1)]) {
        expect((await openBox(key, wrong, utf8('here'))).state).toBe('refused')
      }
      expect((await openBox(key, box, utf8('there'))).state).toBe('refused')
    })
    await fc.assert(run, { numRuns: 50 })
  })

  test('SEA-5 no bit of an HPKE message can be flipped, nor its info or its bound text be changed', async () => {
    const raw = await createKeyPair('X25519')
    const pair = await importKeyPair('X25519', raw)
    const sealed = await hpkeSeal(raw.publicKey, utf8('key'), utf8('info'), utf8('aad'))
    expect(openedValue(await hpkeOpen(pair, sealed, utf8('info'), utf8('aad')))).toEqual(utf8('key'))
    const states = await Promise.all(
      // The topmost bit of an X25519 public key is ignored by its definition, but HPKE takes the bytes into the key.
      Array.from({ length: sealed.length * 8 }, (_, bit) =>
        hpkeOpen(pair, withFlippedBit(sealed, bit), utf8('info'), utf8('aad')),
      ),
    )
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['refused']))
    expect((await hpkeOpen(pair, sealed, utf8('Info'), utf8('aad'))).state).toBe('refused')
    expect((await hpkeOpen(pair, sealed, utf8('info'), utf8('Aad'))).state).toBe('refused')
    expect((await hpkeOpen(pair, new Uint8Array(80), utf8('info'), utf8('aad'))).state).toBe('refused')
    expect((await hpkeOpen(pair, sealed.slice(0, 10), utf8('info'), utf8('aad'))).state).toBe('refused')
  })

  test('SEA-5 a signature with any bit flipped, or by another key, does not hold', async () => {
    const raw = await createKeyPair('Ed25519')
    const { privateKey } = await importKeyPair('Ed25519', raw)
    const [publicKey, bytes] = [toBase64url(raw.publicKey), utf8('said')]
    const signature = await sign(privateKey, bytes)
    const signed = findBase64url(signature) ?? new Uint8Array()
    expect(await isSignedBy(publicKey, signature, bytes)).toBe(true)
    for (let bit = 0; bit < 512; bit += 7) {
      expect(await isSignedBy(publicKey, toBase64url(withFlippedBit(signed, bit)), bytes)).toBe(false)
    }
    const another = toBase64url((await createKeyPair('Ed25519')).publicKey)
    expect(await isSignedBy(another, signature, bytes)).toBe(false)
    for (const nonsense of ['', 'not a key', toBase64url(new Uint8Array(32).fill(255))]) {
      expect(await isSignedBy(nonsense, signature, bytes)).toBe(false)
    }
  })
})
