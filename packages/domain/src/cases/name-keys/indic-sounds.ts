import type { Sound } from './sound.ts'

/** The two scripts of one plan: a Devanagari letter stands 0x80 before the Bengali letter of the same place. */
type Script = 'bengali' | 'devanagari'

const virama = '্'
const nukta = '়'
const candrabindu = 'ঁ'
const anusvara = 'ং'

const consonants: Readonly<Record<string, string>> = {
  ...{ ক: 'k', খ: 'k', গ: 'g', ঘ: 'g', ঙ: 'n', চ: 'c', ছ: 'c', জ: 'j', ঝ: 'j', ঞ: 'n' },
  ...{ ট: 't', ঠ: 't', ড: 'd', ঢ: 'd', ণ: 'n', ত: 't', থ: 't', দ: 'd', ধ: 'd', ন: 'n' },
  ...{ প: 'p', ফ: 'f', ব: 'b', ভ: 'b', ম: 'm', য: 'j', র: 'r', ল: 'l', শ: 's', ষ: 's' },
  ...{ স: 's', হ: 'h', ৎ: 't', ৰ: 'r', '\u09b5': 'b', '\u09b3': 'l', '\u09a9': 'n' },
}

const vowelSigns: Readonly<Record<string, string>> = {
  ...{ 'া': 'A', 'ি': 'I', 'ী': 'I', 'ু': 'O', 'ূ': 'O', 'ৃ': 'rI' },
  ...{ 'ে': 'E', 'ৈ': 'I', 'ো': 'O', 'ৌ': 'O', '\u09c5': 'E', '\u09c9': 'O' },
}

const vowels: Readonly<Record<string, string>> = {
  ...{ অ: 'A', আ: 'A', ই: 'I', ঈ: 'I', উ: 'O', ঊ: 'O', ঋ: 'rI' },
  ...{ এ: 'E', ঐ: 'I', ও: 'O', ঔ: 'O', '\u098d': 'E', '\u0991': 'O' },
}

// Bengali keeps these letters of Sanskrit spelling silent or doubles the letter before them.
const silencesBa = /[শষসতথধজহকখঘ]/
const maySilenceBa = /[দনলট]/
const maySilenceMa = /[শষসদতক]/

/**
 * The sounds of a word in Bengali or Devanagari letters. Both are read by one table: in Unicode they follow one plan.
 */
export function indicSounds(word: string): readonly Sound[] {
  const script: Script = /[\u0900-\u097f]/.test(word) ? 'devanagari' : 'bengali'
  const letters = [...asBengali(word)]
  const sounds: Sound[] = []
  let at = 0
  while (at < letters.length) {
    const letter = letters[at] ?? ''
    const before = letters.slice(0, at).join('')
    const after = letters.slice(at + 1).join('')
    if (Object.hasOwn(consonants, letter)) {
      const dotted = after.startsWith(nukta)
      const rest = dotted ? after.slice(1) : after
      const cluster = dotted ? undefined : findCluster(letter, rest)
      if (cluster !== undefined) {
        sounds.push(cluster.sound)
        at += cluster.length
      } else {
        sounds.push(consonantSound(letter, { dotted, before, after: rest, script }))
        at += dotted ? 2 : 1
      }
      const inherent = inherentSound(letters.slice(at).join(''), letters.slice(0, at).join(''))
      if (inherent !== undefined) sounds.push(inherent)
      continue
    }
    const sound = otherSound(letter, after, script)
    if (sound !== undefined) sounds.push(sound)
    at += 1
  }
  return sounds
}

/** Devanagari letters as the Bengali letters of the same place; joiners, which only shape letters, are left out. */
function asBengali(word: string): string {
  return word
    .replace(/[\u200c\u200d]/g, '')
    .replace(/[\u0900-\u0963]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x80))
    .replace(/ঙ্গ|ঙ্গ|ংগ/g, 'ং')
}

/** ক্ষ, ক্ষ্ম and জ্ঞ, which are said as one sound. */
function findCluster(letter: string, after: string): { sound: Sound; length: number } | undefined {
  if (letter === 'ক' && after.startsWith(`${virama}ষ${virama}ম`))
    return { sound: ['km', 'k', 'ksm'], length: 5 }
  if (letter === 'ক' && after.startsWith(`${virama}ষ`)) return { sound: ['ks', 'k'], length: 3 }
  if (letter === 'জ' && after.startsWith(`${virama}ঞ`)) return { sound: ['g'], length: 3 }
  return undefined
}

type Place = {
  readonly dotted: boolean
  readonly before: string
  readonly after: string
  readonly script: Script
}

function consonantSound(letter: string, { dotted, before, after, script }: Place): Sound {
  const joined = before.endsWith(virama)
  const base = joined ? (before.at(-2) ?? '') : ''
  if (letter === 'য') return yaSound({ dotted, before, after, script }, joined)
  if (dotted && (letter === 'ড' || letter === 'ঢ')) return script === 'bengali' ? ['r'] : ['r', 'd']
  if (letter === '\u09b5') return joined ? ['', 'O', 'b'] : ['b', 'O']
  if (letter === 'ব' && joined && script === 'bengali') {
    if (silencesBa.test(base)) return ['']
    if (maySilenceBa.test(base)) return ['', 'b']
  }
  if (letter === 'ম' && joined && script === 'bengali' && maySilenceMa.test(base)) return ['m', '']
  if (letter === 'ছ') return script === 'bengali' ? ['c', 's'] : ['c']
  if (letter === 'ৎ' && after.startsWith('স')) return ['t', '']
  // A final h is not heard: শাহ, Shah.
  if (letter === 'হ' && after === '' && before !== '') return ['']
  // ইসহাক: s and h stand apart, which Latin letters cannot show.
  if (letter === 'হ' && before.endsWith('স')) return ['h', '']
  return [consonants[letter] ?? '']
}

/** য is j in Bengali, y in Hindi; dotted, or below another letter, it is a glide that joins vowels. */
function yaSound({ dotted, before, after, script }: Place, joined: boolean): Sound {
  if (joined) return ['', 'I']
  if (script === 'bengali' && !dotted) return ['j']
  if (before === '') return ['I', 'j']
  return /[োওুূউঊৌ]$/.test(before) && after.startsWith('া') ? [''] : ['I']
}

/** The a or o that a consonant without a vowel sign carries: not heard at the end, unless letters are joined there. */
function inherentSound(rest: string, before: string): Sound | undefined {
  const next = rest[0] ?? ''
  if (next === virama || Object.hasOwn(vowelSigns, next)) return undefined
  if (rest !== '' && rest !== 'ঃ') return ['U']
  if (before.includes(virama, before.length - 3) || before.endsWith('ব্রত')) return ['', 'A']
  return undefined
}

function otherSound(letter: string, after: string, script: Script): Sound | undefined {
  if (letter === 'ো' && script === 'devanagari') return ['O', 'A']
  const vowel = vowelSigns[letter] ?? vowels[letter]
  if (vowel !== undefined) return [vowel]
  if (letter === anusvara) return /^[পফবভম]/.test(after) && script === 'devanagari' ? ['m'] : ['n']
  if (letter === candrabindu) return script === 'devanagari' ? ['n', ''] : ['', 'n']
  return undefined
}
