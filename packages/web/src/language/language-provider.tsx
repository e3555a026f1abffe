import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import type { ReactNode } from 'react'
import { I18nProvider as ReactAriaLocale } from 'react-aria-components/I18nProvider'
import { localeOf } from './formats.ts'
import { useLanguage } from './use-language.ts'

/** Hands the active language to everything below it: our own words, and the digits and dates of React Aria's fields. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  return (
    <I18nProvider i18n={i18n}>
      <LocaleOfFields>{children}</LocaleOfFields>
    </I18nProvider>
  )
}

function LocaleOfFields({ children }: { children: ReactNode }) {
  return <ReactAriaLocale locale={localeOf(useLanguage())}>{children}</ReactAriaLocale>
}
