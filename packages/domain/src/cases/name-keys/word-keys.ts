import { indicSounds } from './indic-sounds.ts'
import { latinSounds } from './latin-sounds.ts'
import type { Sound } from './sound.ts'

/** A word of a name has at most this many keys, the likeliest readings first. */
const mostKeys = 16

/**
 * The keys of one word of a name, the same whatever the script and the usual ways of spelling: two spellings may be
 * one name when they share a key. Empty when the word has no letter of the three scripts.
 */
export function wordKeys(word: string): readonly string[] {
  const sounds = /[\u0900-\u09ff]/.test(word) ? indicSounds(word) : latinSounds(word)
  const keys = readings(sounds)
    .flatMap((reading) => withWeaker(reading, weakE, 'A'))
    .flatMap((reading) => withWeaker(reading, weakH, ''))
    .map(toKey)
  return [...new Set(keys)].filter((key) => key !== '').slice(0, mostKeys)
}

/** Every way to read the sounds; where there are too many, later sounds keep their likeliest reading. */
function readings(sounds: readonly Sound[]): readonly string[] {
  return sounds.reduce<readonly string[]>(
    (begun, sound) => {
      const kept = begun.length * sound.length > mostKeys ? sound.slice(0, 1) : sound
      return begun.flatMap((text) => kept.map((one) => text + one))
    },
    [''],
  )
}

const consonant = '[a-z]'

/** Where e is often written for a. */
const weakE = [
  // Ahmed and Ahmad, Kader and Kadar.
  new RegExp(`(?<=[AEIOU].*)E(?=${consonant}$)`),
  // Rehana and Rahana, Mehbub and Mahbub.
  /E(?=h)/,
  // Selim and Salim, Selina and Salina.
  new RegExp(`(?<=^${consonant}*)E(?=${consonant}I)`),
]

/** Where h is hardly heard, before another consonant: Shahjahan and Shajahan. */
const weakH = [new RegExp(`(?<=.)h(?=U?${consonant})`, 'g')]

/** The reading, and where it has weak places, the reading with these replaced. */
function withWeaker(reading: string, places: readonly RegExp[], by: string): readonly string[] {
  const other = places.reduce((text, place) => text.replace(place, by), reading)
  return other === reading ? [reading] : [reading, other]
}

/**
 * What is left of a reading to compare: consonants without doubling, i and u wherever they are, a only where it
 * begins or ends the word. In between, Bengali and Hindi do not write the short a, and spellings disagree about it.
 */
function toKey(reading: string): string {
  return reading
    .replaceAll('E', 'I')
    .replaceAll('U', 'A')
    .replaceAll(/([a-z])\1+/g, '$1')
    .replaceAll(/(?<=.)A+(?=.)/g, '')
    .replaceAll(/([AIO])\1+/g, '$1')
}
