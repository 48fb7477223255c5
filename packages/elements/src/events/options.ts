/** Every event of the portal reaches the page, through every shadow root. */
export const eventOptions = { bubbles: true, composed: true } as const;
