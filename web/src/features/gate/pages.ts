/** The page of the gate in a piece of its own; named here and not in the router, as those of the workshop. */
export const gatePage = async () => (await import("./gate-page.tsx")).GatePage;
