import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * React Aria carries its own words in thirty languages, none of them Bengali or Hindi. The English ones stay as its
 * fallback; what people read or hear in our three languages is handed to its parts by us.
 */
function onlyEnglishReactAria(): Plugin {
  const empty = '\0no-react-aria-words'
  return {
    name: 'only-english-react-aria',
    enforce: 'pre',
    resolveId(source, importer) {
      const locale = /\/(\w\w-\w\w)\.mjs$/.exec(source)?.[1]
      const fromReactAria = importer !== undefined && /node_modules\/(@?react-(aria|stately))/.test(importer)
      return fromReactAria && locale !== undefined && locale !== 'en-US' ? empty : null
    },
    load(id) {
      return id === empty ? 'export default {}' : null
    },
  }
}

const pure = /\/packages\/((domain|reporting)\/|web\/src\/(programme|journal)\/.*\.ts$)/

export default defineConfig({
  root: import.meta.dirname,
  plugins: [onlyEnglishReactAria(), react()],
  build: {
    target: 'es2022',
    // The server's content policy takes fonts and scripts only from its own address, never from inside a style sheet.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      // Nothing happens by importing these: a front door may be imported for one thing without the rest behind it.
      treeshake: { moduleSideEffects: (id) => !pure.test(id) },
    },
  },
  server: { proxy: { '/api': process.env.SATHI_SERVER ?? 'http://127.0.0.1:8080' } },
})
