/** The package's version; registering twice compares it. */
export const VERSION = "0.1.0";
