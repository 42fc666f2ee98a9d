import type { CohortTyped } from "./values.ts";

/** What each part of the form gets. */
export interface Section {
	typed: CohortTyped;
	onChange: (patch: Partial<CohortTyped>) => void;
	/** What is said of each field, by pointer into what is sent. */
	said: Readonly<Record<string, string | undefined>>;
}
