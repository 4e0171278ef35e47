import assert from 'node:assert/strict'
import type { MermaidConfig } from 'mermaid'
import type { DiagramTheme } from '../../../src/core/diagrams/engine.ts'
import { darkThemes, mermaidConfig, secure } from '../../../src/diagrams/mermaid/inside/config.ts'
import { mermaidThemeVariables } from '../../../src/diagrams/mermaid/inside/theme.ts'
import { contract, type Inside } from './contract.ts'

const theme: DiagramTheme = {
  dark: true,
  highContrast: false,
  fontFamily: 'sans-serif',
  colors: {
    background: '#111111',
    foreground: '#eeeeee',
    line: '#888888',
    accent: '#3399ff',
    error: '#ff0000',
    series: ['#112233', '#223344', '#334455', '#445566', '#556677', '#667788'],
  },
}

/** The settings in effect after a theme is chosen, including the colours that mermaid computes for it. */
function settingsWith({ mermaid }: Inside, config: MermaidConfig): MermaidConfig {
  mermaid.initialize(config)
  return mermaid.mermaidAPI.getConfig()
}

contract({
  usedBy: 'config.ts',
  relies: 'a diagram cannot change the settings that are listed as secure',
  async check(inside) {
    const { mermaid } = inside
    const before = settingsWith(inside, mermaidConfig(theme, false, false))
    for (const key of secure) {
      const init = JSON.stringify({ [key]: key === 'maxEdges' || key === 'maxTextSize' ? 7 : 'loose' })
      await mermaid.parse(`%%{init: ${init}}%%\ninfo`)
      const after: MermaidConfig = mermaid.mermaidAPI.getConfig()
      assert.deepEqual(after[key as keyof MermaidConfig], before[key as keyof MermaidConfig], key)
    }
    await mermaid.parse('%%{init: {"fontSize": 7}}%%\ninfo')
    assert.equal(mermaid.mermaidAPI.getConfig().fontSize, 7)
  },
  broken: { find: '...siteConfig.secure ?? []', with: '' },
})

contract({
  usedBy: 'config.ts',
  relies: 'these themes, and no others, are made for a dark ground',
  check(inside) {
    const text = [...inside.texts.values()].find((each) => each.includes('"redux-dark-color": {')) ?? ''
    const all = Array.from(text.matchAll(/^ {2}"?([\w-]+)"?: \{\n {4}getThemeVariables/gm), ([, name = '']) => name)
    assert.ok(all.length >= 11, all.join())
    const isDark = (name: string) => {
      const { themeVariables } = settingsWith(inside, { theme: name as NonNullable<MermaidConfig['theme']> })
      const background = String(themeVariables?.['background'])
      return /^#[0-7]/.test(background)
    }
    assert.deepEqual(all.filter(isDark).toSorted(), [...darkThemes].toSorted())
  },
  broken: { find: '  "neo-dark": {\n', with: '  "neo-night": {\n' },
})

/** Not computed: these are settings of their own, or are read only by the drawing of that kind. */
const notWorkedOut = ['darkMode', 'packet']

contract({
  usedBy: 'theme.ts',
  relies: 'the theme `base` knows each colour that we give',
  check(inside) {
    const known = settingsWith(inside, { theme: 'base' }).themeVariables ?? {}
    const unknown = (given: object, among: object): string[] =>
      Object.entries(given).flatMap(([name, value]) =>
        !(name in among)
          ? [name]
          : typeof value === 'object'
            ? unknown(value, Reflect.get(among, name)).map((each) => `${name}.${each}`)
            : [],
      )
    assert.deepEqual(
      unknown(mermaidThemeVariables(theme), known).filter((name) => !notWorkedOut.includes(name)),
      [],
    )
    assert.ok([...inside.texts.values()].some((text) => /\(\{ packet \} = \{\}\) =>/.test(text)))
  },
  broken: { find: 'this.critBkgColor', with: 'this.criticalBkgColor' },
})
