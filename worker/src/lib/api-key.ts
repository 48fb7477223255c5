/** What a secret key says: whose it is, which one, and the proof. */
export interface ApiKeyToken {
  organizationId: string;
  id: string;
  secret: string;
}

const compact = (id: string) => id.replaceAll("-", "");
const expand = (id: string) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** Writes a key: it names its organization, so that nothing is ever looked up without one. */
export const writeApiKey = ({ organizationId, id, secret }: ApiKeyToken) =>
  `sk_${compact(organizationId)}_${compact(id)}_${secret}`;

/** Reads a key; null where the text is none. */
export function readApiKey(text: string): ApiKeyToken | null {
  const [, organizationId, id, secret] = /^sk_([0-9a-f]{32})_([0-9a-f]{32})_([\w-]{43})$/.exec(text) ?? [];
  if (!organizationId || !id || !secret) return null;
  return { organizationId: expand(organizationId), id: expand(id), secret };
}
