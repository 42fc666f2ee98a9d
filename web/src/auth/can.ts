/** What of a person decides what is drawn; the server decides what is allowed. */
export interface Actor {
	permissions: readonly string[];
	acting?: { role: string } | null | undefined;
}

/** Whether this person, acting for this body, may call the operation at all. */
export const can = (actor: Actor | null, operation: string): boolean =>
	actor?.permissions.includes(operation) ?? false;

/** Whether any of the operations is open: for a menu or a tab over several. */
export const canAny = (actor: Actor | null, operations: readonly string[]): boolean =>
	operations.some((operation) => can(actor, operation));

/** Steps a file can take from each state, as the state machine of the register has them. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
	draft: ["submit_association"],
	returned: ["submit_association"],
	submitted: ["return_association", "verify_association"],
	verified: ["suspend_association", "dissolve_association"],
	suspended: ["reinstate_association", "dissolve_association"],
	dissolved: [],
};

/** Steps this person may take on a file in this state. */
export const openSteps = (actor: Actor | null, status: string): readonly string[] =>
	(STEPS[status] ?? []).filter((operation) => can(actor, operation));
