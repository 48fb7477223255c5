/** The forms of a phrase with a count in it, `#` where the count stands. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** How a language counts: the form that `Intl.PluralRules` names, with the count in the language's digits. */
export function plurals(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace("#", digits.format(count));
}
