import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const han = '/[\\u3400-\\u9fff\\uff01-\\uff5e\\u3001\\u3002]/';
const words = 'Words belong in src/base/text; labels of fields and values come from the server.';

/** Forbids imports of the folders named, so that the direction base < ui < modules < app holds. */
const mayNotImport = (...folders) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: folders.map((folder) => ({
        regex: `^(~/|(\\.\\./)+)${folder}(/|$)`,
        message: 'base imports nothing of ours, ui imports base, modules import ui and base.',
      })),
    },
  ],
});

export default tseslint.config(
  { ignores: ['dist/**', 'scripts/**', 'src/base/api.gen.ts', '*.js'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked, hooks.configs.flat['recommended-latest']],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/base/text/**', 'src/**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: `JSXText[value=${han}]`, message: words },
        { selector: `Literal[value=${han}]`, message: words },
        { selector: `TemplateElement[value.raw=${han}]`, message: words },
      ],
    },
  },
  { files: ['src/base/**'], rules: mayNotImport('ui', 'modules', 'app') },
  { files: ['src/ui/**'], rules: mayNotImport('modules', 'app') },
  {
    files: ['src/modules/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(~/|(\\.\\./)+)(app|modules)(/|$)',
              message: 'A module imports ui and base only.',
            },
            {
              regex: '^\\.\\./',
              message: 'A module is one flat folder and never reaches into another.',
            },
          ],
        },
      ],
    },
  },
);
