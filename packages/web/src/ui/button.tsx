import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import './button.css'

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style'> & {
  /** `strong` is the one thing to do next on a screen. */
  readonly weight?: 'strong' | 'plain' | 'quiet'
}

export function Button({ weight = 'plain', ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={`button ${weight}`} />
}
