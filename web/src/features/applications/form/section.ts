import type { ApplicationTyped } from "./values.ts";

/** What each part of the form gets. */
export interface Section {
	typed: ApplicationTyped;
	onChange: (patch: Partial<ApplicationTyped>) => void;
	/** What is said of each field, by pointer into what is sent. */
	said: Readonly<Record<string, string | undefined>>;
}
