// `npm run --silent keys`: a new key that signs access tokens, as the secret SIGNING_KEYS wants it.
import { say } from "./lib.mjs";
import { newSigningKeys } from "./secrets.mjs";

say(JSON.stringify(newSigningKeys()));
