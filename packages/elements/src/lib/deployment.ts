/** Where the API is when an element does not say: only the script that a deployment itself serves knows. */
export const deployment = { origin: "" };
