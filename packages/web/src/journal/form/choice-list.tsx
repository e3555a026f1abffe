import { useId } from 'react'

export type Choice = { readonly value: string; readonly label: string; readonly quiet?: boolean }

/** So many choices stand side by side where they fit; more stand in columns. */
const mostInRow = 4

type ChoiceListProps = {
  readonly choices: readonly Choice[]
  /** Undefined while nothing is decided, which is not the same as an answer left empty. */
  readonly chosen: string | undefined
  readonly onChoose: (value: string) => void
}

/** One of a few, each as large as a thumb. */
export function ChoiceList({ choices, chosen, onChoose }: ChoiceListProps) {
  const name = useId()
  return (
    <div className={choices.length <= mostInRow ? 'choices row' : 'choices'}>
      {choices.map(({ value, label, quiet = false }) => (
        <label key={value} className={quiet ? 'choice quiet' : 'choice'}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}

type ManyChoicesProps = {
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly onChoose: (values: readonly string[]) => void
}

/** Any of a few. What was chosen stays in the order of choosing. */
export function ManyChoices({ choices, chosen, onChoose }: ManyChoicesProps) {
  const toggle = (value: string) =>
    onChoose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <div className="choices">
      {choices.map(({ value, label }) => (
        <label key={value} className="choice">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
