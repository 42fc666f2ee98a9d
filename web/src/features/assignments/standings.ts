/** Where work can stand; `none` for whoever has handed nothing in. */
export const STANDINGS = ["handed_in", "returned", "accepted", "refused", "none"] as const;
export type Standing = (typeof STANDINGS)[number];
